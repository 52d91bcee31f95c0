import { html } from '../view.js';
import { t } from '../texts.js';

const text = t.operator.clients;
const FIELDS = {
  create: ['client_id', 'client_key', 'name', 'description', 'tenant_id', 'base_url', 'authorization_url', 'token_url', 'callback_url'],
  register: ['name', 'description', 'client_id'],
  change: ['name', 'description', 'client_key', 'tenant_id', 'base_url', 'authorization_url', 'token_url', 'callback_url'],
};
const NEEDED = { create: ['client_id', 'client_key', 'tenant_id', 'base_url'], register: ['name'], change: ['name'] };

/** The fields of a client; the key is never shown, only given. */
export function clientForm(kind, client) {
  return html`<div class="form-grid">${FIELDS[kind].map((name) => html`<div class="field"><label for=${`client-${name}`}>${text.fields[name]}</label>
      <input id=${`client-${name}`} name=${name} type=${name === 'client_key' ? 'password' : 'text'} autocomplete=${name === 'client_key' ? 'new-password' : 'off'}
        spellcheck="false" .value=${client?.[name] ?? ''} ?required=${NEEDED[kind].includes(name)}>
      <span class="help">${text.fieldHelps[name] ?? (NEEDED[kind].includes(name) ? text.needed : text.optional)}</span></div>`)}</div>`;
}

/** What was typed; in a change only what is another than before, for the server takes an absent field as unchanged. */
export function read(form, before) {
  const body = {};
  for (const [name, value] of new FormData(form)) {
    const typed = value.trim();
    if (before ? typed !== (before[name] ?? '') : typed !== '') {
      body[name] = typed;
    }
  }
  return body;
}
