import { Page } from '../page.js';
import { html, nothing } from '../view.js';
import { t } from '../texts.js';
import { get, post } from '../api.js';
import { setQuery } from '../router.js';
import { session } from '../session.js';
import { duration, number } from '../format.js';
import { ask } from '../parts/ask.js';
import { button } from '../parts/button.js';
import { pageHead } from '../parts/operator.js';
import { owner } from '../parts/owner.js';
import { problem } from '../parts/problem.js';
import { state } from '../parts/state.js';
import { time } from '../parts/time.js';
import { toast } from '../parts/toast.js';
import '../parts/rows.js';

const FIRST = 100;
const MORE = 500;
const keyOf = (job) => job.job_id;
const FILTERS = ['q', 'name', 'owner', 'system', 'project', 'since', 'until'];
const NAMES = ['sync-flight', 'discover-flights', 'sync-all-flights', 'periodic-discovery', 'periodic-sync', 'purge'];
const text = t.operator.jobs;

/** Every job that one may see; the filter is the address. */
export default class JobsPage extends Page {
  static title = t.nav.jobs;

  started() {
    super.started();
    this.follow({ every: 4000 }, () => this.refresh());
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

  async #jobs(after, signal) {
    const page = await get(this.#asked(after ? { limit: MORE, after } : { limit: FIRST }), signal);
    if (!after) {
      this.change({ counts: page.counts });
    }
    return { rows: page.jobs, next: page.next };
  }

  #asked(more) {
    const query = new URLSearchParams();
    FILTERS.forEach((name) => this.query.get(name) && query.set(name, moment(name, this.query.get(name))));
    this.query.getAll('state').forEach((name) => query.append('state', name));
    Object.entries(more).forEach(([name, value]) => query.set(name, value));
    return `/api/skyferry/jobs?${query}`;
  }

  view() {
    return html`${pageHead(t.nav.jobs, session.may('operator') ? text.lead : text.leadOwn)}
      ${this.state.counts ? this.#states(this.state.counts) : nothing}
      ${this.#filters()}
      <sky-rows .flow=${true} .label=${t.nav.jobs} .key=${keyOf} .columns=${session.may('operator') ? COLUMNS : OWN_COLUMNS} .total=${this.#total()}
        .counted=${t.jobsShown} .fetch=${(after, signal) => this.#jobs(after, signal)} .empty=${this.#nothing()}></sky-rows>
      ${session.may('operator') ? this.#purging() : nothing}`;
  }

