import { SkyElement } from '../element.js';
import { html, repeat } from '../view.js';
import { t } from '../texts.js';
import { problem } from './problem.js';
import { waiting } from '../page.js';

const EXTRA = 20;

/**
 * A table of any length: only what is near the visible part is in the document, and more is fetched when one comes near
 * the end.
 *
 * Properties: `columns` [{title, cell(row), kind?, label?}], `fetch(after)` → {rows, next}, `total` (how many there will
 * be, if known), `label`, `empty` (a template), `key(row)`, `counted(loaded, total or null)`; `rows` is what was
 * loaded so far, `sky-loaded` is fired when that changed. With `flow` it scrolls with the page
 * instead of in a box of its own. `anew()` begins again; `renew()` asks once more for what is visible.
 */
class SkyRows extends SkyElement {
  label = '';
  flow = false;
  key = (row) => row.name ?? row.id;
  counted = (loaded, total) => t.rowsShown(loaded, total);
  fetch = async () => ({ rows: [], next: null });
  rows = [];
  state = { pages: null, first: 0, busy: false, failure: null };
  #given = { columns: [], total: null, empty: '' };
  #height = 44;
  #measured = 0;
  #round = 0;

  get columns() {
    return this.#given.columns;
  }

  set columns(columns) {
    this.#give({ columns });
  }

  get total() {
    return this.#given.total;
  }

  set total(total) {
    this.#give({ total });
  }

  get empty() {
    return this.#given.empty;
  }

  set empty(empty) {
    this.#give({ empty });
  }

  #give(given) {
    Object.assign(this.#given, given);
    this.change({});
  }

  started() {
    if (this.flow) {
      const options = { signal: this.signal, passive: true };
      addEventListener('scroll', () => this.#scrolled(), options);
      addEventListener('resize', () => this.#scrolled(), options);
    }
    this.anew();
  }

  /** Fetches from the beginning; what is shown stays until the answer is there. */
  async anew() {
    if (await this.#fetch(undefined, (page) => [page], { failed: null })) {
      if (!this.flow) {
        this.querySelector('.rows')?.scrollTo(0, 0);
      } else if (this.getBoundingClientRect().top < 0) {
        this.scrollIntoView({ block: 'start' });
      }
      this.#scrolled();
    }
  }

  /** Where what is visible ends otherwise than before, what comes after it is fetched again, too, when one gets there. */
  async renew() {
    if (this.state.busy || !this.state.pages) {
      return;
    }
    const { from, to } = this.#visible();
    let begin = 0;
    for (let index = 0; index < this.state.pages.length; index += 1) {
      const page = this.state.pages[index];
      const end = begin + page.rows.length;
      if (begin < to && (end > from || page.rows.length === 0)) {
        const place = index;
        const put = (fresh) => {
          const later = fresh.next === page.next ? this.state.pages.slice(place + 1) : [];
          return [...this.state.pages.slice(0, place), fresh, ...later];
        };
        if (!(await this.#fetch(page.after, put, { quiet: true }))) {
          return;
        }
      }
      begin = end;
    }
    this.#scrolled();
  }

  /** @returns whether the answer came, and somebody still wants it */
  async #fetch(after, join, { failed = this.state.pages, quiet = false } = {}) {
    this.#round += 1;
    const round = this.#round;
    this.change({ busy: !quiet, failure: quiet ? this.state.failure : null });
    try {
      const { rows, next } = await this.fetch(after, this.signal);
      if (round !== this.#round) {
        return false;
      }
      this.#keep(join({ after, rows, next: next ?? null }));
      this.change({ busy: false, failure: null });
      return true;
    } catch (failure) {
      if (!this.signal.aborted && round === this.#round) {
        this.#keep(failed);
        this.change({ failure, busy: false });
      }
      return false;
    }
  }

  #keep(pages) {
    this.state.pages = pages;
    this.rows = (pages ?? []).flatMap((page) => page.rows);
    this.state.first = this.#firstAt(this.state.first);
    this.draw();
    this.dispatchEvent(new Event('sky-loaded'));
  }

  get #next() {
    return this.state.pages?.at(-1)?.next ?? undefined;
  }

