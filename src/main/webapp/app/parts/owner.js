import { html } from '../view.js';
import { t } from '../texts.js';

/** `name@tenant`, broken before the tenant if it has to be; work of the server itself has no owner. */
export function owner(name) {
  if (!name) {
    return html`<span class="quiet-text">${t.operator.server}</span>`;
  }
  const [who, tenant] = name.split('@');
  return html`<span class="owner">${who}<wbr><span class="tenant">@${tenant ?? ''}</span></span>`;
}
