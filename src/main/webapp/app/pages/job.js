import { Page } from '../page.js';
import { html, nothing } from '../view.js';
import { t } from '../texts.js';
import { address, get, post, remove } from '../api.js';
import { go } from '../router.js';
import { bytes, duration, number, rate } from '../format.js';
import { announce } from '../parts/announce.js';
import { ask } from '../parts/ask.js';
import { button } from '../parts/button.js';
import { fact, facts } from '../parts/facts.js';
import { failedColumns } from '../parts/images.js';
import { problem } from '../parts/problem.js';
import { progress } from '../parts/progress.js';
import { state } from '../parts/state.js';
import { steps } from '../parts/steps.js';
import { time } from '../parts/time.js';
import { timeline } from '../parts/timeline.js';
import { toast } from '../parts/toast.js';
import '../parts/joblog.js';
import '../parts/rows.js';

const text = t.operator.job;

/** One job: how it stands and why, what can be done and what that keeps, and every detail under that. */
export default class JobPage extends Page {
  static title = text.title;
  state = { did: null };

  get path() {
    return `/api/skyferry/jobs/${this.params.id}`;
  }

  started() {
    super.started();
    this.follow({ match: (event) => !event.job_id || String(event.job_id) === this.params.id, every: 2000 }, () => this.refresh());
  }

  async refresh() {
    const before = this.state.job?.job;
    const answer = await this.load('job', (signal) => get(this.path, signal));
    if (!answer) {
      return;
    }
    this.heading = nameOf(answer.job);
    if (before && before.state !== answer.job.state) {
      announce(`${nameOf(answer.job)}: ${t.states[answer.job.state]}`);
      this.querySelector('sky-log')?.anew();
      this.querySelectorAll('sky-rows').forEach((rows) => rows.anew());
    }
  }

  view() {
    return html`<p class="crumbs"><a href="/jobs">${t.nav.jobs}</a></p>
      ${this.state.job ? nothing : html`<h1>${text.title}</h1>`}
      ${this.part('job', ({ job }) => this.#all(job))}`;
  }

