import { html } from '../view.js';

/**
 * A button that is out of reach while its work runs, so that nothing is sent twice.
 *
 * @param {function(): Promise} work shows its own failures
 */
export function button(label, work, { kind = '', disabled = false, describedBy } = {}) {
  const run = async (event) => {
    const pressed = event.currentTarget;
    if (pressed.getAttribute('aria-disabled') === 'true') {
      return;
    }
    pressed.setAttribute('aria-disabled', 'true');
    try {
      await work();
    } finally {
      pressed.setAttribute('aria-disabled', String(disabled));
    }
  };
  return html`<button type="button" class="button ${kind}" aria-disabled=${String(disabled)} aria-describedby=${describedBy ?? ''} @click=${run}>${label}</button>`;
}
