import { html } from '../view.js';
import { t } from '../texts.js';
import { bytes, duration, number, rate } from '../format.js';
import { fact, facts } from './facts.js';
import { progress } from './progress.js';

const WINDOW_MILLIS = 15000;

/** Remembers how much had moved when, for a rate of now; the server knows the average alone. */
export function sample(samples, job, now = Date.now()) {
  const moved = job?.progress?.bytes_moved;
  if (moved === null || moved === undefined) {
    return [];
  }
  const kept = samples.filter((one) => now - one.at < WINDOW_MILLIS && one.job === job.job_id);
  return [...kept, { at: now, moved, job: job.job_id }];
}

export function rateNow(samples) {
  const first = samples[0];
  const last = samples.at(-1);
  return first && last.at - first.at >= 2000 ? ((last.moved - first.moved) * 1000) / (last.at - first.at) : null;
}

/** The sync that runs: how far, how fast, how long still. Everything but the rate of now comes from the server. */
export function transferCard(project, job, samples) {
  const { images, bytes: amount } = project;
  const all = images.listed + images.delivered + images.failed + images.refused;
  const average = job?.progress?.bytes_per_second ?? null;
  const now = rateNow(samples);
  const pace = now || average;
  const left = amount.total - amount.delivered;
  const step = job?.steps?.findLast?.((one) => !one.ended_at)?.name;
  return html`<section class="card transfer" aria-label=${t.transfer.title}>
    <div class="card-head"><h2>${t.transfer.title}</h2><span class="quiet-text">${t.transfer.steps[step] ?? t.transfer.begins}</span></div>
    ${progress(amount.delivered, amount.total, t.transfer.title)}
    ${facts(
      fact(t.images, `${number(images.delivered)} / ${number(all)}`),
      fact(t.size, `${bytes(amount.delivered)} / ${bytes(amount.total)}`),
      fact(t.transfer.now, rate(now)),
      fact(t.transfer.average, rate(average)),
      fact(t.transfer.left, pace && left > 0 ? duration(left / pace) : '–'),
      fact(t.transfer.failed, number(images.failed + images.refused)),
    )}
    <p class="quiet-text">${t.transfer.free}</p></section>`;
}
