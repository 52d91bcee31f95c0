import { html, svg } from '../view.js';
import { t } from '../texts.js';
import { duration } from '../format.js';

const WIDTH = 1000;
const ROW = 26;

/** When which step and partition worked, as bars under each other; a table beside it says the same in words. */
export function timeline(job, now = Date.now()) {
  const rows = job.steps.flatMap((step) => [
    { ...step, name: t.transfer.steps[step.name] ?? step.name },
    ...(step.partitions.length > 1 ? step.partitions.map((one) => ({ ...one, name: t.operator.job.partition(one.number), part: true })) : []),
  ]).filter((row) => row.started_at);
  if (rows.length === 0) {
    return '';
  }
  const begin = Date.parse(job.started_at ?? job.created_at);
  const end = Math.max(job.ended_at ? Date.parse(job.ended_at) : now, begin + 1);
  const place = (at) => ((Math.min(Math.max(at, begin), end) - begin) / (end - begin)) * WIDTH;
  return html`<figure class="timeline"><figcaption class="unseen">${t.operator.job.timeline}</figcaption>
    <ul>${rows.map((row) => {
      const from = Date.parse(row.started_at);
      const to = row.ended_at ? Date.parse(row.ended_at) : end;
      return html`<li class=${row.part ? 'part' : ''}><span class="timeline-name">${row.name}</span>
        <svg viewBox="0 0 ${WIDTH} ${ROW}" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          ${svg`<rect class="timeline-ground" x="0" y="12" width=${WIDTH} height="2"/><rect class=${`timeline-bar look-${look(row.status)}`} x=${place(from)} y="4" width=${Math.max(4, place(to) - place(from))} height="18" rx="3"/>`}</svg>
        <span class="timeline-took">${shortly((to - from) / 1000)}</span></li>`;
    })}</ul></figure>`;
}

/** Most steps take less than a second. */
function shortly(seconds) {
  return seconds < 10 ? t.operator.job.seconds(seconds) : duration(seconds);
}

function look(status) {
  return { COMPLETED: 'good', FAILED: 'bad', STOPPED: 'warn', ABANDONED: 'warn' }[status] ?? 'busy';
}
