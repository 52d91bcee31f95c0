import { render } from './view.js';

/**
 * An element that draws itself from its state. `view()` answers a template; `change(state)` merges and draws again.
 * `started()` runs when it enters the page; `signal` aborts when it leaves.
 */
export class SkyElement extends HTMLElement {
  #leaving = new AbortController();
  #due = false;

  state = {};

  connectedCallback() {
    if (this.#leaving.signal.aborted) {
      this.#leaving = new AbortController();
    }
    this.draw();
    this.started();
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  get signal() {
    return this.#leaving.signal;
  }

  started() {}

  view() {
    return null;
  }

  change(state) {
    Object.assign(this.state, state);
    if (!this.#due) {
      this.#due = true;
      queueMicrotask(() => {
        this.#due = false;
        if (this.isConnected) {
          this.draw();
        }
      });
    }
  }

  draw() {
    render(this.view(), this);
  }
}
