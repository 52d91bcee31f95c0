import { Page } from '../page.js';
import { html } from '../view.js';
import { t } from '../texts.js';

export default class LostPage extends Page {
  static title = t.lost.title;

  view() {
    return html`<h1>${t.lost.title}</h1>
      <p>${t.lost.text}</p>
      <p><code>${location.pathname}</code></p>
      <p><a class="button" href="/">${t.lost.home}</a></p>`;
  }
}
