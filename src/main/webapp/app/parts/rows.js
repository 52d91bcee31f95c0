import { SkyElement } from '../element.js';
import { html, repeat } from '../view.js';
import { t } from '../texts.js';
import { problem } from './problem.js';

const EXTRA = 20;

/**
 * A table of any length: only what is near the visible part is in the document, and more is fetched when one comes near
 * the end.
 *
 * Properties: `columns` [{title, cell(row), kind?}], `fetch(after)` → {rows, next}, `total` (how many there will be, if
 * known), `label`, `empty` (a template). `anew()` begins again.
 */
class SkyRows extends SkyElement {
  columns = [];
  total = null;
  label = '';
  empty = '';
  fetch = async () => ({ rows: [], next: null });
  state = { rows: [], next: undefined, first: 0, busy: false, failure: null };
  #height = 44;
  #round = 0;

  started() {
    this.anew();
  }

  /** Fetches from the beginning; what is shown stays until the answer is there. */
  async anew() {
    const round = ++this.#round;
    await this.#more(undefined, (rows) => rows, round);
    this.querySelector('.rows')?.scrollTo(0, 0);
  }

  /** Fetches what is shown once more, where that is the beginning; somebody who reads further down is left alone. */
  async renew() {
    if (!this.state.busy && (this.querySelector('.rows')?.scrollTop ?? 0) < this.#height) {
      await this.#more(undefined, (rows) => rows, ++this.#round);
    }
  }

  async #more(after, join, round = this.#round) {
    this.change({ busy: true, failure: null });
    try {
      const { rows, next } = await this.fetch(after, this.signal);
      if (round === this.#round) {
        this.change({ rows: join(rows), next: next ?? null, busy: false });
        queueMicrotask(() => this.#scrolled());
      }
    } catch (failure) {
      if (!this.signal.aborted && round === this.#round) {
        this.change({ failure, busy: false });
      }
    }
  }

  #scrolled() {
    const box = this.querySelector('.rows');
    if (!box) {
      return;
    }
    const first = Math.max(0, Math.floor(box.scrollTop / this.#height) - EXTRA);
    if (Math.abs(first - this.state.first) >= EXTRA / 2 || first === 0) {
      this.change({ first });
    }
    const near = box.scrollTop + box.clientHeight * 3 > this.state.rows.length * this.#height;
    if (near && this.state.next && !this.state.busy && !this.state.failure) {
      this.#more(this.state.next, (rows) => [...this.state.rows, ...rows]);
    }
  }

  view() {
    const { rows, first, failure, busy, next } = this.state;
    if (rows.length === 0 && !failure) {
      return busy || next === undefined ? html`<p class="waiting" role="status">${t.loading}</p>` : this.empty;
    }
    const shown = rows.slice(first, first + this.#visible() + 2 * EXTRA);
    return html`
      ${failure ? problem(failure, { again: () => this.#more(this.state.next ?? undefined, (more) => [...this.state.rows, ...more]) }) : ''}
      <div class="rows" tabindex="0" role="region" aria-label=${this.label} @scroll=${() => this.#scrolled()}>
        <table aria-rowcount=${this.total ?? rows.length}>
          <thead><tr>${this.columns.map((column) => html`<th scope="col" class=${column.kind ?? ''}>${column.title}</th>`)}</tr></thead>
          <tbody>
            <tr class="gap" aria-hidden="true" data-rows=${first}></tr>
            ${repeat(shown, (row) => row.name ?? row.id, (row, index) => html`<tr aria-rowindex=${first + index + 1}>
              ${this.columns.map((column) => html`<td class=${column.kind ?? ''} data-label=${column.title}>${column.cell(row)}</td>`)}
            </tr>`)}
            <tr class="gap" aria-hidden="true" data-rows=${Math.max(0, rows.length - first - shown.length)}></tr>
          </tbody>
        </table>
      </div>
      <p class="rows-foot">${busy ? t.loading : t.rowsShown(rows.length, next ? Math.max(this.total ?? 0, rows.length + 1) : rows.length)}</p>`;
  }

  #visible() {
    return Math.ceil((this.querySelector('.rows')?.clientHeight || 600) / this.#height);
  }

  draw() {
    super.draw();
    const row = this.querySelector('tbody tr:not(.gap)');
    if (row?.offsetHeight) {
      this.#height = row.offsetHeight;
    }
    this.querySelectorAll('.gap').forEach((gap) => {
      gap.style.height = `${Number(gap.dataset.rows) * this.#height}px`;
    });
  }
}

customElements.define('sky-rows', SkyRows);
