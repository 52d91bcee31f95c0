import { OperatorPage, pageHead } from '../parts/operator.js';
import { html, nothing } from '../view.js';
import { t } from '../texts.js';
import { get, post } from '../api.js';
import { go } from '../router.js';
import { ask } from '../parts/ask.js';
import { button } from '../parts/button.js';
import { fact, facts } from '../parts/facts.js';
import { problem } from '../parts/problem.js';
import { state } from '../parts/state.js';
import { time } from '../parts/time.js';
import { duration } from '../format.js';

const text = t.operator.schedules;

/** What the server does by itself, when next, and how it went. */
export default class SchedulesPage extends OperatorPage {
  static title = t.nav.schedules;
  state = { did: null };

  started() {
    super.started();
    if (this.allowed) {
      this.follow({ kinds: ['job_changed'], every: 10000 }, () => this.refresh());
    }
  }

  ask() {
    return this.load('schedules', (signal) => get('/api/skyferry/schedules', signal));
  }

  body() {
    return html`${pageHead(t.nav.schedules, text.lead)}
      ${this.state.did ? problem(this.state.did) : nothing}
      ${this.part('schedules', ({ schedules }) => (schedules.length ? schedules.map((one) => this.#card(one)) : html`<p class="card">${text.nothing}</p>`))}`;
  }

  #card(schedule) {
    const name = t.operator.jobs.names[schedule.name] ?? schedule.name;
    return html`<section class="card"><div class="card-head"><h2>${name}</h2>
        ${button(text.now, () => this.#start(schedule.name, name), { kind: 'quiet small' })}</div>
      <p class="quiet-text">${text.does[schedule.name] ?? schedule.name}</p>
      ${facts(
        fact(text.timetable, schedule.schedule === 'off' ? text.off : html`<code>${schedule.schedule}</code>`),
        fact(text.next, time(schedule.next_at)),
        fact(text.last, time(schedule.last_at)),
      )}
      ${schedule.last_runs.length ? html`<h3 class="spaced">${text.runs}</h3><ul class="plain">${schedule.last_runs.map(run)}</ul>` : html`<p class="quiet-text spaced">${text.none}</p>`}
    </section>`;
  }

  async #start(job, name) {
    if (await ask({ title: text.ask(name), text: text.does[job], yes: text.now })) {
      try {
        const answer = await post('/api/skyferry/jobs', { name: job, parameters: {} });
        await go(`/jobs/${answer.job_id}`);
      } catch (failure) {
        this.change({ did: failure });
      }
    }
  }
}

function run(one) {
  const ended = one.error ? 'FAILED' : one.ended_at ? 'COMPLETED' : 'RUNNING';
  return html`<li>${state(ended)} <a href=${`/jobs/${one.job_id}`}>${t.operator.jobs.number(one.job_id)}</a> ${time(one.started_at)}
    <span class="quiet-text">${one.ended_at ? duration((Date.parse(one.ended_at) - Date.parse(one.started_at)) / 1000) : ''}
      ${one.asked_by ? text.askedBy(one.asked_by) : t.operator.job.occasions[one.occasion] ?? ''}</span>
    ${one.error ? html`<code>${one.error}</code>` : nothing}</li>`;
}
