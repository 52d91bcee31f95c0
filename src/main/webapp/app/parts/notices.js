import { SkyElement } from '../element.js';
import { html, nothing } from '../view.js';
import { t } from '../texts.js';
import { get, post, put, remove } from '../api.js';
import { ask } from './ask.js';
import { button } from './button.js';
import { problem } from './problem.js';
import { time } from './time.js';
import { toast } from './toast.js';
import { waiting } from '../page.js';

const NOTICES = '/api/skyferry/notices';
const HOOK = `${NOTICES}/webhook`;
const OCCASIONS = [
  'discovery_complete', 'discovery_errors', 'sync_finished', 'needs_attention', 'sign_in_needed', 'processing_finished',
  'processing_failed', 'task_lost',
];

/** `<sky-notices>`: where one is told of what happened, and of what. */
class SkyNotices extends SkyElement {
  state = { notices: null, failure: null, secret: null };

  started() {
    this.#does(async () => this.change({ notices: await get(NOTICES, this.signal) }));
  }

  async #does(work, said) {
    try {
      await work();
      this.change({ failure: null });
      if (said) {
        toast(said);
      }
    } catch (failure) {
      if (!this.signal.aborted) {
        this.change({ failure });
      }
    }
  }

  view() {
    const { notices, failure } = this.state;
    if (failure?.isMissing && !notices) {
      return nothing;
    }
    return html`<section class="card" aria-labelledby="notices-title"><h2 id="notices-title">${t.notices.title}</h2>
      ${failure ? problem(failure, { again: notices ? undefined : () => this.started() }) : nothing}
      ${notices ? html`${notices.mail.available ? this.#mail(notices.mail) : html`<p>${t.notices.noMail}</p>`}${this.#hook(notices.webhook)}` : failure ? nothing : waiting()}
    </section>`;
  }

  #mail(mail) {
    const known = [...new Set([...OCCASIONS, ...mail.occasions])];
    return html`<form @submit=${(event) => this.#save(event)}>
      <div class="form-grid">
        <div class="field"><label for="notice-address">${t.notices.address}</label>
          <input type="email" id="notice-address" name="address" autocomplete="email" .value=${mail.address ?? ''} aria-describedby="notice-standing">
          <span class="help" id="notice-standing">${mail.address ? (mail.confirmed ? t.notices.confirmed : t.notices.unconfirmed) : t.notices.none}</span></div>
        <div class="field"><label for="notice-minutes">${t.notices.minutes}</label>
          <input type="number" id="notice-minutes" name="digest_minutes" min="0" max="1440" required .value=${String(mail.digest_minutes)}></div>
      </div>
      <label class="check"><input type="checkbox" name="mail_on" .checked=${mail.on}><span>${t.notices.on}</span></label>
      <fieldset><legend>${t.notices.of}</legend>${known.map((name) => html`<label class="check">
        <input type="checkbox" name="occasions" value=${name} .checked=${mail.occasions.includes(name)}><span>${t.notices.occasions[name] ?? name}</span></label>`)}</fieldset>
      <p class="actions"><button class="button">${t.save}</button>
        ${mail.address && !mail.confirmed ? button(t.notices.again, () => this.#does(async () => this.change({ notices: await post(`${NOTICES}/confirmation`) }), t.notices.mailed), { kind: 'quiet' }) : nothing}</p>
    </form>`;
  }

  #save(event) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = {
      address: form.get('address').trim(),
      mail_on: form.has('mail_on'),
      occasions: form.getAll('occasions'),
      digest_minutes: Number(form.get('digest_minutes')),
    };
    if (body.address === (this.state.notices.mail.address ?? '')) {
      delete body.address;
    }
    return this.#does(async () => this.change({ notices: await post(NOTICES, body) }), t.preferences.saved);
  }

  #hook(hook) {
    return html`<h3 class="form-end">${t.hook.title}</h3>
      <p class="quiet-text">${t.hook.lead}</p>
      ${this.state.secret ? html`<div class="notice" role="status"><p><strong>${t.hook.secret}</strong></p><p><code>${this.state.secret}</code></p></div>` : nothing}
      ${hook ? html`<p><code>${hook.url}</code> <span class="quiet-text">${t.hook.since} ${time(hook.created_at)}</span></p>
        <p class="actions">${button(t.hook.test, () => this.#does(async () => { toast((await post(`${HOOK}/test`)).message); }), { kind: 'quiet small' })}
          ${button(t.hook.remove, () => this.#unhook(), { kind: 'quiet small' })}</p>`
        : html`<form class="filters" @submit=${(event) => this.#hookNow(event)}>
          <div class="field grow"><label for="hook-url">${t.hook.url}</label><input type="url" id="hook-url" name="url" required pattern="https://.*" placeholder="https://"></div>
          <button class="button quiet">${t.hook.set}</button></form>`}`;
  }

  #hookNow(event) {
    event.preventDefault();
    const { url } = Object.fromEntries(new FormData(event.currentTarget));
    return this.#does(async () => {
      const made = await put(HOOK, { url });
      this.change({ secret: made.secret, notices: { ...this.state.notices, webhook: made.webhook } });
    });
  }

  async #unhook() {
    if (await ask({ title: t.hook.removeTitle, text: t.hook.removeText, yes: t.hook.remove, danger: true })) {
      await this.#does(async () => {
        await remove(HOOK);
        this.change({ secret: null, notices: { ...this.state.notices, webhook: null } });
      });
    }
  }
}

customElements.define('sky-notices', SkyNotices);
