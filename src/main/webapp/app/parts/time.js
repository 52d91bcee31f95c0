import { SkyElement } from '../element.js';
import { html } from '../view.js';
import { ago, day, exact } from '../format.js';

/** `<sky-time at="2026-…Z">`: the distance from now in the reader's zone, the exact time on hover. */
class SkyTime extends SkyElement {
  static observedAttributes = ['at'];

  attributeChangedCallback() {
    this.change({});
  }

  started() {
    const timer = setInterval(() => this.draw(), 20000);
    this.signal.addEventListener('abort', () => clearInterval(timer));
  }

  view() {
    const date = new Date(this.getAttribute('at'));
    if (Number.isNaN(date.getTime())) {
      return html`–`;
    }
    const text = this.hasAttribute('full') ? day(date) : ago(date);
    return html`<time datetime=${date.toISOString()} title=${exact(date)}>${text}</time>`;
  }
}

customElements.define('sky-time', SkyTime);

/** @param {string|null} at ISO 8601 */
export function time(at, { full = false } = {}) {
  return at ? html`<sky-time at=${at} ?full=${full}></sky-time>` : '–';
}