  async #more() {
    if (await this.#fetch(this.#next, (page) => [...(this.state.pages ?? []), page])) {
      this.#scrolled();
    }
  }

  /** How far the visible part is from the beginning of the rows, and how high it is. */
  #window() {
    const box = this.querySelector('.rows');
    if (!box) {
      return { top: 0, height: innerHeight };
    }
    return this.flow ? { top: Math.max(0, -box.getBoundingClientRect().top), height: innerHeight } : { top: box.scrollTop, height: box.clientHeight };
  }

  #visible() {
    const { top, height } = this.#window();
    const from = Math.floor(top / this.#height);
    return { from, to: from + Math.max(1, Math.ceil(height / this.#height)) };
  }

  #firstAt(row) {
    return Math.max(0, Math.min(row, this.rows.length - this.#shown()));
  }

  #shown() {
    return Math.ceil((this.#window().height || 600) / this.#height) + 2 * EXTRA;
  }

  #scrolled() {
    const { top, height } = this.#window();
    const first = this.#firstAt(Math.floor(top / this.#height) - EXTRA);
    if (Math.abs(first - this.state.first) >= EXTRA / 2 || first === 0 || first === this.#firstAt(Infinity)) {
      this.change({ first });
    }
    const near = top + height * 3 > this.rows.length * this.#height;
    if (near && this.#next && !this.state.busy && !this.state.failure) {
      this.#more();
    }
  }

  view() {
    const { pages, first, failure, busy } = this.state;
    if (this.rows.length === 0 && !failure) {
      return pages ? this.empty : waiting();
    }
    const again = () => (pages ? this.#more() : this.anew());
    return html`${failure ? problem(failure, { again, stale: this.rows.length > 0 }) : ''}
      ${this.rows.length ? this.#table(first, this.rows.slice(first, first + this.#shown())) : ''}
      ${this.rows.length ? html`<p class="rows-foot">${busy ? t.loading : this.#count()}</p>` : ''}`;
  }

  #count() {
    const loaded = this.rows.length;
    return this.counted(loaded, this.#next ? this.total : loaded);
  }

  #table(first, shown) {
    const table = html`<table class="stack" aria-rowcount=${this.#next ? (this.total ?? -1) : this.rows.length}>
        <thead><tr>${this.columns.map((column) => html`<th scope="col" class=${column.kind ?? ''}>${column.title}</th>`)}</tr></thead>
        <tbody>
          <tr class="gap" aria-hidden="true" data-rows=${first}></tr>
          ${repeat(shown, this.key, (row, index) => html`<tr aria-rowindex=${first + index + 2}>
            ${this.columns.map((column) => html`<td class=${column.kind ?? ''} data-label=${column.label ?? column.title}>${column.cell(row)}</td>`)}
          </tr>`)}
          <tr class="gap" aria-hidden="true" data-rows=${Math.max(0, this.rows.length - first - shown.length)}></tr>
        </tbody>
      </table>`;
    return this.flow
      ? html`<div class="rows table-box flow" role="region" aria-label=${this.label}>${table}</div>`
      : html`<div class="rows" tabindex="0" role="region" aria-label=${this.label} @scroll=${() => this.#scrolled()}>${table}</div>`;
  }

  draw() {
    super.draw();
    this.#measure();
    this.querySelectorAll('.gap').forEach((gap) => {
      gap.style.height = `${Number(gap.dataset.rows) * this.#height}px`;
    });
  }

  /** Once for a width: gaps that change their height while one scrolls make the rows jump. */
  #measure() {
    const rows = [...this.querySelectorAll('tbody tr:not(.gap)')];
    const height = rows.reduce((sum, row) => sum + row.offsetHeight, 0) / (rows.length || 1);
    if (height > 0 && this.#measured !== innerWidth) {
      this.#measured = rows.length > EXTRA ? innerWidth : 0;
      this.#height = height;
    }
  }
}

customElements.define('sky-rows', SkyRows);
