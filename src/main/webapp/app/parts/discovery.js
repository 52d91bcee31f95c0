import { get, post, address } from '../api.js';
import { html, nothing } from '../view.js';
import { session } from '../session.js';
import { t } from '../texts.js';
import { button } from './button.js';
import { progress } from './progress.js';
import { problem } from './problem.js';
import { problemList } from '../work.js';

const RUNNING = ['RUNNING', 'STOPPING'];
const STARTED_HERE = 'skyferry.search';

/** Whether the search, a job as the API tells of it, is under way. */
export function searching(search) {
  return Boolean(search && RUNNING.includes(search.state));
}

/** Has the server look through all systems; it makes no project, and goes on when the page is left. */
export async function lookForFlights(signal) {
  const answer = await post('/api/tapis-storage/discover-flights/', {}, { signal, headers: { Prefer: 'respond-async' } });
  remember(answer.job_id);
  return answer.job_id;
}

/**
 * The newest search, if it runs, or if somebody watches it here: who started it in this tab, or saw it running, is told
 * how it ended, also after a reload.
 */
export async function findSearch(watched, signal) {
  const { name, tenant } = session.user;
  const { jobs } = await get(address('/api/skyferry/jobs', { name: 'discover-flights', owner: `${name}@${tenant}`, limit: 1 }), signal);
  const newest = jobs[0];
  if (!newest || !(searching(newest) || watched === newest.job_id || remembered() === newest.job_id)) {
    return null;
  }
  return (await get(`/api/skyferry/jobs/${newest.job_id}`, signal)).job;
}

export function forgetSearch() {
  remember(null);
}

export function searchCard(search, { close, stop }) {
  if (!search) {
    return nothing;
  }
  const runs = searching(search);
  const far = search.discovery;
  const made = search.result?.created_projects ?? [];
  const problems = search.result?.problems ?? [];
  return html`<section class="card search" aria-label=${t.discovery.title}>
    <div class="card-head"><h2>${runs ? t.discovery.title : t.discovery.ended}</h2>
      ${runs ? button(t.project.actions.stop, stop, { kind: 'quiet small' }) : button(t.close, async () => close(), { kind: 'quiet small' })}</div>
    ${search.error ? problem({ ...search.error, error: t.errors[search.error.code] ?? t.states[search.state] ?? search.error.code }) : nothing}
    ${runs ? progress(far?.systems_done ?? 0, far?.systems ?? 0, t.discovery.title) : nothing}
    ${far ? html`<p role=${runs ? 'none' : 'status'}>${t.discovery.sum(far)}</p>` : runs ? html`<p>${t.discovery.begins}</p>` : nothing}
    ${runs ? html`<p class="quiet-text">${far?.problems ? t.discovery.unread(far.problems) : ''} ${t.discovery.free}</p>` : nothing}
    ${made.length ? html`<p>${t.flights.created(made.length)}.</p>` : nothing}
    ${problems.length ? html`<p><strong>${t.discovery.problems(problems.length)}</strong></p>${problemList(problems)}` : nothing}
  </section>`;
}

function remember(job) {
  try {
    if (job) {
      sessionStorage.setItem(STARTED_HERE, String(job));
    } else {
      sessionStorage.removeItem(STARTED_HERE);
    }
  } catch {
    // then a reload shows a search only while it runs
  }
}

function remembered() {
  try {
    return Number(sessionStorage.getItem(STARTED_HERE));
  } catch {
    return null;
  }
}
