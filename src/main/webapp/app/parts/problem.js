import { html, nothing } from '../view.js';
import { t } from '../texts.js';
import { signInAddress } from '../session.js';

/**
 * A failure as people need it: what happened, what to do, and what to quote.
 *
 * @param {object} failure error, detail, hint, code, trace as the API sends them
 * @param {{again?: function, stale?: boolean}} options `again` offers to try once more; `stale`: older facts are shown below
 */
export function problem(failure, { again, stale = false } = {}) {
  return html`<div class="problem" role="alert">
    <p class="problem-title">${failure.error ?? failure.message ?? t.broken.title}</p>
    ${failure.detail ? html`<p>${failure.detail}</p>` : nothing}
    ${failure.hint ? html`<p class="problem-hint">${failure.hint}</p>` : nothing}
    ${stale ? html`<p>${t.stale}</p>` : nothing}
    ${actions(failure, again)}
    <p class="problem-marks">
      ${failure.code ? html`${t.code} <code>${failure.code}</code>` : nothing}
      ${failure.trace ? html`<span>${t.trace} <code>${failure.trace}</code></span>` : nothing}
    </p>
  </div>`;
}

function actions(failure, again) {
  if (failure.asksForSignIn) {
    return html`<p><a class="button" href=${signInAddress()}>${t.signIn.again}</a></p>`;
  }
  return again ? html`<p><button type="button" class="button quiet" @click=${again}>${t.tryAgain}</button></p>` : nothing;
}

/** One line for a failure that stands in a list of work: code and what to do. */
export function brief(failure) {
  return html`<span class="brief"><code>${failure.code}</code> ${failure.hint ?? failure.detail ?? ''}</span>`;
}
