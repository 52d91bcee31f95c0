import { Page } from '../page.js';
import { html, nothing } from '../view.js';
import { t } from '../texts.js';
import { address, get, post } from '../api.js';
import { setQuery } from '../router.js';
import { number } from '../format.js';
import { ask } from '../parts/ask.js';
import { button } from '../parts/button.js';
import { icon } from '../parts/icons.js';
import { problem } from '../parts/problem.js';
import { progress } from '../parts/progress.js';
import { state } from '../parts/state.js';
import { toast } from '../parts/toast.js';
import { announce } from '../parts/announce.js';
import { transferCard } from '../parts/transfer.js';
import { failedColumns, imageColumns } from '../parts/images.js';
import { history } from '../parts/history.js';
import '../parts/rows.js';

const STATES = ['LISTED', 'DELIVERED', 'FAILED', 'REFUSED', 'GONE'];
const WITH_WEBODM = ['COMMITTED', 'PROCESSING'];

/** One project: the sync while it runs, what is wrong, what can be done, WebODM's part, every image. */
export default class ProjectPage extends Page {
  static title = t.project.title;
  state = { did: null };
  renewed = 0;

  get path() {
    return `/api/skyferry/projects/${this.params.id}`;
  }

  started() {
    super.started();
    this.follow({ match: (event) => !event.project_id || String(event.project_id) === this.params.id, every: 2000 }, () => this.refresh());
  }

  async refresh() {
    const before = this.state.project?.project;
    const answer = await this.load('project', (signal) => get(this.path, signal));
    if (!answer) {
      return;
    }
    const { project } = answer;
    this.heading = project.flight_name;
    if (project.sync?.job_id) {
      this.load('job', (signal) => get(`/api/skyferry/jobs/${project.sync.job_id}`, signal));
    }
    if (!before || before.sync?.job_id !== project.sync?.job_id || before.state !== project.state) {
      this.#turned(before, project);
    } else if (JSON.stringify(before.images) !== JSON.stringify(project.images)) {
      this.#renewRows();
    }
  }

