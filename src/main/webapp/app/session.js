import { get, post, forget, refused } from './api.js';

/**
 * Who looks at the page. `user` is the answer of `me` or null; `ended` says why somebody who was signed in is not any
 * more: `out`, `everywhere`, `expired`. Fires `change`.
 */
class Session extends EventTarget {
  user = null;
  ended = null;
  failure = null;
  known = this.#look();

  async #look() {
    try {
      this.user = await get('/api/skyferry/me');
    } catch (failure) {
      this.failure = failure.status === 401 ? null : failure;
    }
  }

  may(role) {
    const roles = this.user?.roles ?? [];
    return !role || roles.includes(role) || (role === 'operator' && roles.includes('administrator'));
  }

  async signOut(everywhere) {
    await post('/api/skyferry/sign-out', { everywhere });
    this.#end(everywhere ? 'everywhere' : 'out');
    tell.postMessage('out');
  }

  expire() {
    if (this.user) {
      this.#end('expired');
    }
  }

  #end(how) {
    this.user = null;
    this.ended = how;
    forget();
    this.dispatchEvent(new Event('change'));
  }

  /** Another tab signed out. */
  left() {
    if (this.user) {
      this.#end('out');
    }
  }
}

export const session = new Session();
const tell = new BroadcastChannel('skyferry.session');
tell.addEventListener('message', () => session.left());

refused.addEventListener('refused', (event) => {
  if (event.detail.code === 'NOT_SIGNED_IN') {
    session.expire();
  }
});

const CLIENT = 'skyferry.client';

/** With which client one signed in last, so that "sign in again" leads to the same tenant. */
export function rememberClient(client) {
  try {
    localStorage.setItem(CLIENT, client);
  } catch {
    // then the first client is taken
  }
}

function lastClient() {
  try {
    return localStorage.getItem(CLIENT);
  } catch {
    return null;
  }
}

/** Where a sign-in begins, with the client or the last one; it leads back to where one is now. */
export function signInAddress(client = lastClient(), back = location.pathname + location.search) {
  const path = client ? `/api/oauth2/tapis/authorize/${encodeURIComponent(client)}` : '/api/oauth2/tapis/authorize';
  return `${path}?redirect_after=${encodeURIComponent(back)}`;
}
