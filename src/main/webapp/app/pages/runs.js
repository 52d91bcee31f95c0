import { OperatorPage, pageHead } from '../parts/operator.js';
import { html, nothing, repeat } from '../view.js';
import { t } from '../texts.js';
import { address, get } from '../api.js';
import { ago } from '../format.js';
import { state } from '../parts/state.js';

const text = t.operator.runs;
const COLUMNS = 12;
const MARKS = { COMPLETED: '✓', RUNNING: '●', STOPPING: '●', ATTENTION: '!', STOPPED: '■', FAILED: '✕', ABANDONED: '–' };

/** Flights against their last runs: which ones have trouble, at a glance. */
export default class RunsPage extends OperatorPage {
  static title = t.nav.runs;

  started() {
    super.started();
    if (this.allowed) {
      this.follow({ every: 5000 }, () => this.refresh());
    }
  }

  ask() {
    this.load('summary', (signal) => get('/api/skyferry/summary', signal));
    return this.load('grid', (signal) => get(address('/api/skyferry/runs-grid', { flights: this.state.rows ?? 50, runs: COLUMNS }), signal));
  }

  body() {
    return html`${pageHead(t.nav.runs, text.lead)}
      ${this.part('summary', (answer) => summary(answer))}
      ${this.part('grid', ({ flights }) => this.#grid(flights))}`;
  }

  #grid(flights) {
    if (flights.length === 0) {
      return html`<div class="card empty"><h2>${text.none}</h2><p>${text.noneText}</p></div>`;
    }
    return html`<div class="table-box" tabindex="0" role="region" aria-label=${t.nav.runs}><table class="grid stack">
        <thead><tr><th scope="col">${t.flights.flight}</th><th scope="col">${text.now}</th><th scope="col">${text.last(COLUMNS)}</th></tr></thead>
        <tbody>${repeat(flights, (flight) => `${flight.owner} ${flight.project_id}`, row)}</tbody></table></div>
      <ul class="legend" aria-label=${text.legend}>${Object.keys(MARKS).filter((name) => name !== 'STOPPING').map((name) => html`<li>${cell(name)} ${t.states[name]}</li>`)}</ul>`;
  }
}

function summary({ running, failed_last_day: failed, last_day: day }) {
  const tile = (name, value, href, look) => html`<a class="tile ${look}" href=${href}><strong>${value}</strong> <span>${name}</span></a>`;
  const since = new Date(Date.now() - 86400000).toISOString().slice(0, 10);
  return html`<div class="tiles">
    ${tile(text.running, running, '/jobs?state=RUNNING', 'busy')}
    ${tile(text.failed, failed, `/jobs?state=FAILED&state=ATTENTION&since=${since}`, failed ? 'bad' : '')}
    ${tile(text.completed, day.COMPLETED, `/jobs?state=COMPLETED&since=${since}`, 'good')}</div>`;
}

function row(flight) {
  return html`<tr><th scope="row" class="lead-cell"><a class="name" href=${flight.project_id ? `/projects/${flight.project_id}` : '/runs'}>${flight.flight_name}</a>
      <span class="sub">${flight.system_id} · ${flight.owner}</span></th>
    <td data-label=${text.now}>${state(flight.project_state)}</td>
    <td class="run-cells" data-label=${text.last(COLUMNS)}><ol class="cells">${flight.runs.map((run) => html`<li><a href=${`/jobs/${run.job_id}`} title=${hint(run)} aria-label=${hint(run)}>${cell(run.state)}</a></li>`)}</ol></td></tr>`;
}

function hint(run) {
  return text.run(run.job_id, t.states[run.state] ?? run.state, ago(new Date(run.created_at)), run.outcome);
}

function cell(name) {
  return html`<span class="cell cell-${name.toLowerCase()}" aria-hidden="true">${MARKS[name] ?? nothing}</span>`;
}
