import { SkyElement } from './element.js';
import { html } from './view.js';
import { t } from './texts.js';
import { problem } from './parts/problem.js';
import { follow } from './events.js';

/**
 * A page. The router sets `params` (of the path) and `query` (URLSearchParams) before it enters the document, and calls
 * `queried()` when only the query changed. A page declares `static title`; it may change `heading` later. `refresh()`
 * asks for what it shows: at the start, after a change of the query, and when somebody presses "Try again".
 *
 * `load(key, call)` keeps an answer in `state[key]`, a failure in `failures[key]`; `part(key, draw)` shows the
 * one, the other, or that it is being loaded: never nothing.
 */
export class Page extends SkyElement {
  params = {};
  query = new URLSearchParams();
  failures = {};

  /** Asks for everything that the page shows. */
  refresh() {}

  started() {
    this.refresh();
  }

  queried() {
    this.refresh();
  }

  /** Says it to the window's title as well. */
  set heading(text) {
    document.title = t.titled(text);
  }

  async load(key, call) {
    try {
      const answer = await call(this.signal);
      delete this.failures[key];
      this.change({ [key]: answer });
      return answer;
    } catch (failure) {
      if (!this.signal.aborted && failure.name !== 'AbortError') {
        this.failures[key] = failure;
        this.change({});
      }
      return undefined;
    }
  }

  part(key, draw) {
    const failure = this.failures[key];
    const answer = this.state[key];
    if (answer !== undefined) {
      return html`${failure ? problem(failure, { stale: true }) : ''}${draw(answer)}`;
    }
    return failure ? problem(failure, { again: () => this.refresh() }) : waiting();
  }

  /** Calls back now and then, and whenever the server says that something of these kinds changed. */
  follow(options, refresh) {
    follow(options, refresh, this.signal);
  }
}

export function waiting(text = t.loading) {
  return html`<p class="waiting" role="status"><span class="spinner" aria-hidden="true"></span>${text}</p>`;
}
