import { Page } from '../page.js';
import { html } from '../view.js';
import { t } from '../texts.js';

export default class extends Page {
  static title = t.nav.preferences;

  view() {
    return html`<h1>${t.nav.preferences}</h1><p class="notice">${t.operator.unfinished}</p>`;
  }
}
