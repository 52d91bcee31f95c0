import { Page, waiting } from '../page.js';
import { html, nothing, repeat } from '../view.js';
import { t } from '../texts.js';
import { address, get } from '../api.js';
import { setQuery } from '../router.js';
import { bytes, number } from '../format.js';
import { button } from '../parts/button.js';
import { problem } from '../parts/problem.js';
import { state } from '../parts/state.js';
import { time } from '../parts/time.js';
import { toast } from '../parts/toast.js';
import { ask } from '../parts/ask.js';
import { lookForFlights, searching } from '../parts/discovery.js';
import { createProjects, createdSummary, startSyncs } from '../work.js';

const STATES = ['none', 'CREATED', 'SYNCING', 'NEEDS_ATTENTION', 'COMMITTED', 'PROCESSING', 'COMPLETED', 'FAILED', 'CANCELED'];
const SORTS = ['name', '-changed_at', '-first_seen', '-image_count', '-bytes'];
const PAGE = 50;

/** Systems and flights; the filters are in the address. */
export default class FlightsPage extends Page {
  static title = t.nav.flights;
  state = { chosen: new Map(), search: null, outcome: null };

  started() {
    super.started();
    this.load('systems', (signal) => get('/api/tapis-storage/systems/', signal));
    this.follow({ kinds: ['flights_discovered', 'project_created', 'project_changed', 'job_changed'], every: 15000 }, () => this.refresh());
  }

  /** Keeps as many rows as were loaded. */
  refresh() {
    this.load('jobs', (signal) => get('/api/skyferry/jobs?limit=10', signal));
    const shown = Math.min(500, Math.max(PAGE, this.state.flights?.flights.length ?? 0));
    return this.load('flights', (signal) => get(this.#address({ limit: shown }), signal));
  }

  queried() {
    this.state.flights = undefined;
    this.refresh();
  }

  #address(more) {
    const asked = ['q', 'system', 'state', 'sort'].map((name) => [name, this.query.get(name)]);
    return address('/api/skyferry/flights', { ...Object.fromEntries(asked), ...more });
  }

  async #more() {
    const { flights } = this.state;
    try {
      const page = await get(this.#address({ limit: PAGE, after: flights.next }), this.signal);
      this.change({ flights: { ...page, total: flights.total, flights: [...flights.flights, ...page.flights] } });
    } catch (failure) {
      this.failures.flights = failure;
      this.change({});
    }
  }

  view() {
    return html`
      <div class="page-head">
        <div><h1>${t.flights.title}</h1><p class="under">${t.flights.lead}</p></div>
        <div class="actions">${button(t.flights.look, () => this.#look(), { disabled: searching(this.state.search) })}</div>
      </div>
      ${lookForFlights.view(this.state.search, () => this.change({ search: null }))}
      ${this.#background()}
      ${this.#systems()}
      ${this.#filters()}
      ${this.state.outcome ? createdSummary(this.state.outcome, () => this.change({ outcome: null })) : nothing}
      ${this.part('flights', (answer) => this.#list(answer))}`;
  }

  async #look() {
    this.change({ outcome: null });
    await lookForFlights.run(this.state.systems?.systems, (search) => this.change({ search }), this.signal);
    await this.refresh();
  }

  /** After a sign-in, or by schedule. */
  #background() {
    const runs = this.state.jobs?.jobs.some((job) => job.job_name === 'discover-flights' && ['STARTING', 'STARTED'].includes(job.status));
    return runs ? waiting(t.discovery.background) : nothing;
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

  #list({ flights, next, total }) {
    if (flights.length === 0) {
      return this.#nothing();
    }
    return html`
      ${this.#chosen(flights)}
      <div class="table-box"><table class="stack">
        <thead><tr>
          <th scope="col" class="tick"><input type="checkbox" aria-label=${t.flights.chooseAll} .checked=${flights.every((flight) => this.state.chosen.has(flight.id))}
            @change=${(event) => this.#chooseAll(flights, event.target.checked)}></th>
          <th scope="col">${t.flights.flight}</th><th scope="col" class="number">${t.images}</th><th scope="col" class="number">${t.size}</th>
          <th scope="col">${t.flights.changed}</th><th scope="col">${t.flights.project}</th></tr></thead>
        <tbody>${repeat(flights, (flight) => flight.id, (flight) => this.#row(flight))}</tbody>
      </table></div>
      <p class="rows-foot" role="status">${t.flights.shown(flights.length, total)}</p>
      ${next ? html`<p>${button(t.more, () => this.#more(), { kind: 'quiet' })}</p>` : nothing}`;
  }

  #row(flight) {
    return html`<tr>
      <td class="tick"><input type="checkbox" aria-label=${t.flights.choose(flight.name)} .checked=${this.state.chosen.has(flight.id)}
        @change=${(event) => this.#choose(flight, event.target.checked)}></td>
      <td class="lead-cell"><a class="name" href=${`/flights/${flight.id}`}>${flight.name}</a><span class="sub">${flight.system_id}</span></td>
      <td class="number" data-label=${t.images}>${number(flight.image_count)}</td>
      <td class="number" data-label=${t.size}>${bytes(flight.bytes)}</td>
      <td data-label=${t.flights.changed}>${time(flight.changed_at)}</td>
      <td data-label=${t.flights.project}>${flight.project
        ? html`<a href=${`/projects/${flight.project.id}`} aria-label=${t.flights.projectOf(flight.name)}>${state(flight.project.state)}</a>`
        : html`<span class="quiet-text">${t.flights.none}</span>`}
        ${flight.gone ? html`<span class="sub">${t.flights.gone}</span>` : nothing}</td>
    </tr>`;
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

  #chooseAll(flights, chosen) {
    flights.forEach((flight) => this.#choose(flight, chosen));
  }

  #chosen(flights) {
    const known = new Map(flights.map((flight) => [flight.id, flight]));
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
