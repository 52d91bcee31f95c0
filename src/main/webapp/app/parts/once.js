import { SkyElement } from '../element.js';
import { html } from '../view.js';
import { button } from './button.js';

/** `<sky-once>`: a button whose work is done once; then it says what came of it. */
class SkyOnce extends SkyElement {
  label = '';
  work = async () => undefined;
  done = () => '';
  state = { result: undefined };

  view() {
    if (this.state.result !== undefined) {
      return html`<span role="status">${this.done(this.state.result)}</span>`;
    }
    return button(this.label, async () => this.change({ result: (await this.work()) ?? null }), { kind: 'small' });
  }
}

customElements.define('sky-once', SkyOnce);
