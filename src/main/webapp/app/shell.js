import { SkyElement } from './element.js';
import { html, nothing } from './view.js';
import { routes } from './routes.js';
import { session } from './session.js';
import { t } from './texts.js';
import { icon } from './parts/icons.js';
import { problem } from './parts/problem.js';
import { toast } from './parts/toast.js';

const THEMES = { system: 'light', light: 'dark', dark: 'system' };

/** Header and navigation. */
class SkyShell extends SkyElement {
  state = { route: null, open: false, failure: null };

  started() {
    const redraw = () => this.change({});
    session.known.then(redraw);
    session.addEventListener('change', redraw, { signal: this.signal });
    document.addEventListener('sky-route', (event) => this.change({ route: event.detail, open: false }), { signal: this.signal });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.state.open) {
        this.change({ open: false });
        this.querySelector('.menu-button')?.focus();
      }
    }, { signal: this.signal });
  }

  view() {
    return html`<header class="top">
        ${session.user ? this.#menuButton() : nothing}
        <a class="brand" href="/">${mark()}<span>Skyferry</span></a>
        <div class="top-right">${this.#theme()}${session.user ? this.#account() : nothing}</div>
      </header>
      ${this.state.failure ? problem(this.state.failure) : nothing}
      ${session.user ? this.#navigation() : nothing}`;
  }

  #menuButton() {
    return html`<button type="button" class="menu-button" aria-expanded=${String(this.state.open)} aria-controls="navigation"
      aria-label=${t.menu} @click=${() => this.change({ open: !this.state.open })}>${icon('menu')}</button>`;
  }

  #navigation() {
    const shown = routes.filter((route) => route.nav && session.may(route.role));
    const own = shown.filter((route) => !route.role);
    const operating = shown.filter((route) => route.role);
    return html`<nav id="navigation" aria-label=${t.navigation} class=${this.state.open ? 'open' : ''}>
      <ul>${own.map((route) => this.#link(route))}</ul>
      ${operating.length ? html`<p class="nav-title" id="nav-operating">${t.operating}</p>
        <ul aria-labelledby="nav-operating">${operating.map((route) => this.#link(route))}</ul>` : nothing}
    </nav>`;
  }

  #link(route) {
    const here = this.state.route?.path === route.path;
    const within = here || this.state.route?.under === route.path;
    return html`<li><a href=${route.path} class=${within ? 'within' : ''} aria-current=${here ? 'page' : within ? 'true' : 'false'}>
      ${icon(route.icon)}<span>${t.nav[route.nav]}</span></a></li>`;
  }

  #theme() {
    const theme = document.documentElement.dataset.theme ?? 'system';
    return html`<button type="button" class="icon-button" title=${t.theme[theme]} aria-label=${t.theme[theme]}
      @click=${() => this.#turnTheme(THEMES[theme])}>${icon(theme === 'dark' ? 'moon' : 'sun')}</button>`;
  }

  #turnTheme(theme) {
    if (theme === 'system') {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = theme;
    }
    try {
      localStorage.setItem('skyferry.theme', theme);
    } catch {
      // then it holds until the page is left
    }
    toast(t.theme[theme]);
    this.change({});
  }

  #account() {
    return html`<details class="account" @toggle=${(event) => this.#toggled(event.target)}>
      <summary><span class="who">${session.user.name}</span><span class="tenant">@${session.user.tenant}</span></summary>
      <div class="account-menu">
        <p class="account-roles">${session.user.roles.map((role) => t.roles[role] ?? role).join(', ')}</p>
        <button type="button" @click=${() => this.#signOut(false)}>${icon('out')}${t.signOut.here}</button>
        <button type="button" @click=${() => this.#signOut(true)}>${icon('out')}${t.signOut.everywhere}</button>
      </div>
    </details>`;
  }

  #toggled(details) {
    if (details.open) {
      const close = (event) => {
        if (event.type === 'keydown' ? event.key === 'Escape' : !details.contains(event.target)) {
          details.open = false;
          removeEventListener('click', close);
          removeEventListener('keydown', close);
        }
      };
      addEventListener('click', close);
      addEventListener('keydown', close);
    }
  }

  async #signOut(everywhere) {
    try {
      await session.signOut(everywhere);
      this.change({ failure: null });
    } catch (failure) {
      this.change({ failure });
    }
  }
}

function mark() {
  return html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="7" class="mark-ground"/><path d="M6 19.500c3.200 3.400 6.500 5 10 5s6.800-1.600 10-5" class="mark-wave"/><path d="M5 13.500 27 6l-6.500 13-4.700-4.600z" class="mark-wing"/></svg>`;
}

customElements.define('sky-shell', SkyShell);
