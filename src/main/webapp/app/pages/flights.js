import { Page } from '../page.js';
import { html, nothing } from '../view.js';
import { t } from '../texts.js';
import { address, get, post } from '../api.js';
import { setQuery } from '../router.js';
import { bytes, number } from '../format.js';
import { button } from '../parts/button.js';
import { problem } from '../parts/problem.js';
import { state } from '../parts/state.js';
import { time } from '../parts/time.js';
import { toast } from '../parts/toast.js';
import { ask } from '../parts/ask.js';
import { findSearch, forgetSearch, lookForFlights, searchCard, searching } from '../parts/discovery.js';
import { createProjects, createdSummary, startSyncs } from '../work.js';
import '../parts/rows.js';

const STATES = ['none', 'CREATED', 'SYNCING', 'NEEDS_ATTENTION', 'COMMITTED', 'PROCESSING', 'COMPLETED', 'FAILED', 'CANCELED'];
const SORTS = ['name', '-changed_at', '-first_seen', '-image_count', '-bytes'];
const FIRST = 100;
const MORE = 500;
const keyOf = (flight) => flight.id;

/** Systems and flights; the filters are in the address. */
export default class FlightsPage extends Page {
  static title = t.nav.flights;
  state = { chosen: new Map(), search: null, outcome: null, total: null };
  watched = null;

  started() {
    super.started();
    this.load('systems', (signal) => get('/api/tapis-storage/systems/', signal));
    this.#findSearch();
    this.follow({ kinds: ['flights_discovered', 'project_created', 'project_changed', 'discovery_progress'], every: 15000 }, () => this.refresh());
    this.follow({ kinds: ['job_changed', 'discovery_progress'] }, (event) => this.#searchMoved(event));
  }

  refresh() {
    return this.rows?.renew();
  }

  get rows() {
    return this.querySelector('sky-rows');
  }

  queried() {
    this.change({ total: null });
    this.rows?.anew();
  }

  async #flights(after, signal) {
    const asked = ['q', 'system', 'state', 'sort'].map((name) => [name, this.query.get(name)]);
    const page = await get(address('/api/skyferry/flights', { ...Object.fromEntries(asked), limit: after ? MORE : FIRST, after }), signal);
    if (!after) {
      this.change({ total: page.total });
    }
    return { rows: page.flights, next: page.next };
  }

  view() {
    return html`
      <div class="page-head">
        <div><h1>${t.flights.title}</h1><p class="under">${t.flights.lead}</p></div>
        <div class="actions">${button(t.flights.look, () => this.#look(), { disabled: searching(this.state.search) })}</div>
      </div>
      ${this.failures.look ? problem(this.failures.look) : nothing}
      ${searchCard(this.state.search, { close: () => this.#closeSearch(), stop: () => this.#stopSearch() })}
      ${this.#systems()}
      ${this.#filters()}
      ${this.state.outcome ? createdSummary(this.state.outcome, () => this.change({ outcome: null })) : nothing}
      ${this.#choices()}
      <sky-rows .flow=${true} .label=${t.flights.title} .key=${keyOf} .columns=${this.#columns()} .total=${this.state.total}
        .counted=${t.flights.shown} .fetch=${(after, signal) => this.#flights(after, signal)} .empty=${this.#nothing()} @sky-loaded=${() => this.change({})}></sky-rows>`;
  }

