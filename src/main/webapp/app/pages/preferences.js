import { Page } from '../page.js';
import { html, nothing } from '../view.js';
import { t } from '../texts.js';
import { get, post, put, remove } from '../api.js';
import { signInAddress } from '../session.js';
import { ask } from '../parts/ask.js';
import { button } from '../parts/button.js';
import { fact, facts } from '../parts/facts.js';
import { problem } from '../parts/problem.js';
import { time } from '../parts/time.js';
import { toast } from '../parts/toast.js';
import '../parts/notices.js';

const ACCOUNT = '/api/skyferry/webodm-account';
const PREFERENCES = '/api/tapis-preferences/';

/** What happens by itself, the accounts at Tapis and WebODM. */
export default class PreferencesPage extends Page {
  static title = t.preferences.title;
  state = { wrong: {} };

  refresh() {
    this.load('preferences', (signal) => get(PREFERENCES, signal));
    this.load('account', (signal) => get(ACCOUNT, signal));
    this.load('tokens', (signal) => get('/api/oauth2/tapis/status/', signal));
  }

  view() {
    return html`<div class="page-head"><h1>${t.preferences.title}</h1></div>
      ${this.part('preferences', (preferences) => this.#preferences(preferences))}
      <sky-notices></sky-notices>
      <section class="card" aria-labelledby="account-title"><h2 id="account-title">${t.account.title}</h2>${this.part('account', (account) => this.#account(account))}</section>
      <section class="card" aria-labelledby="tokens-title"><h2 id="tokens-title">${t.tokens.title}</h2>${this.part('tokens', ({ tokens }) => this.#tokens(tokens))}</section>`;
  }