  #states(counts) {
    const chosen = this.query.getAll('state');
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const pill = (name, count, label) => html`<li><a class="pill" href=${this.#addressOf(name)}
      aria-current=${(name ? chosen.includes(name) : chosen.length === 0) ? 'true' : 'false'}>${label} <strong>${number(count)}</strong></a></li>`;
    return html`<ul class="pills" aria-label=${t.projects.states}>${pill(null, all, t.flights.all)}
      ${Object.entries(counts).filter(([name, count]) => count > 0 || chosen.includes(name)).map(([name, count]) => pill(name, count, state(name)))}</ul>`;
  }

  #addressOf(name) {
    const query = new URLSearchParams(this.query);
    query.delete('state');
    if (name) {
      query.set('state', name);
    }
    return `/jobs${query.size ? `?${query}` : ''}`;
  }

  #filters() {
    const field = (name, label, type = 'text') => html`<div class="field"><label for=${name}>${label}</label>
      <input id=${name} type=${type} autocomplete="off" .value=${this.query.get(name) ?? ''} @change=${(event) => setQuery({ [name]: event.target.value })}></div>`;
    const more = ['owner', 'system', 'since', 'until', 'project'].some((name) => this.query.get(name));
    return html`<form class="filters" role="search" aria-label=${text.filter} @submit=${(event) => event.preventDefault()}>
        <div class="field grow"><label for="q">${text.search}</label>
          <input id="q" type="search" autocomplete="off" .value=${this.query.get('q') ?? ''} @input=${(event) => this.#typed(event.target.value)}></div>
        <div class="field"><label for="name">${text.kind}</label>
          <select id="name" @change=${(event) => setQuery({ name: event.target.value })}><option value="">${t.flights.all}</option>
            ${NAMES.map((name) => html`<option value=${name} ?selected=${name === this.query.get('name')}>${text.names[name]}</option>`)}</select></div>
      </form>
      <details class="more-filters" ?open=${more}><summary>${text.more}</summary>
        <form class="filters" aria-label=${text.more} @submit=${(event) => event.preventDefault()}>
          ${session.may('operator') ? field('owner', text.owner) : nothing}${field('system', text.system)}${field('project', text.project)}
          ${field('since', text.since, 'date')}${field('until', text.until, 'date')}</form></details>`;
  }

  #typed(typed) {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => setQuery({ q: typed }), 350);
  }

  /** The counts are of what the filter leaves, in whatever state. */
  #total() {
    const { counts } = this.state;
    const chosen = this.query.getAll('state');
    return counts ? Object.entries(counts).reduce((sum, [name, count]) => sum + (chosen.length === 0 || chosen.includes(name) ? count : 0), 0) : null;
  }

  #nothing() {
    const filtered = this.query.size > 0;
    return html`<div class="card empty"><h2>${filtered ? t.flights.noMatch : text.none}</h2>
      <p>${filtered ? t.flights.noMatchText : text.noneText}</p>
      ${filtered ? html`<p class="actions"><a class="button quiet" href="/jobs">${t.flights.clear}</a></p>` : nothing}</div>`;
  }

  #purging() {
    return html`<details class="card purge"><summary>${text.purge.title}</summary><p>${text.purge.keeps}</p>
      ${this.state.did ? problem(this.state.did) : nothing}
      <div class="filters"><div class="field"><label for="days">${text.purge.days}</label><input id="days" type="number" min="0" max="36500" value="30"></div>
        ${button(text.purge.yes, () => this.#purge(), { kind: 'danger' })}</div></details>`;
  }

  async #purge() {
    const days = Number(this.querySelector('#days').value);
    if (await ask({ title: text.purge.ask(days), text: text.purge.keeps, yes: text.purge.yes, danger: true })) {
      try {
        const answer = await post('/api/skyferry/jobs/purge', { older_than_days: days });
        this.change({ did: null });
        toast(answer.message);
      } catch (failure) {
        this.change({ did: failure });
      }
      await this.refresh();
    }
  }
}

const COLUMNS = [
  {
    title: text.job,
    kind: 'lead-cell',
    cell: (job) => html`<a class="name" href=${`/jobs/${job.job_id}`}>${job.flight_name ?? text.names[job.job_name] ?? job.job_name}</a>
      <span class="sub">${text.number(job.job_id)}${job.system_id ? ` · ${job.system_id}` : ''}</span>`,
  },
  { title: t.history.status, cell: (job) => state(job.state) },
  {
    title: t.history.outcome,
    kind: 'outcome',
    cell: (job) => html`<span>${job.outcome}${job.superseded_by ? html` <a href=${`/jobs/${job.superseded_by}`}>${text.later(job.superseded_by)}</a>` : nothing}</span>`,
  },
  { title: text.owner, cell: (job) => owner(job.owner) },
  { title: t.history.began, cell: (job) => time(job.created_at) },
  { title: t.history.took, kind: 'number', cell: (job) => duration(secondsOf(job)) },
];
const OWN_COLUMNS = COLUMNS.filter((column) => column.title !== text.owner);

function secondsOf(job) {
  return job.started_at ? ((job.ended_at ? Date.parse(job.ended_at) : Date.now()) - Date.parse(job.started_at)) / 1000 : null;
}

/** A day of the reader's calendar as the moment at which it begins; the last day is meant to be in. */
function moment(name, value) {
  if (name !== 'since' && name !== 'until') {
    return value;
  }
  const day = new Date(`${value}T00:00:00`);
  if (Number.isNaN(day.getTime())) {
    return value;
  }
  day.setDate(day.getDate() + (name === 'until' ? 1 : 0));
  return day.toISOString();
}