  #all(job) {
    const under = [t.operator.jobs.names[job.job_name] ?? job.job_name, t.operator.jobs.number(job.job_id), job.system_id, job.owner ?? t.operator.server];
    return html`
      <div class="page-head">
        <div><h1>${nameOf(job)}</h1><p class="under">${under.filter(Boolean).join(' · ')}</p></div>
        <div class="actions">${state(job.state)}</div>
      </div>
      <p class="outcome-line">${job.outcome} ${job.superseded_by ? html`<a href=${`/jobs/${job.superseded_by}`}>${text.later(job.superseded_by)}</a>` : nothing}</p>
      ${this.state.did ? problem(this.state.did) : nothing}
      ${job.error ? problem({ ...job.error, error: t.errors[job.error.code] ?? t.states[job.state] ?? job.error.code }) : nothing}
      ${this.#doing(job)}
      ${job.progress ? this.#images(job) : nothing}
      ${job.discovery ? found(job) : nothing}
      <section class="card"><h2>${text.course}</h2>
        ${facts(
          fact(text.created, time(job.created_at, { full: true })),
          fact(text.started, time(job.started_at, { full: true })),
          fact(text.ended, time(job.ended_at, { full: true })),
          fact(t.history.took, job.started_at ? duration(((job.ended_at ? Date.parse(job.ended_at) : Date.now()) - Date.parse(job.started_at)) / 1000) : '–'),
        )}
        ${timeline(job)}</section>
      <section><h2>${text.steps}</h2>${job.steps.length ? steps(job) : html`<p class="quiet-text">${text.noSteps}</p>`}</section>
      ${this.#result(job)}
      <section class="card"><h2>${text.log}</h2><sky-log .path=${`${this.path}/log`}></sky-log></section>
      <section class="card"><h2>${text.details}</h2>
        ${facts(
          fact(text.status, html`<code>${job.status}</code>`),
          fact(text.exit, html`<code>${job.exit_status ?? '–'}</code>`),
          fact(text.instance, job.instance_id),
          job.order ? fact(text.occasion, text.occasions[job.order.occasion] ?? job.order.occasion) : nothing,
          job.order?.asked_by ? fact(text.askedBy, job.order.asked_by) : nothing,
          ...Object.entries(job.parameters).map(([name, value]) => fact(html`<code>${name}</code>`, html`<code>${value}</code>`)),
        )}</section>`;
  }

  /** Only what is allowed now, each with what it keeps; the server says both. */
  #doing(job) {
    if (job.allowed.length === 0 && !job.project_id) {
      return nothing;
    }
    const kinds = { restart: '', stop: 'quiet', abandon: 'quiet', purge: 'quiet' };
    return html`<div class="actions choices">
      ${['restart', 'stop', 'abandon', 'purge'].flatMap((name) => job.allowed.filter((one) => one.action === name))
        .map(({ action, keeps }) => button(text.actions[action], () => this.#act(job, action, keeps), { kind: kinds[action] }))}
      ${job.project_id ? html`<a class="button quiet" href=${`/projects/${job.project_id}`}>${text.toProject}</a>` : nothing}</div>`;
  }

  async #act(job, action, keeps) {
    if (!(await ask({ title: text.asks[action](nameOf(job)), text: keeps, yes: text.actions[action], danger: action !== 'restart' }))) {
      return;
    }
    try {
      const answer = action === 'purge' ? await remove(this.path) : await post(`${this.path}/${action}`, action === 'restart' ? null : {});
      this.change({ did: null });
      toast(answer.message);
      if (action === 'purge') {
        await go('/jobs');
        return;
      }
      if (answer.job_id) {
        await go(`/jobs/${answer.job_id}`);
        return;
      }
    } catch (failure) {
      this.change({ did: failure });
    }
    await this.refresh();
  }

  #images(job) {
    const now = job.progress;
    const stuck = now.images_failed + now.images_refused;
    return html`<section class="card transfer" aria-label=${t.images}><h2>${text.images}</h2>
        ${progress(now.bytes_delivered, now.bytes_total, text.images)}
        ${facts(
          fact(t.project.delivered, `${number(now.images_delivered)} / ${number(now.images_total)}`),
          fact(t.size, `${bytes(now.bytes_delivered)} / ${bytes(now.bytes_total)}`),
          fact(t.transfer.failed, number(stuck)),
          now.bytes_moved === null ? nothing : fact(t.history.moved, bytes(now.bytes_moved)),
          now.bytes_per_second === null ? nothing : fact(t.transfer.average, rate(now.bytes_per_second)),
        )}</section>
      ${stuck && job.project_id ? html`<section class="card" id="failed"><h2>${t.project.failed(stuck)}</h2>
        ${['FAILED', 'REFUSED'].filter((name) => now[`images_${name.toLowerCase()}`] > 0).map((name) => html`<h3>${state(name)}</h3>
          <sky-rows .label=${t.states[name]} .columns=${failedColumns} .total=${now[`images_${name.toLowerCase()}`]} .empty=${nothing}
            .fetch=${(after, signal) => this.#failed(job, name, after, signal)}></sky-rows>`)}</section>` : nothing}`;
  }

  async #failed(job, name, after, signal) {
    const page = await get(address(`/api/skyferry/projects/${job.project_id}/images`, { state: name, after, limit: 500 }), signal);
    return { rows: page.images, next: page.next };
  }

  #result(job) {
    return job.result ? html`<section class="card"><h2>${text.result}</h2>
      <pre class="log" tabindex="0" role="region" aria-label=${text.result}>${JSON.stringify(job.result, null, 2)}</pre></section>` : nothing;
  }
}

function found({ discovery, ended_at: ended }) {
  return html`<section class="card" aria-label=${t.discovery.title}><h2>${t.discovery.found}</h2>
    ${ended ? nothing : progress(discovery.systems_done, discovery.systems, t.discovery.title)}
    <p>${t.discovery.sum(discovery)}</p></section>`;
}

function nameOf(job) {
  return job.flight_name ?? t.operator.jobs.names[job.job_name] ?? job.job_name;
}
