import { html, nothing } from '../view.js';
import { t } from '../texts.js';
import { bytes, number } from '../format.js';
import { state } from './state.js';

/** The columns of a project's images. */
export const imageColumns = [
  { title: t.image.name, kind: 'file lead-cell', cell: (image) => html`<code>${image.name}</code>${image.delivered_name && image.delivered_name !== image.name ? html`<span class="sub">${t.image.as(image.delivered_name)}</span>` : nothing}` },
  { title: t.image.state, cell: (image) => state(image.state) },
  { title: t.size, kind: 'number', cell: (image) => bytes(image.size) },
  { title: t.image.attempts, kind: 'number', cell: (image) => number(image.attempts) },
  { title: t.image.checked, kind: 'long', cell: proof },
];

function proof(image) {
  if (image.error) {
    return html`<span class="brief"><code>${image.error.code}</code> ${image.error.detail} <strong>${image.error.hint ?? ''}</strong></span>`;
  }
  return image.sha256 ? html`<span class="proof" title=${`SHA-256 ${image.sha256}`}>${t.image.proven} <code>${image.sha256.slice(0, 8)}</code></span>` : '–';
}

/** The same for images that failed, of which each table shows one state. */
export const failedColumns = [imageColumns[0], { title: t.image.reason, kind: 'long', cell: proof }, imageColumns[3], imageColumns[2]];
