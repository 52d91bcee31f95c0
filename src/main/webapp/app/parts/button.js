import { html } from '../view.js';
import { toast } from './toast.js';

/**
 * A button that is out of reach while its work runs, so that nothing is sent twice.
 *
 * @param {function(): Promise} work shows its own failures; one that it lets out is told in a line
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
    } catch (failure) {
      toast([failure.error ?? failure.message, failure.detail].filter(Boolean).join(': '));
    } finally {
      pressed.setAttribute('aria-disabled', String(disabled));
    }
  };
  return html`<button type="button" class="button ${kind}" aria-disabled=${String(disabled)} aria-describedby=${describedBy ?? ''} @click=${run}>${label}</button>`;
}
