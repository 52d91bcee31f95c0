import { post } from './api.js';
import { html, nothing } from './view.js';
import { t } from './texts.js';
import { problem } from './parts/problem.js';
import './parts/once.js';

/** What several pages have done: creating projects and starting syncs. An outcome holds what went well and what did not. */

export async function createProjects(body) {
  try {
    const { results } = await post('/api/tapis-storage/create-projects/', body);
    return { created: results.created_projects, existing: results.projects_existing, problems: results.problems };
  } catch (failure) {
    return { created: [], existing: 0, problems: [], failure };
  }
}

export async function startSyncs(projects) {
  const outcome = { created: null, started: 0, problems: [], failure: null };
  for (const project of projects) {
    try {
      await post(`/api/skyferry/projects/${project}/syncs`, {});
      outcome.started += 1;
    } catch (failure) {
      outcome.problems.push({ ...failure, flight_name: t.project.number(project) });
    }
  }
  return outcome;
}

export function createdSummary(outcome, close) {
  return html`<div class="outcome" role="status" tabindex="-1">
    ${outcome.failure ? problem(outcome.failure) : nothing}
    ${outcome.created?.length ? created(outcome.created) : nothing}
    ${outcome.created && !outcome.created.length && !outcome.failure && !outcome.problems.length ? html`<p class="notice">${t.flights.nothingNew}</p>` : nothing}
    ${outcome.problems.length ? html`<div class="problem"><p class="problem-title">${t.flights.notAll(outcome.problems.length)}</p>${problemList(outcome.problems)}</div>` : nothing}
    <p><button type="button" class="button quiet small" @click=${close}>${t.close}</button></p>
  </div>`;
}

function created(projects) {
  const start = async () => {
    const { started } = await startSyncs(projects.map((project) => project.project_id));
    return started;
  };
  return html`<div class="notice"><p><strong>${t.flights.created(projects.length)}</strong></p>
    <ul>${projects.slice(0, 20).map((project) => html`<li><a href=${`/projects/${project.project_id}`}>${project.project_name}</a> · ${t.countImages(project.image_count)}</li>`)}</ul>
    ${projects.length > 20 ? html`<p>${t.andMore(projects.length - 20)}</p>` : nothing}
    <p><sky-once .label=${t.flights.syncThese(projects.length)} .done=${t.flights.started} .work=${start}></sky-once></p></div>`;
}

/** Problems of single systems or flights, each with its code and what to do. */
export function problemList(problems) {
  return html`<ul class="problem-list">${problems.map((one) => html`<li>
    <strong>${[one.system_id, one.flight_name].filter(Boolean).join(' / ')}</strong>
    ${one.error}: ${one.detail} <span class="brief"><code>${one.code}</code> ${one.hint ?? ''}</span></li>`)}</ul>`;
}
