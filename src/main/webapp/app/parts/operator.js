import { Page } from '../page.js';
import { html } from '../view.js';
import { session } from '../session.js';
import { t } from '../texts.js';

/**
 * A page that needs a role. Whoever lacks it is told so, and nothing is asked for; the server refuses him anyway.
 * A page draws itself in `body()` and asks in `ask()`.
 */
export class OperatorPage extends Page {
  static role = 'operator';

  get allowed() {
    return session.may(this.constructor.role);
  }

  /** Asks for everything that the page shows. */
  ask() {}

  refresh() {
    return this.allowed ? this.ask() : undefined;
  }

  body() {
    return null;
  }

  view() {
    const { title, role } = this.constructor;
    return this.allowed
      ? this.body()
      : html`<div class="card empty"><h1>${t.operator.forbidden.title}</h1>
          <p>${t.operator.forbidden.text(title, t.roles[role])}</p>
          <p class="actions"><a class="button quiet" href="/">${t.lost.home}</a></p></div>`;
  }
}

/** The head of a page. */
export function pageHead(title, lead, actions) {
  return html`<div class="page-head"><div><h1>${title}</h1><p class="under">${lead}</p></div>
    ${actions ? html`<div class="actions">${actions}</div>` : ''}</div>`;
}
