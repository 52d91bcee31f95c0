import { Page } from '../page.js';
import { html, nothing } from '../view.js';
import { t } from '../texts.js';
import { address, get } from '../api.js';
import { setQuery } from '../router.js';
import { bytes, number } from '../format.js';
import { progress } from '../parts/progress.js';
import { state } from '../parts/state.js';
import { time } from '../parts/time.js';
import '../parts/rows.js';

const FIRST = 100;
const MORE = 500;
const keyOf = (project) => project.id;

/** The caller's projects, with how far each is. */
export default class ProjectsPage extends Page {
  static title = t.nav.projects;

  started() {
    super.started();
    this.follow({ every: 5000 }, () => this.refresh());
  }

  refresh() {
    return this.rows?.renew();
  }

  get rows() {
    return this.querySelector('sky-rows');
  }

  queried() {
    this.change({});
    this.rows?.anew();
  }

  async #projects(after, signal) {
    const asked = ['q', 'system', 'state'].map((name) => [name, this.query.get(name)]);
    const page = await get(address('/api/skyferry/projects', { ...Object.fromEntries(asked), limit: after ? MORE : FIRST, after }), signal);
    if (!after) {
      this.change({ states: page.states });
    }
    return { rows: page.projects, next: page.next };
  }

  view() {
    return html`<div class="page-head"><div><h1>${t.nav.projects}</h1><p class="under">${t.projects.lead}</p></div></div>
      ${this.state.states ? this.#states(this.state.states) : nothing}
      ${this.#filters()}
      <sky-rows .flow=${true} .label=${t.nav.projects} .key=${keyOf} .columns=${COLUMNS} .total=${this.#total()} .counted=${t.projects.shown}
        .fetch=${(after, signal) => this.#projects(after, signal)} .empty=${this.#nothing()}></sky-rows>`;
  }

  /** Counts by state, each a filter. */
  #states(states) {
    const chosen = this.query.get('state');
    const all = Object.values(states).reduce((sum, count) => sum + count, 0);
    const pill = (name, count, label) => html`<li><a class="pill" href=${address('/projects', { q: this.query.get('q'), state: name })}
      aria-current=${(chosen ?? '') === (name ?? '') ? 'true' : 'false'}>${label} <strong>${number(count)}</strong></a></li>`;
    return html`<ul class="pills" aria-label=${t.projects.states}>${pill(null, all, t.flights.all)}
      ${Object.entries(states).filter(([name, count]) => count > 0 || name === chosen).map(([name, count]) => pill(name, count, state(name)))}</ul>`;
  }

  #filters() {
    return html`<form class="filters" role="search" aria-label=${t.projects.filter} @submit=${(event) => event.preventDefault()}>
      <div class="field grow"><label for="q">${t.flights.name}</label>
        <input id="q" type="search" autocomplete="off" .value=${this.query.get('q') ?? ''} @input=${(event) => this.#typed(event.target.value)}></div></form>`;
  }

  #typed(text) {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => setQuery({ q: text }), 350);
  }

  /** How many there are, where that is known. */
  #total() {
    const { states } = this.state;
    if (!states || this.query.get('q') || this.query.get('system')) {
      return null;
    }
    const chosen = this.query.get('state');
    return chosen ? (states[chosen] ?? 0) : Object.values(states).reduce((sum, count) => sum + count, 0);
  }

  #nothing() {
    const filtered = this.query.get('q') || this.query.get('state') || this.query.get('system');
    return html`<div class="card empty"><h2>${filtered ? t.flights.noMatch : t.projects.none}</h2>
      <p>${filtered ? t.flights.noMatchText : t.projects.noneText}</p>
      <p class="actions"><a class="button ${filtered ? 'quiet' : ''}" href=${filtered ? '/projects' : '/flights'}>${filtered ? t.flights.clear : t.projects.toFlights}</a></p></div>`;
  }
}

const COLUMNS = [
  { title: t.flights.flight, kind: 'lead-cell', cell: (project) => html`<a class="name" href=${`/projects/${project.id}`}>${project.flight_name}</a><span class="sub">${project.system_id}</span>` },
  { title: t.projects.state, cell: (project) => html`<span>${state(project.state)}${project.error ? html`<span class="sub"><code>${project.error.code}</code></span>` : nothing}</span>` },
  { title: t.projects.progress, kind: 'bar-cell', cell: howFar },
  { title: t.images, kind: 'number', cell: (project) => number(project.image_count) },
  { title: t.size, kind: 'number', cell: (project) => bytes(project.bytes.total || null) },
  { title: t.projects.updated, cell: (project) => time(project.updated_at) },
];

function howFar(project) {
  if (project.state === 'PROCESSING' || project.state === 'COMMITTED') {
    return progress(Math.round((project.running_progress ?? 0) * 100), 100, t.projects.processing(project.flight_name));
  }
  if (project.state === 'SYNCING' || project.state === 'NEEDS_ATTENTION') {
    return project.bytes.total ? progress(project.bytes.delivered, project.bytes.total, t.projects.moving(project.flight_name)) : '–';
  }
  return project.state === 'COMPLETED' ? html`<span class="quiet-text">${t.projects.done}</span>` : '–';
}
