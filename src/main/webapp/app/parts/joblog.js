import { SkyElement } from '../element.js';
import { html } from '../view.js';
import { getText } from '../api.js';
import { t } from '../texts.js';
import { button } from './button.js';
import { problem } from './problem.js';

/** `<sky-log .path=...>`: the end of a job's log. `anew()` reads it again and stays at the end if one was there. */
class SkyLog extends SkyElement {
  path = '';
  state = { text: null, failure: null };

  started() {
    this.anew();
  }

  async anew() {
    try {
      const text = await getText(`${this.path}?tail=300`, this.signal);
      const box = this.querySelector('pre');
      const atEnd = !box || box.scrollTop + box.clientHeight >= box.scrollHeight - 40;
      this.change({ text, failure: null });
      if (atEnd) {
        queueMicrotask(() => this.querySelector('pre')?.scrollTo(0, 1e9));
      }
    } catch (failure) {
      if (!this.signal.aborted) {
        this.change({ failure });
      }
    }
  }

  view() {
    const { text, failure } = this.state;
    const tools = html`<p class="actions">${button(t.operator.job.logAnew, () => this.anew(), { kind: 'quiet small' })}
      <a class="button quiet small" href=${`${this.path}?download`} download>${t.operator.job.logAll}</a></p>`;
    if (failure) {
      return failure.status === 404 ? html`<p class="quiet-text">${t.operator.job.noLog}</p>` : problem(failure, { again: () => this.anew() });
    }
    return text === null
      ? html`<p class="waiting" role="status">${t.loading}</p>`
      : html`<pre class="log" tabindex="0" role="region" aria-label=${t.operator.job.log}>${text}</pre>${tools}`;
  }
}

customElements.define('sky-log', SkyLog);
