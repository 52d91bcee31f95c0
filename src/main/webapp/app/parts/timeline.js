import { html, svg } from '../view.js';
import { t } from '../texts.js';
import { clock, duration } from '../format.js';

/** Seconds between two marks of the axis. */
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400];
const MOST_MARKS = 6;
const LEAST_SHARE = 0.5;

/** When which step and partition worked, as bars over one axis of time; a table beside it says the same in words. */
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
  const place = (at) => ((Math.min(Math.max(at, begin), end) - begin) / (end - begin)) * 100;
  const marks = marksOf((end - begin) / 1000).map((seconds) => ({ seconds, at: place(begin + seconds * 1000) }));
  return html`<figure class="timeline"><figcaption class="unseen">${t.operator.job.timeline}</figcaption>
    <ul>${rows.map((row) => bar(row, end, place, marks))}
      <li class="timeline-axis" aria-hidden="true"><span class="timeline-name">${clock(new Date(begin))}</span><svg focusable="false">${marks.map(markText)}</svg>
        <span class="timeline-took">${clock(new Date(end))}</span></li></ul></figure>`;
}

function bar(row, end, place, marks) {
  const from = Date.parse(row.started_at);
  const to = row.ended_at ? Date.parse(row.ended_at) : end;
  const share = Math.max(LEAST_SHARE, place(to) - place(from));
  return html`<li class=${row.part ? 'part' : ''} data-from=${row.started_at} data-to=${row.ended_at ?? ''}><span class="timeline-name">${row.name}</span>
    <svg aria-hidden="true" focusable="false">${svg`
      ${marks.map(({ at }) => svg`<line class="timeline-mark" x1=${percent(at)} x2=${percent(at)} y1="0" y2="100%"/>`)}
      <rect class="timeline-ground" x="0" y="48%" width="100%" height="2"/>
      <rect class=${`timeline-bar look-${look(row.status)}`} x=${percent(Math.min(place(from), 100 - share))} y="15%" width=${percent(share)} height="70%" rx="3"><title>${clock(new Date(from))} – ${row.ended_at ? clock(new Date(to)) : ''}</title></rect>`}</svg>
    <span class="timeline-took">${shortly((to - from) / 1000)}</span></li>`;
}

function marksOf(seconds) {
  const step = STEPS.find((one) => seconds / one <= MOST_MARKS) ?? seconds / MOST_MARKS;
  return Array.from({ length: Math.floor(seconds / step) + 1 }, (_, index) => index * step);
}

function markText({ seconds, at }) {
  const anchor = at < 4 ? 'start' : at > 92 ? 'end' : 'middle';
  return svg`<text x=${percent(at)} y="75%" text-anchor=${anchor}>${shortly(seconds)}</text>`;
}

function percent(share) {
  return `${share.toFixed(2)}%`;
}

/** Most steps take less than a second. */
function shortly(seconds) {
  return seconds < 10 ? t.operator.job.seconds(seconds) : duration(seconds);
}

function look(status) {
  return { COMPLETED: 'good', FAILED: 'bad', STOPPED: 'warn', ABANDONED: 'warn' }[status] ?? 'busy';
}
