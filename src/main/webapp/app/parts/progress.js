import { html } from '../view.js';
import { percent } from '../format.js';

/** A bar with its percentage; without a known end it only says that it works. */
export function progress(done, all, label) {
  if (!all) {
    return html`<div class="bar"><progress aria-label=${label}></progress></div>`;
  }
  const share = percent(done, all);
  return html`<div class="bar"><progress max="100" value=${share} aria-label=${label}>${share} %</progress><span class="bar-share">${share} %</span></div>`;
}