  async #look() {
    this.change({ outcome: null });
    if (await this.load('look', lookForFlights)) {
      await this.#findSearch();
    }
  }

  /** Somebody may have started one in another browser, a sign-in or a schedule as well. */
  async #findSearch() {
    const before = this.state.search;
    try {
      const search = await findSearch(this.watched, this.signal);
      this.watched = search?.job_id ?? null;
      this.change({ search });
      if (search && !searching(search) && before?.state !== search.state) {
        this.load('systems', (signal) => get('/api/tapis-storage/systems/', signal));
        this.refresh();
      }
    } catch {
      // the list below says that the server can't be reached
    }
  }

  /** The event says how far it is; without one, and at its end, the job is asked. */
  async #searchMoved(event) {
    const { search } = this.state;
    if (event?.kind === 'discovery_progress' && event.job_id === search?.job_id && searching(search)) {
      this.change({ search: { ...search, discovery: event } });
    } else if (event?.kind !== 'job_changed' || event.job_name === 'discover-flights') {
      await this.#findSearch();
    }
  }

  #closeSearch() {
    forgetSearch();
    this.watched = null;
    this.change({ search: null });
  }

  async #stopSearch() {
    await post(`/api/skyferry/jobs/${this.state.search.job_id}/stop`, {});
    await this.#findSearch();
  }

  #systems() {
    if (this.failures.systems) {
      return problem(this.failures.systems, { again: () => this.started() });
    }
    const systems = this.state.systems?.systems;
    if (!systems) {
      return nothing;
    }
    return html`<details class="systems">
      <summary>${t.flights.systems(systems.length)}</summary>
      ${systems.length === 0 ? html`<p class="quiet-text">${t.flights.noSystems}</p>` : html`<div class="table-box"><table class="stack">
        <thead><tr><th scope="col">${t.flights.system}</th><th scope="col">${t.flights.description}</th><th scope="col">${t.flights.host}</th></tr></thead>
        <tbody>${systems.map((system) => html`<tr>
          <td class="lead-cell"><a class="name" href=${address('/flights', { system: system.id })}>${system.id}</a></td>
          <td data-label=${t.flights.description}>${system.description || '–'}</td>
          <td data-label=${t.flights.host}><code>${system.host}</code></td></tr>`)}</tbody>
      </table></div>`}
    </details>`;
  }

  #filters() {
    const systems = this.state.systems?.systems ?? [];
    const chosen = this.query.get('system') ?? '';
    const ids = [...new Set([...systems.map((system) => system.id), ...(chosen ? [chosen] : [])])];
    return html`<form class="filters" role="search" aria-label=${t.flights.filter} @submit=${(event) => this.#filter(event)} @change=${(event) => this.#filter(event)}>
      <div class="field grow"><label for="q">${t.flights.name}</label>
        <input id="q" name="q" type="search" autocomplete="off" .value=${this.query.get('q') ?? ''} @input=${() => this.#typed()}></div>
      <div class="field"><label for="system">${t.flights.system}</label>
        <select id="system" name="system"><option value="">${t.flights.all}</option>
          ${ids.map((id) => html`<option value=${id} ?selected=${id === chosen}>${id}</option>`)}</select></div>
      <div class="field"><label for="state">${t.flights.project}</label>
        <select id="state" name="state"><option value="">${t.flights.any}</option>
          ${STATES.map((name) => html`<option value=${name} ?selected=${name === this.query.get('state')}>${t.states[name] ?? t.flights[name]}</option>`)}</select></div>
      <div class="field"><label for="sort">${t.flights.sort}</label>
        <select id="sort" name="sort">
          ${SORTS.map((name) => html`<option value=${name} ?selected=${name === (this.query.get('sort') ?? 'name')}>${t.flights.sorts[name]}</option>`)}</select></div>
    </form>`;
  }

  #typed() {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.#keep(this.querySelector('form.filters')), 350);
  }

  #filter(event) {
    event.preventDefault();
    clearTimeout(this.typing);
    this.#keep(event.currentTarget);
  }

  #keep(form) {
    const values = Object.fromEntries(new FormData(form));
    setQuery({ ...values, sort: values.sort === 'name' ? '' : values.sort });
  }

  #columns() {
    const { chosen } = this.state;
    const loaded = this.rows?.rows ?? [];
    return [
      {
        title: html`<input type="checkbox" aria-label=${t.flights.chooseAll} .checked=${loaded.length > 0 && loaded.every((flight) => chosen.has(flight.id))}
          @change=${(event) => this.#chooseAll(event.target.checked)}>`,
        label: '',
        kind: 'tick',
        cell: (flight) => html`<input type="checkbox" aria-label=${t.flights.choose(flight.name)} .checked=${chosen.has(flight.id)}
          @change=${(event) => this.#choose(flight, event.target.checked)}>`,
      },
      ...COLUMNS,
    ];
  }

  #nothing() {
    const filtered = ['q', 'system', 'state'].some((name) => this.query.get(name));
    if (filtered) {
      return html`<div class="card empty"><h2>${t.flights.noMatch}</h2><p>${t.flights.noMatchText}</p>
        <p class="actions"><a class="button quiet" href="/flights">${t.flights.clear}</a></p></div>`;
    }
    return html`<div class="card empty"><h2>${t.flights.empty}</h2><p>${t.flights.emptyText}</p>
      ${searching(this.state.search) ? nothing : html`<p class="actions">${button(t.flights.look, () => this.#look())}</p>`}</div>`;
  }

  #choose(flight, chosen) {
    if (chosen) {
      this.state.chosen.set(flight.id, flight);
    } else {
      this.state.chosen.delete(flight.id);
    }
    this.change({});
  }

  #chooseAll(chosen) {
    this.rows.rows.forEach((flight) => this.#choose(flight, chosen));
  }

  #choices() {
    const known = new Map((this.rows?.rows ?? []).map((flight) => [flight.id, flight]));
    if (known.size === 0) {
      return nothing;
    }
    const chosen = [...this.state.chosen.values()].map((flight) => known.get(flight.id) ?? flight);
    const without = chosen.filter((flight) => !flight.project && !flight.gone);
    const withProject = chosen.filter((flight) => flight.project);
    if (chosen.length === 0) {
      return html`<div class="actions choices"><span class="quiet-text">${t.flights.hint}</span>
        ${button(t.flights.createAll, () => this.#createAll(), { kind: 'quiet small' })}</div>`;
    }
    return html`<div class="actions choices">
      <strong role="status">${t.flights.chosen(chosen.length)}</strong>
      ${without.length ? button(t.flights.create(without.length), () => this.#create(without), { kind: 'small' }) : nothing}
      ${withProject.length ? button(t.flights.sync(withProject.length), () => this.#sync(withProject), { kind: without.length ? 'quiet small' : 'small' }) : nothing}
      ${button(t.flights.choseNone, async () => this.change({ chosen: new Map() }), { kind: 'quiet small' })}
    </div>`;
  }

  async #create(flights) {
    const body = { flights: flights.map((flight) => ({ flight_name: flight.name, system_id: flight.system_id })) };
    this.#created(await createProjects(body));
  }

  async #createAll() {
    const sure = await ask({ title: t.flights.createAll, text: t.flights.createAllText, yes: t.flights.createAllYes });
    if (sure) {
      this.#created(await createProjects({ auto_discover: true }));
    }
  }

  /** The button that was pressed is gone by then; the focus goes to what came of it. */
  #created(outcome) {
    this.change({ outcome, chosen: new Map() });
    requestAnimationFrame(() => this.querySelector('.outcome')?.focus());
    this.refresh();
  }

  async #sync(flights) {
    const outcome = await startSyncs(flights.map((flight) => flight.project.id));
    this.#created(outcome);
    toast(t.flights.started(outcome.started));
  }
}

const COLUMNS = [
  { title: t.flights.flight, kind: 'lead-cell', cell: (flight) => html`<a class="name" href=${`/flights/${flight.id}`}>${flight.name}</a><span class="sub">${flight.system_id}</span>` },
  { title: t.images, kind: 'number', cell: (flight) => number(flight.image_count) },
  { title: t.size, kind: 'number', cell: (flight) => bytes(flight.bytes) },
  { title: t.flights.changed, cell: (flight) => time(flight.changed_at) },
  {
    title: t.flights.project,
    cell: (flight) => html`<span>${flight.project
      ? html`<a href=${`/projects/${flight.project.id}`} aria-label=${t.flights.projectOf(flight.name)}>${state(flight.project.state)}</a>`
      : html`<span class="quiet-text">${t.flights.none}</span>`}
      ${flight.gone ? html`<span class="sub">${t.flights.gone}</span>` : nothing}</span>`,
  },
];
