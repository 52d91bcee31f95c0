import { html, nothing } from '../view.js';
import { t } from '../texts.js';
import { number } from '../format.js';
import { state } from './state.js';
import { time } from './time.js';

const COUNTERS = ['read', 'write', 'commit', 'rollback'];
const SKIPS = ['read_skip', 'process_skip', 'write_skip', 'filter'];

/** The steps of a job with Jakarta Batch's counters; under each its partitions with their checkpoints. */
export function steps(job) {
  const text = t.operator.job;
  return html`<div class="table-box"><table class="stack">
    <thead><tr><th scope="col">${text.step}</th><th scope="col">${t.history.status}</th><th scope="col">${t.history.began}</th>
      ${COUNTERS.map((name) => html`<th scope="col" class="number">${text.counters[name]}</th>`)}
      <th scope="col" class="number">${text.skipped}</th><th scope="col" class="number">${text.checkpoint}</th></tr></thead>
    <tbody>${job.steps.map((step) => html`${row(step, t.transfer.steps[step.name] ?? step.name, step.name, false)}
      ${step.partitions.map((one) => row(one, text.partition(one.number), null, true))}`)}</tbody></table></div>`;
}

function row(one, name, sub, part) {
  const text = t.operator.job;
  const skipped = SKIPS.reduce((sum, counter) => sum + one.counters[counter], 0);
  return html`<tr class=${part ? 'part' : ''}>
    <th scope="row" class="lead-cell">${name}${sub && sub !== name ? html`<span class="sub"><code>${sub}</code></span>` : nothing}</th>
    <td data-label=${t.history.status}>${state(one.status)}${one.exit_status && one.exit_status !== one.status ? html`<span class="sub"><code>${one.exit_status}</code></span>` : nothing}</td>
    <td data-label=${t.history.began}>${time(one.started_at)}</td>
    ${COUNTERS.map((counter) => html`<td class=${one.counters[counter] ? 'number' : 'number nil'} data-label=${text.counters[counter]}>${number(one.counters[counter])}</td>`)}
    <td class=${skipped ? 'number' : 'number nil'} data-label=${text.skipped}>${number(skipped)}</td>
    <td class=${part ? 'number' : 'number nil'} data-label=${text.checkpoint}>${part ? one.checkpoint ?? '–' : nothing}</td></tr>`;
}
