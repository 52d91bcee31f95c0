import { OperatorPage, pageHead } from '../parts/operator.js';
import { html } from '../view.js';
import { t } from '../texts.js';
import { address, get } from '../api.js';
import { setQuery } from '../router.js';
import { owner } from '../parts/owner.js';
import { state } from '../parts/state.js';
import { time } from '../parts/time.js';
import '../parts/rows.js';

const text = t.operator.audit;
const COLUMNS = [
  { title: text.when, kind: 'when lead-cell', cell: (event) => time(event.at, { full: true }) },
  { title: text.who, cell: (event) => event.who ? owner(event.who) : html`<span class="quiet-text">${text.nobody}</span>` },
  { title: text.what, cell: (event) => html`<code>${event.what}</code>` },
  { title: text.subject, cell: (event) => event.subject || '–' },
  { title: text.outcome, cell: (event) => (event.outcome === 'OK' ? state('OK') : html`<span class="state state-warn"><span aria-hidden="true">!</span> ${event.outcome}</span>`) },
  { title: text.address, cell: (event) => event.address || '–' },
];

/** Who changed what, newest first. */
export default class AuditPage extends OperatorPage {
  static title = t.nav.audit;
  static role = 'administrator';

  queried() {
    this.change({});
    queueMicrotask(() => this.querySelector('sky-rows')?.anew());
  }

  body() {
    const field = (name, label, help) => html`<div class="field grow"><label for=${name}>${label}</label>
      <input id=${name} type="search" autocomplete="off" placeholder=${help} .value=${this.query.get(name) ?? ''} @change=${(event) => setQuery({ [name]: event.target.value.trim() })}></div>`;
    return html`${pageHead(t.nav.audit, text.lead)}
      <form class="filters" role="search" aria-label=${text.filter} @submit=${(event) => event.preventDefault()}>
        ${field('who', text.who, 'name@tenant')}${field('what', text.begins, 'POST /skyferry')}</form>
      <sky-rows .label=${t.nav.audit} .columns=${COLUMNS} .fetch=${(after, signal) => this.#events(after, signal)}
        .empty=${html`<div class="card empty"><h2>${text.none}</h2></div>`}></sky-rows>`;
  }

  async #events(after, signal) {
    const page = await get(address('/api/skyferry/audit', { order: '-id', who: this.query.get('who'), what: this.query.get('what'), after, limit: 200 }), signal);
    return { rows: page.events, next: page.next };
  }
}
