import { Page } from '../page.js';
import { html, nothing, repeat } from '../view.js';
import { t } from '../texts.js';
import { address, get } from '../api.js';
import { setQuery } from '../router.js';
import { bytes, number } from '../format.js';
import { button } from '../parts/button.js';
import { progress } from '../parts/progress.js';
import { state } from '../parts/state.js';
import { time } from '../parts/time.js';

const PAGE = 50;

/** The caller's projects, with how far each is. */
export default class ProjectsPage extends Page {
  static title = t.nav.projects;

  started() {
    super.started();
    this.follow({ every: 5000 }, () => this.refresh());
  }

  refresh() {
    const shown = Math.min(500, Math.max(PAGE, this.state.projects?.projects.length ?? 0));
    return this.load('projects', (signal) => get(this.#address({ limit: shown }), signal));
  }

  queried() {
    this.state.projects = undefined;
    this.refresh();
  }

  #address(more) {
    const asked = ['q', 'system', 'state'].map((name) => [name, this.query.get(name)]);
    return address('/api/skyferry/projects', { ...Object.fromEntries(asked), ...more });
  }

  async #more() {
    const { projects } = this.state;
    const page = await get(this.#address({ limit: PAGE, after: projects.next }), this.signal);
    this.change({ projects: { ...page, projects: [...projects.projects, ...page.projects] } });
  }

  view() {
    return html`<div class="page-head"><div><h1>${t.nav.projects}</h1><p class="under">${t.projects.lead}</p></div></div>
      ${this.state.projects ? this.#states(this.state.projects.states) : nothing}
      ${this.#filters()}
      ${this.part('projects', (answer) => this.#list(answer))}`;
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

  #list({ projects, next }) {
    if (projects.length === 0) {
      const filtered = this.query.get('q') || this.query.get('state');
      return html`<div class="card empty"><h2>${filtered ? t.flights.noMatch : t.projects.none}</h2>
        <p>${filtered ? t.flights.noMatchText : t.projects.noneText}</p>
        <p class="actions"><a class="button ${filtered ? 'quiet' : ''}" href=${filtered ? '/projects' : '/flights'}>${filtered ? t.flights.clear : t.projects.toFlights}</a></p></div>`;
    }
    return html`<div class="table-box"><table class="stack">
        <thead><tr><th scope="col">${t.flights.flight}</th><th scope="col">${t.projects.state}</th><th scope="col">${t.projects.progress}</th>
          <th scope="col" class="number">${t.images}</th><th scope="col" class="number">${t.size}</th><th scope="col">${t.projects.updated}</th></tr></thead>
        <tbody>${repeat(projects, (project) => project.id, row)}</tbody></table></div>
      ${next ? html`<p>${button(t.more, () => this.#more(), { kind: 'quiet' })}</p>` : nothing}`;
  }
}

function row(project) {
  return html`<tr>
    <td class="lead-cell"><a class="name" href=${`/projects/${project.id}`}>${project.flight_name}</a><span class="sub">${project.system_id}</span></td>
    <td data-label=${t.projects.state}>${state(project.state)}${project.error ? html`<span class="sub"><code>${project.error.code}</code></span>` : nothing}</td>
    <td class="bar-cell" data-label=${t.projects.progress}>${howFar(project)}</td>
    <td class="number" data-label=${t.images}>${number(project.image_count)}</td>
    <td class="number" data-label=${t.size}>${bytes(project.bytes.total || null)}</td>
    <td data-label=${t.projects.updated}>${time(project.updated_at)}</td></tr>`;
}

function howFar(project) {
  if (project.state === 'PROCESSING' || project.state === 'COMMITTED') {
    return progress(Math.round((project.running_progress ?? 0) * 100), 100, t.projects.processing(project.flight_name));
  }
  if (project.state === 'SYNCING' || project.state === 'NEEDS_ATTENTION') {
    return project.bytes.total ? progress(project.bytes.delivered, project.bytes.total, t.projects.moving(project.flight_name)) : '–';
  }
  return project.state === 'COMPLETED' ? html`<span class="quiet-text">${t.projects.done}</span>` : '–';
}