  #preferences(preferences) {
    const check = (name) => html`<label class="check"><input type="checkbox" name=${name} .checked=${preferences[name]}><span>${t.preferences[name]}</span></label>`;
    const count = (name, least) => html`<div class="field"><label for=${name}>${t.preferences[name]}</label>
      <input type="number" id=${name} name=${name} min=${least} required .value=${String(preferences[name])}></div>`;
    return html`<form class="card" @submit=${(event) => this.#save(event)}>
      <fieldset><legend>${t.preferences.discovery}</legend>
        ${check('auto_discover_on_login')}
        <div class="form-grid">${count('max_projects_per_discovery', 1)}${count('discovery_cooldown_hours', 0)}</div>
        <div class="field"><label for="preferred_systems">${t.preferences.preferred_systems}</label>
          <textarea id="preferred_systems" name="preferred_systems" rows="3" aria-describedby="preferred-help" spellcheck="false" .value=${preferences.preferred_systems.join('\n')}></textarea>
          <span class="help" id="preferred-help">${t.preferences.preferredHelp}</span></div>
      </fieldset>
      ${facts(
        fact(t.preferences.last, preferences.last_auto_discovery ? time(preferences.last_auto_discovery) : t.preferences.never),
        fact(t.preferences.next, preferences.can_run_discovery ? t.preferences.starts : t.preferences.waits),
      )}
      ${this.state.wrong.preferences ? problem(this.state.wrong.preferences) : nothing}
      <p class="actions form-end"><button class="button">${t.save}</button></p></form>`;
  }

  async #save(event) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = {
      auto_discover_on_login: form.has('auto_discover_on_login'),
      max_projects_per_discovery: Number(form.get('max_projects_per_discovery')),
      discovery_cooldown_hours: Number(form.get('discovery_cooldown_hours')),
      preferred_systems: form.get('preferred_systems').split(/\s+/).filter(Boolean),
    };
    await this.#doing('preferences', async () => {
      this.change({ preferences: await post(PREFERENCES, body) });
      toast(t.preferences.saved);
    });
  }

  async #doing(part, work) {
    try {
      await work();
      this.change({ wrong: { ...this.state.wrong, [part]: null } });
    } catch (failure) {
      this.change({ wrong: { ...this.state.wrong, [part]: failure } });
    }
  }

  #account(account) {
    const ways = account.available ?? ['linked'];
    const acting = account.acting ?? 'linked';
    return html`
      ${ways.length > 1 ? html`<fieldset><legend>${t.account.acting}</legend>${ways.map((way) => html`<label class="check">
        <input type="radio" name="acting" value=${way} .checked=${way === acting} @change=${() => this.#act(way)}><span>${t.account.ways[way]}</span></label>`)}</fieldset>`
        : html`<p>${t.account.acting} ${t.account.ways[acting]}.</p>`}
      ${account.acts_as ? html`<p>${t.account.as(account.acts_as)}</p>` : nothing}
      ${ways.includes('linked') ? this.#link(account) : nothing}
      ${this.#check(account)}
      ${this.state.wrong.account ? problem(this.state.wrong.account) : nothing}`;
  }

  #link(account) {
    return html`<p><strong>${account.linked ? t.account.linked(account.username) : t.account.notLinked}</strong></p>
      <form @submit=${(event) => this.#linkNow(event)}>
        <div class="form-grid">
          <div class="field"><label for="webodm-name">${t.account.username}</label><input type="text" id="webodm-name" name="username" autocomplete="off" required .value=${account.username ?? ''}></div>
          <div class="field"><label for="webodm-password">${t.account.password}</label><input type="password" id="webodm-password" name="password" autocomplete="off" required aria-describedby="webodm-help"></div>
        </div>
        <p class="quiet-text" id="webodm-help">${t.account.passwordHelp}</p>
        <p class="actions"><button class="button quiet">${account.linked ? t.account.linkAgain : t.account.link}</button>
          ${account.linked ? button(t.account.unlink, () => this.#unlink(), { kind: 'quiet' }) : nothing}</p></form>`;
  }

  #check(account) {
    const result = account.check;
    return html`<p class="actions form-end">${account.acting ? button(t.account.check, () => this.#doing('account', async () => {
      this.change({ account: await get(`${ACCOUNT}?check=true`, this.signal) });
    }), { kind: 'quiet small' }) : nothing}
    ${result?.works ? html`<span role="status">✓ ${t.account.works}</span>` : nothing}</p>
    ${result && !result.works ? problem({ error: t.account.title, ...result }) : nothing}`;
  }

  #act(way) {
    return this.#changeAccount(() => put(ACCOUNT, { acting: way }));
  }

  async #linkNow(event) {
    event.preventDefault();
    const form = event.currentTarget;
    const values = Object.fromEntries(new FormData(form));
    await this.#changeAccount(async () => {
      const answer = await put(ACCOUNT, values);
      form.elements.password.value = '';
      return answer;
    });
  }

  /** Whether WebODM takes it is better known now than when a sync fails. */
  #changeAccount(call) {
    return this.#doing('account', async () => {
      this.change({ account: await call() });
      toast(t.preferences.saved);
      this.change({ account: await get(`${ACCOUNT}?check=true`, this.signal) });
    });
  }

  async #unlink() {
    if (await ask({ title: t.account.unlinkTitle, text: t.account.unlinkText, yes: t.account.unlink, danger: true })) {
      await this.#doing('account', async () => this.change({ account: await remove(ACCOUNT) }));
    }
  }

  #tokens(tokens) {
    if (tokens.length === 0) {
      return html`<p>${t.tokens.none}</p><p><a class="button" href=${signInAddress()}>${t.signIn.again}</a></p>`;
    }
    return html`${tokens.map((token) => html`<div class="token">
      <p><strong>${token.client_name}</strong> <span class="quiet-text">${t.signIn.tenant(token.tenant_id)}</span><br>
        ${token.is_valid ? html`${t.tokens.expires} ${time(token.expires_at, { full: true })}. ${t.tokens.renewed}` : t.tokens.over}</p>
      <p class="actions">
        ${token.is_valid ? button(t.tokens.renew, () => this.#token('refresh', token, t.tokens.renewedNow), { kind: 'quiet small' })
          : html`<a class="button small" href=${signInAddress(token.client_id)}>${t.signIn.again}</a>`}
        ${token.is_valid ? button(t.tokens.revoke, () => this.#revoke(token), { kind: 'quiet small' }) : nothing}</p></div>`)}
      ${this.state.wrong.tokens ? problem(this.state.wrong.tokens) : nothing}`;
  }

  async #revoke(token) {
    if (await ask({ title: t.tokens.revokeTitle, text: t.tokens.revokeText, yes: t.tokens.revoke, danger: true })) {
      await this.#token('revoke', token, t.tokens.revoked);
    }
  }

  #token(what, token, said) {
    return this.#doing('tokens', async () => {
      await post(`/api/oauth2/tapis/${what}/${encodeURIComponent(token.client_id)}/`, {});
      toast(said);
      await this.load('tokens', (signal) => get('/api/oauth2/tapis/status/', signal));
    });
  }
}
