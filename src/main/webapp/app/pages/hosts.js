import { OperatorPage, pageHead } from '../parts/operator.js';
import { html, nothing, live } from '../view.js';
import { t } from '../texts.js';
import { get, put } from '../api.js';
import { number, rate } from '../format.js';
import { button } from '../parts/button.js';
import { fact, facts } from '../parts/facts.js';
import { problem } from '../parts/problem.js';
import { state } from '../parts/state.js';
import { time } from '../parts/time.js';
import { toast } from '../parts/toast.js';

const text = t.operator.hosts;
const FIELDS = ['total', 'download', 'upload'];

/** How hard the server works its hosts, and the bandwidth budget, which counts at once for all work that runs. */
export default class HostsPage extends OperatorPage {
  static title = t.nav.hosts;
  state = { did: null, typed: {} };

  started() {
    super.started();
    if (this.allowed) {
      this.follow({ kinds: [], every: 2000 }, () => this.refresh());
      const timer = setInterval(() => document.hidden || this.refresh(), 3000);
      this.signal.addEventListener('abort', () => clearInterval(timer));
    }
  }

  ask() {
    return this.load('hosts', (signal) => get('/api/skyferry/hosts', signal));
  }

  body() {
    return html`${pageHead(t.nav.hosts, text.lead)}
      ${this.part('hosts', (answer) => html`
        ${answer.hosts.length ? answer.hosts.map(card) : html`<div class="card"><p class="quiet-text">${text.none}</p></div>`}
        ${this.#budget(answer.bandwidth)}
        <p class="quiet-text">${text.node(answer.node)}</p>`)}`;
  }

  #budget(budget) {
    const { typed } = this.state;
    const field = (name) => html`<div class="field"><label for=${name}>${text.budget[name]}</label>
      <input id=${name} type="text" autocomplete="off" spellcheck="false" aria-describedby="budget-help" .value=${live(typed[name] ?? budget[name])}
        @input=${(event) => this.change({ typed: { ...this.state.typed, [name]: event.target.value } })}>
      <span class="help">${text.budget.now(budget[`${name}_now`] === null ? text.budget.unlimited : rate(budget[`${name}_now`]))}</span></div>`;
    return html`<section class="card"><h2>${text.budget.title}</h2>
      <p class="quiet-text" id="budget-help">${text.budget.help}</p>
      ${this.state.did ? problem(this.state.did) : nothing}
      <form @submit=${(event) => event.preventDefault()}><div class="form-grid">${FIELDS.map(field)}</div>
        <p class="actions">${button(t.save, () => this.#save({ ...typed }))}
          ${budget.source === 'operator' ? button(text.budget.reset, () => this.#save({ reset: true }), { kind: 'quiet' }) : nothing}
          <span class="quiet-text">${budget.source === 'operator' ? html`${text.budget.by(budget.changed_by)} ${time(budget.changed_at)}` : text.budget.settings}</span></p></form></section>`;
  }

  async #save(bandwidth) {
    try {
      const hosts = await put('/api/skyferry/hosts', { bandwidth });
      this.change({ hosts, did: null, typed: {} });
      toast(text.budget.saved);
    } catch (failure) {
      this.change({ did: failure });
    }
  }
}

function card(host) {
  return html`<section class="card"><div class="card-head"><h2>${text.kinds[host.kind] ?? host.kind} <span class="under">${host.host}</span></h2>${state(host.state)}</div>
    ${host.waiting_since ? html`<p>${text.since} ${time(host.waiting_since)}</p>` : nothing}
    ${host.paused_for_seconds ? html`<p>${text.paused(host.paused_for_seconds)}</p>` : nothing}
    ${facts(
      fact(text.open, text.openOf(number(host.open), number(host.allowed), number(host.maximum))),
      fact(text.waiting, number(host.waiting)),
      fact(text.rate, rate(host.bytes_per_second)),
      fact(text.answer, host.answer_millis === null ? '–' : `${number(host.answer_millis)} ms`),
      fact(text.requests, number(host.requests)),
      fact(text.failures, number(host.failures)),
    )}
    ${host.last_error ? html`<p class="spaced quiet-text">${text.lastError} ${time(host.last_error.at)}: <code>${host.last_error.code}</code> ${host.last_error.detail}</p>` : nothing}</section>`;
}
