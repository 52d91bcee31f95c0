import { html } from '../view.js';

/** A name and what is known of it. */
export function fact(name, value, { wide = false } = {}) {
  return html`<div class=${wide ? 'wide' : ''}><dt>${name}</dt><dd>${value}</dd></div>`;
}

export function facts(...all) {
  return html`<dl class="facts">${all}</dl>`;
}
