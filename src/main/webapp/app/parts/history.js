import { html, nothing } from '../view.js';
import { t } from '../texts.js';
import { bytes, duration } from '../format.js';
import { state } from './state.js';
import { time } from './time.js';
import { session } from '../session.js';

/** The syncs of a project. */
export function history(syncs) {
  if (syncs.length === 0) {
    return html`<p class="quiet-text">${t.project.noSyncs}</p>`;
  }
  return html`<div class="table-box"><table class="stack">
    <thead><tr><th scope="col">${t.history.began}</th><th scope="col">${t.history.status}</th><th scope="col">${t.history.outcome}</th>
      <th scope="col" class="number">${t.history.moved}</th><th scope="col" class="number">${t.history.took}</th></tr></thead>
    <tbody>${syncs.map((sync) => html`<tr>
      <td class="lead-cell">${time(sync.started_at, { full: true })} ${session.may('operator') ? html`<a class="sub" href=${`/jobs/${sync.job_id}`}>${t.history.job(sync.job_id)}</a>` : nothing}</td>
      <td data-label=${t.history.status}>${state(sync.status)}</td>
      <td data-label=${t.history.outcome}>${t.outcomes[sync.outcome] ?? sync.outcome ?? '–'}</td>
      <td class="number" data-label=${t.history.moved}>${bytes(sync.bytes_moved)}</td>
      <td class="number" data-label=${t.history.took}>${sync.ended_at ? duration((Date.parse(sync.ended_at) - Date.parse(sync.started_at)) / 1000) : '–'}</td></tr>`)}</tbody></table></div>`;
}
