import { OperatorPage, pageHead } from '../parts/operator.js';
import { html, nothing } from '../view.js';
import { t } from '../texts.js';
import { get, post, put, remove } from '../api.js';
import { ask } from '../parts/ask.js';
import { button } from '../parts/button.js';
import { fact, facts } from '../parts/facts.js';
import { problem } from '../parts/problem.js';
import { state } from '../parts/state.js';
import { toast } from '../parts/toast.js';
import { clientForm, read } from '../parts/clientform.js';

const text = t.operator.clients;

/** The OAuth2 clients by which people sign in: one for each Tapis tenant or more. */
export default class ClientsPage extends OperatorPage {
  static title = t.nav.clients;
  static role = 'administrator';
  state = { did: null, editing: null };

  ask() {
    return this.load('clients', (signal) => get('/api/skyferry/oauth-clients', signal));
  }

  body() {
    const { editing } = this.state;
    return html`${pageHead(t.nav.clients, text.lead, html`
        ${button(text.create, async () => this.#edit({ kind: 'create' }), { kind: 'quiet' })}
        ${button(text.register, async () => this.#edit({ kind: 'register' }))}`)}
      ${editing && !editing.client ? this.#form(editing) : nothing}
      ${this.part('clients', ({ clients }) => (clients.length ? clients.map((client) => this.#card(client)) : nobody()))}`;
  }

  #card(client) {
    const { editing } = this.state;
    const fixed = client.source === 'settings';
    return html`<section class="card" aria-label=${client.client_id}><div class="card-head"><h2>${client.name}</h2>
        <p class="actions">${state(client.is_active ? 'ACTIVE' : 'INACTIVE')}
          ${fixed ? nothing : html`${button(text.change, async () => this.#edit({ kind: 'change', client }), { kind: 'quiet small' })}
            ${client.is_active ? button(text.deactivate, () => this.#deactivate(client), { kind: 'quiet small' }) : button(text.activate, () => this.#send(() => put(path(client), { is_active: true }), text.activated), { kind: 'quiet small' })}`}</p></div>
      ${client.description ? html`<p>${client.description}</p>` : nothing}
      ${facts(
        fact(text.fields.client_id, html`<code>${client.client_id}</code>`),
        fact(text.fields.tenant_id, client.tenant_id),
        fact(text.fields.base_url, client.base_url, { wide: true }),
        client.callback_url ? fact(text.fields.callback_url, client.callback_url, { wide: true }) : nothing,
      )}
      ${fixed ? html`<p class="quiet-text spaced">${text.fixed}</p>` : nothing}
      ${editing?.client?.client_id === client.client_id ? this.#form(editing) : nothing}</section>`;
  }

  #form(editing) {
    return html`<section class=${editing.client ? 'inner' : 'card'} aria-label=${text.titles[editing.kind]}><h2>${text.titles[editing.kind]}</h2>
      <p class="quiet-text">${text.helps[editing.kind]}</p>
      ${this.state.did ? problem(this.state.did) : nothing}
      <form id="client" autocomplete="off" @submit=${(event) => event.preventDefault()}>
        ${clientForm(editing.kind, editing.client)}
        <p class="actions">${button(text.yes[editing.kind], () => this.#save(editing))}
          ${button(t.cancel, async () => this.#edit(null), { kind: 'quiet' })}</p></form></section>`;
  }

  #edit(editing) {
    this.change({ editing, did: null });
    queueMicrotask(() => this.querySelector('#client input:not([readonly])')?.focus());
  }

  #save({ kind, client }) {
    const body = read(this.querySelector('#client'), client);
    const calls = {
      create: () => post('/api/skyferry/oauth-clients', body),
      register: () => post('/api/skyferry/oauth-clients/register', body),
      change: () => put(path(client), body),
    };
    return this.#send(calls[kind], text.saved);
  }

  async #deactivate(client) {
    if (await ask({ title: text.deactivateTitle(client.name), text: text.deactivateText, yes: text.deactivate, danger: true })) {
      await this.#send(() => remove(path(client)), text.deactivated);
    }
  }

  async #send(call, done) {
    try {
      await call();
      this.change({ did: null, editing: null });
      toast(done);
    } catch (failure) {
      this.change({ did: failure });
      if (!this.state.editing) {
        this.failures.clients = failure;
      }
    }
    await this.refresh();
  }
}

function nobody() {
  return html`<div class="card empty"><h2>${t.signIn.none}</h2><p>${t.signIn.noneText}</p></div>`;
}

function path(client) {
  return `/api/skyferry/oauth-clients/${encodeURIComponent(client.client_id)}`;
}
