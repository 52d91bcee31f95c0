import { html, nothing, render } from '../view.js';
import { t } from '../texts.js';

/**
 * Asks before something is done that can't be taken back.
 *
 * @param {{title: string, text: string, yes: string, danger?: boolean}} question
 * @returns {Promise<boolean>}
 */
export function ask({ title, text, yes, danger = false }) {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'ask-title');
  return new Promise((decided) => {
    render(
      html`<form method="dialog">
        <h2 id="ask-title">${title}</h2>
        ${text ? html`<p>${text}</p>` : nothing}
        <p class="actions">
          <button class="button ${danger ? 'danger' : ''}" value="yes">${yes}</button>
          <button class="button quiet" value="no" autofocus>${t.cancel}</button>
        </p>
      </form>`,
      dialog,
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      decided(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
