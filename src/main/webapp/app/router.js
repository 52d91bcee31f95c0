import { match } from './routes.js';
import { session } from './session.js';
import { t } from './texts.js';
import { render, html } from './view.js';
import { problem } from './parts/problem.js';
import { waiting } from './page.js';

const main = () => document.getElementById('main');
let shown = null;
let entry = 0;

/** Goes to an address of the page. */
export function go(address, { replace = false } = {}) {
  if (replace) {
    history.replaceState(null, '', address);
  } else {
    history.pushState(null, '', address);
  }
  return show();
}

/** Keeps a filter in the address; empty values leave it. */
export function setQuery(values) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(values)) {
    if (value === '' || value === null || value === undefined) {
      query.delete(name);
    } else {
      query.set(name, value);
    }
  }
  const text = query.toString();
  return go(location.pathname + (text ? `?${text}` : ''), { replace: true });
}

export function start() {
  addEventListener('popstate', () => show());
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) {
      return;
    }
    const address = new URL(link.href);
    if (link.target || link.origin !== location.origin || address.pathname.startsWith('/api/')) {
      return;
    }
    event.preventDefault();
    if (address.hash && address.pathname === location.pathname) {
      document.getElementById(address.hash.slice(1))?.focus();
    } else {
      go(address.pathname + address.search);
    }
  });
  session.addEventListener('change', () => show({ anew: true }));
  return show();
}

async function show({ anew = false } = {}) {
  const mine = ++entry;
  const found = match(location.pathname);
  document.dispatchEvent(new CustomEvent('sky-route', { detail: found?.route ?? null }));
  if (!found) {
    return place(await module('lost'), {}, t.lost.title);
  }
  await session.known;
  const page = session.user || found.route.open ? found.route.page : 'start';
  if (!anew && shown?.page === page && sameParams(shown.element, found.params)) {
    shown.element.query = new URLSearchParams(location.search);
    shown.element.queried();
    return undefined;
  }
  if (!shown) {
    render(waiting(), main());
  }
  const loaded = await module(page);
  return mine === entry ? place(loaded, found.params, null, page) : undefined;
}

function sameParams(element, params) {
  return JSON.stringify(element.params) === JSON.stringify(params);
}

async function module(page) {
  try {
    return (await import(`./pages/${page}.js`)).default;
  } catch (failure) {
    console.error(failure);
    return null;
  }
}

function place(type, params, title, page) {
  if (!type) {
    render(html`<h1>${t.broken.title}</h1>${problem({ error: t.broken.title, detail: t.broken.detail, code: 'PAGE' })}`, main());
    shown = null;
    return;
  }
  const name = `page-${(page ?? 'lost')}`;
  if (!customElements.get(name)) {
    customElements.define(name, type);
  }
  const element = document.createElement(name);
  element.params = params;
  element.query = new URLSearchParams(location.search);
  document.title = t.titled(title ?? type.title ?? '');
  const first = !shown;
  shown = { page, element };
  render('', main());
  main().replaceChildren(element);
  if (!first) {
    scrollTo(0, 0);
    focusHeading(element);
  }
}

/** Screen readers and keyboards go on where the new page begins. */
function focusHeading(element) {
  const heading = element.querySelector('h1');
  if (heading) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  } else {
    main().focus({ preventScroll: true });
  }
}
