import { Page } from '../page.js';
import { html, nothing } from '../view.js';
import { t } from '../texts.js';
import { get } from '../api.js';
import { rememberClient, session, signInAddress } from '../session.js';
import { problem } from '../parts/problem.js';
import { go } from '../router.js';

/** The way in; also what is shown at every other address while nobody is signed in. */
export default class StartPage extends Page {
  static title = t.signIn.title;

  refresh() {
    if (session.user) {
      go('/flights', { replace: true });
    } else {
      this.load('facts', (signal) => get('/api/skyferry/page', signal));
    }
  }

  view() {
    if (session.user) {
      return nothing;
    }
    return html`<section class="start">
      <h1>Skyferry</h1>
      <p class="lead">${t.signIn.lead}</p>
      ${this.#why()}
      ${session.failure ? problem(session.failure) : nothing}
      ${this.part('facts', (facts) => this.#ways(facts.clients))}
    </section>`;
  }

  #why() {
    const text = session.ended ? t.signIn[session.ended] : location.pathname === '/' ? null : t.signIn.needed;
    return text ? html`<p class="notice" role="status">${text}</p>` : nothing;
  }

  #ways(clients) {
    if (clients.length === 0) {
      return html`<div class="problem"><p class="problem-title">${t.signIn.none}</p><p>${t.signIn.noneText}</p></div>`;
    }
    return html`
      ${clients.length > 1 ? html`<p>${t.signIn.choose}</p>` : nothing}
      <ul class="ways">${clients.map((client) => html`<li>
        <a class="button" href=${signInAddress(client.client_id)} @click=${() => rememberClient(client.client_id)}>${clients.length > 1 ? t.signIn.with(client.name) : t.signIn.with('Tapis')}</a>
        <span class="quiet-text">${t.signIn.tenant(client.tenant_id)}</span></li>`)}
      </ul>
      <p class="quiet-text">${t.signIn.goesTo}</p>`;
  }
}