  /** Images that moved on look otherwise now; but a table that changes every second is hard to read. */
  #renewRows() {
    if (Date.now() - this.renewed > 5000) {
      this.renewed = Date.now();
      this.querySelectorAll('sky-rows').forEach((rows) => rows.renew());
    }
  }

  /** What is not worth asking for every second. */
  #turned(before, project) {
    this.load('syncs', (signal) => get(`${this.path}/syncs?limit=10`, signal));
    if (before) {
      this.querySelectorAll('sky-rows').forEach((rows) => rows.anew());
    }
    if (before && before.state !== project.state) {
      announce(`${project.flight_name}: ${t.states[project.state] ?? project.state}`);
    }
  }

  queried() {
    this.change({});
    queueMicrotask(() => this.querySelector('#images sky-rows')?.anew());
  }

  view() {
    return html`<p class="crumbs"><a href="/projects">${t.nav.projects}</a></p>
      ${this.state.project ? nothing : html`<h1>${t.project.title}</h1>`}
      ${this.part('project', ({ project }) => this.#all(project))}`;
  }

  #all(project) {
    const stuck = project.images.failed + project.images.refused;
    return html`
      <div class="page-head">
        <div><h1>${project.flight_name}</h1><p class="under">${project.system_id} · ${t.project.number(project.id)}</p></div>
        <div class="actions">${state(project.state)}</div>
      </div>
      ${this.state.did ? problem(this.state.did) : nothing}
      ${project.error ? problem({ ...project.error, error: t.errors[project.error.code] ?? t.states[project.state] }) : nothing}
      ${this.#doing(project)}
      ${project.sync ? transferCard(project, this.state.job?.job) : this.#standing(project)}
      ${stuck ? this.#failed(project, stuck) : nothing}
      ${this.#webOdm(project)}
      <section class="card" id="images"><div class="card-head"><h2>${t.images}</h2>${this.#chooseState(project)}</div>
        <sky-rows .label=${t.flight.imagesOf(project.flight_name)} .columns=${imageColumns} .total=${this.#total(project)}
          .fetch=${(after, signal) => this.#images(this.query.get('images'), after, signal)}
          .empty=${html`<p class="quiet-text">${t.project.noImages}</p>`}></sky-rows></section>
      <section class="card"><h2>${t.project.syncs}</h2>${this.part('syncs', ({ syncs }) => history(syncs))}</section>`;
  }

  /** Only what is allowed now; the server says what that is. */
  #doing(project) {
    const allowed = new Set(project.allowed ?? []);
    const first = allowed.has('retry-failed') ? 'retry-failed' : allowed.has('reprocess') && project.error?.code === 'NEW_IMAGES' ? 'reprocess' : 'sync';
    const offers = {
      sync: () => this.#start({}),
      'retry-failed': () => this.#post('retry-failed'),
      'process-without-failed': () => this.#without(project),
      reprocess: () => this.#reprocess(),
      stop: () => this.#stop(),
    };
    const shown = Object.keys(offers).filter((name) => allowed.has(name));
    return html`<div class="actions choices">
      ${shown.map((name) => button(t.project.actions[name], offers[name], { kind: name === first ? '' : 'quiet' }))}
      ${project.flight_id ? html`<a class="button quiet" href=${`/flights/${project.flight_id}`}>${t.project.toFlight}</a>` : nothing}
    </div>`;
  }

  #start(wishes) {
    return this.#post('syncs', wishes);
  }

  async #without(project) {
    const left = project.images.failed + project.images.refused;
    if (await ask({ title: t.project.withoutTitle(left), text: t.project.withoutText(project.images.delivered), yes: t.project.actions['process-without-failed'] })) {
      await this.#post('process-without-failed');
    }
  }

  async #reprocess() {
    if (await ask({ title: t.project.reprocessTitle, text: t.project.reprocessText, yes: t.project.actions.reprocess })) {
      await this.#start({ reprocess: true });
    }
  }

  async #stop() {
    if (await ask({ title: t.project.stopTitle, text: t.project.stopText, yes: t.project.actions.stop, danger: true })) {
      await this.#post('stop');
    }
  }

  async #post(what, body = {}) {
    try {
      const answer = await post(`${this.path}/${what}`, body);
      this.change({ did: null });
      toast(answer.message);
    } catch (failure) {
      this.change({ did: failure });
    }
    await this.refresh();
  }

  #standing(project) {
    const { images, bytes } = project;
    const all = images.listed + images.delivered + images.failed + images.refused;
    if (all === 0) {
      return html`<section class="card"><p>${t.project.untouched(project.image_count)}</p></section>`;
    }
    return html`<section class="card"><h2>${t.project.delivered}</h2>
      ${progress(bytes.delivered, bytes.total, t.project.delivered)}
      <p>${t.project.standing(images.delivered, all)}${images.listed ? ` ${t.project.left(images.listed)}` : ''}</p></section>`;
  }

  #failed(project, count) {
    return html`<section class="card" id="failed"><h2>${t.project.failed(count)}</h2>
      <p class="quiet-text">${t.project.failedText}</p>
      ${['FAILED', 'REFUSED'].filter((name) => project.images[name.toLowerCase()] > 0).map((name) => html`<h3>${state(name)}</h3>
        <sky-rows .label=${t.states[name]} .columns=${failedColumns} .total=${project.images[name.toLowerCase()]}
          .fetch=${(after, signal) => this.#images(name, after, signal)} .empty=${nothing}></sky-rows>`)}</section>`;
  }

  #webOdm(project) {
    const { webodm } = project;
    if (!webodm?.project_url) {
      return nothing;
    }
    const there = WITH_WEBODM.includes(project.state);
    return html`<section class="card"><div class="card-head"><h2>${t.webodm.title}</h2><p class="actions">
        <a class="button quiet small" href=${webodm.project_url} target="_blank" rel="noopener">${icon('external')}${t.webodm.project}</a>
        ${project.state === 'COMPLETED' ? html`<a class="button small" href=${webodm.task_url} target="_blank" rel="noopener">${icon('external')}${t.webodm.map}</a>` : nothing}</p></div>
      ${there ? html`${progress(Math.round((webodm.running_progress ?? 0) * 100), 100, t.webodm.processing)}` : nothing}
      <p>${t.webodm.says[project.state] ?? t.webodm.waits}</p></section>`;
  }

  #chooseState(project) {
    const chosen = this.query.get('images') ?? '';
    return html`<label class="inline">${t.flight.show}
      <select @change=${(event) => setQuery({ images: event.target.value })}>
        <option value="">${t.flights.all}</option>
        ${STATES.map((name) => html`<option value=${name} ?selected=${name === chosen}>${t.states[name]} (${number(project.images[name.toLowerCase()])})</option>`)}
      </select></label>`;
  }

  #total({ images }) {
    const chosen = this.query.get('images');
    return chosen ? images[chosen.toLowerCase()] : Object.values(images).reduce((sum, count) => sum + count, 0);
  }

  async #images(name, after, signal) {
    const page = await get(address(`${this.path}/images`, { state: name, after, limit: 500 }), signal);
    return { rows: page.images, next: page.next };
  }
}
