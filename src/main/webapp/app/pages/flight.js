import { Page } from '../page.js';
import { html, nothing } from '../view.js';
import { t } from '../texts.js';
import { address, get } from '../api.js';
import { setQuery } from '../router.js';
import { bytes, duration, number, rate } from '../format.js';
import { button } from '../parts/button.js';
import { state } from '../parts/state.js';
import { time } from '../parts/time.js';
import { fact, facts } from '../parts/facts.js';
import { createProjects, createdSummary } from '../work.js';
import { go } from '../router.js';
import '../parts/rows.js';
import '../parts/map.js';

const KINDS = ['new', 'changed', 'waiting', 'delivered', 'refused', 'gone'];

/** One flight: what it is, what a sync would do, its images. Nothing moves from looking. */
export default class FlightPage extends Page {
  static title = t.flight.title;
  state = { outcome: null };

  get path() {
    return `/api/skyferry/flights/${this.params.id}`;
  }

  started() {
    super.started();
    this.load('plan', (signal) => get(`${this.path}/plan`, signal));
    this.follow({ kinds: ['flights_discovered', 'project_created', 'project_changed'], every: 10000 }, () => this.refresh());
  }

  async refresh() {
    const answer = await this.load('flight', (signal) => get(this.path, signal));
    if (answer) {
      this.heading = answer.flight.name;
    }
    if (this.failures.plan) {
      this.load('plan', (signal) => get(`${this.path}/plan`, signal));
    }
  }

  queried() {
    this.querySelector('sky-rows')?.anew();
    this.change({});
  }

  view() {
    return html`<p class="crumbs"><a href="/flights">${t.flights.title}</a></p>
      ${this.state.flight ? nothing : html`<h1>${t.flight.title}</h1>`}
      ${this.part('flight', ({ flight }) => this.#all(flight))}`;
  }

  #all(flight) {
    return html`
      <div class="page-head">
        <div><h1>${flight.name}</h1><p class="under">${flight.system_id}</p></div>
        <div class="actions">${flight.project
          ? html`<a class="button" href=${`/projects/${flight.project.id}`}>${t.flight.toProject}</a>`
          : button(t.flight.create, () => this.#create(flight), { disabled: flight.gone })}</div>
      </div>
      ${flight.gone ? html`<p class="notice">${t.flight.gone}</p>` : nothing}
      ${this.state.outcome ? createdSummary(this.state.outcome, () => this.change({ outcome: null })) : nothing}
      <section class="card" aria-label=${t.flight.facts}>${facts(
        fact(t.images, number(flight.image_count)),
        fact(t.size, bytes(flight.bytes)),
        fact(t.flight.project, flight.project ? state(flight.project.state) : t.flights.none),
        fact(t.flight.changed, time(flight.changed_at)),
        fact(t.flight.seen, time(flight.last_seen)),
        fact(t.flight.first, time(flight.first_seen)),
        fact(t.flight.path, html`<code>${flight.images_path}</code>`, { wide: true }),
      )}</section>
      <section class="card"><div class="card-head"><h2>${t.plan.title}</h2>
        ${button(t.plan.anew, () => this.#plan(), { kind: 'quiet small' })}</div>
        ${this.part('plan', (answer) => this.#planned(answer))}</section>
      <sky-map .flight=${this.params.id}></sky-map>
      <section class="card"><div class="card-head"><h2>${t.images}</h2>${this.#kinds()}</div>
        <sky-rows .label=${t.flight.imagesOf(flight.name)} .columns=${COLUMNS} .total=${this.#total()}
          .fetch=${(after, signal) => this.#images(after, signal)} .empty=${html`<p class="quiet-text">${t.flight.noImages}</p>`}></sky-rows></section>`;
  }

  #plan() {
    this.querySelector('sky-rows')?.anew();
    return this.load('plan', (signal) => get(`${this.path}/plan`, signal));
  }

  async #create(flight) {
    const outcome = await createProjects({ flights: [{ flight_name: flight.name, system_id: flight.system_id }] });
    if (outcome.created.length === 1) {
      go(`/projects/${outcome.created[0].project_id}`);
    } else {
      this.change({ outcome });
      this.refresh();
    }
  }

  #planned({ plan, planned_at: at }) {
    const rows = KINDS.filter((kind) => plan[kind]?.images > 0);
    return html`
      <p class="plan-sum">${plan.to_move.images === 0 ? t.plan.nothing
        : html`${t.plan.sum(plan.to_move.images, bytes(plan.to_move.bytes))}
          ${t.plan.takes(duration(plan.estimated_seconds), rate(plan.rate.bytes_per_second), plan.rate.measured)}`}</p>
      ${rows.length ? html`<div class="table-box"><table class="stack">
        <thead><tr><th scope="col">${t.plan.kind}</th><th scope="col" class="number">${t.images}</th><th scope="col" class="number">${t.size}</th></tr></thead>
        <tbody>${rows.map((kind) => html`<tr><td class="lead-cell">${t.plan.kinds[kind]}<span class="sub">${t.plan.means[kind]}</span></td>
          <td class="number" data-label=${t.images}>${number(plan[kind].images)}</td><td class="number" data-label=${t.size}>${bytes(plan[kind].bytes)}</td></tr>`)}</tbody></table></div>` : nothing}
      ${plan.warnings.map((warning) => html`<div class="problem warn"><p class="problem-title">${warning.text}</p>
        ${warning.images.length ? html`<p>${warning.images.map((name) => html`<code>${name}</code> `)}</p>` : nothing}
        <p class="problem-marks">${t.code} <code>${warning.code}</code></p></div>`)}
      <p class="quiet-text">${t.plan.asOf} ${time(at)}. ${t.plan.free}</p>`;
  }

  #kinds() {
    const chosen = this.query.get('plan') ?? '';
    return html`<label class="inline">${t.flight.show}
      <select @change=${(event) => setQuery({ plan: event.target.value })}>
        <option value="">${t.flights.all}</option>
        ${KINDS.map((kind) => html`<option value=${kind.toUpperCase()} ?selected=${kind.toUpperCase() === chosen}>${t.plan.kinds[kind]}</option>`)}
      </select></label>`;
  }

  #total() {
    const plan = this.state.plan?.plan;
    const chosen = this.query.get('plan');
    if (!plan) {
      return null;
    }
    return chosen ? plan[chosen.toLowerCase()].images : KINDS.reduce((sum, kind) => sum + plan[kind].images, 0);
  }

  async #images(after, signal) {
    const page = await get(address(`${this.path}/images`, { plan: this.query.get('plan'), after, limit: 500 }), signal);
    return { rows: page.images, next: page.next };
  }
}

const COLUMNS = [
  { title: t.image.name, kind: 'file lead-cell', cell: (image) => html`<code>${image.name}</code>` },
  { title: t.size, kind: 'number', cell: (image) => bytes(image.size) },
  { title: t.image.modified, cell: (image) => time(image.last_modified, { full: true }) },
  { title: t.image.plan, cell: (image) => t.plan.kinds[image.plan.toLowerCase()] ?? image.plan },
];
