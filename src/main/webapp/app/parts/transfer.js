import { html, nothing } from '../view.js';
import { t } from '../texts.js';
import { bytes, duration, number, rate } from '../format.js';
import { fact, facts } from './facts.js';
import { progress } from './progress.js';
import { time } from './time.js';

/** The sync that runs: how far, how fast, how long still, what hinders it. All of it comes from the server. */
export function transferCard(project, job) {
  const { images, bytes: amount } = project;
  const all = images.listed + images.delivered + images.failed + images.refused;
  const now = project.progress?.running ? project.progress : null;
  const step = job?.steps?.findLast?.((one) => !one.ended_at)?.name;
  return html`<section class="card transfer" aria-label=${t.transfer.title}>
    <div class="card-head"><h2>${t.transfer.title}</h2><span class="quiet-text">${t.transfer.steps[step] ?? t.transfer.begins}</span></div>
    ${progress(amount.delivered, amount.total, t.transfer.title)}
    ${now?.waiting_for ? html`<p class="notice" role="status">${t.transfer.waiting(t.transfer.sides[now.waiting_for] ?? now.waiting_for)} ${time(now.waiting_since)}</p>` : nothing}
    ${facts(
      fact(t.images, `${number(images.delivered)} / ${number(all)}`),
      fact(t.size, `${bytes(amount.delivered)} / ${bytes(amount.total)}`),
      fact(t.transfer.now, rate(now?.bytes_per_second)),
      fact(t.transfer.average, rate(now?.average_bytes_per_second)),
      fact(t.transfer.left, duration(now?.seconds_left)),
      fact(t.transfer.failed, number(images.failed + images.refused)),
      now?.slow_side ? fact(t.transfer.slow, t.transfer.sides[now.slow_side] ?? now.slow_side) : nothing,
      now?.retries ? fact(t.transfer.retries, number(now.retries)) : nothing,
      now?.last_error_code ? fact(t.transfer.lastError, html`<code>${now.last_error_code}</code>`) : nothing,
    )}
    <p class="quiet-text">${t.transfer.free}</p></section>`;
}
