import { SkyElement } from '../element.js';
import { html, nothing, repeat } from '../view.js';
import { t } from '../texts.js';
import { get, post } from '../api.js';
import { day, distance, number } from '../format.js';
import { button } from './button.js';
import { fact, facts } from './facts.js';
import { problem } from './problem.js';
import { progress } from './progress.js';

const AGAIN_MILLIS = 1500;
const MOST_THUMBNAILS = 24;
const COLOURS = { usual: ['#0f5c8f', '#4aa3df'], outlier: ['#8f1d1d', '#ff8a80'] };

/**
 * `<sky-map .flight=id>`: where a flight's images were taken, and some of them small. Reading that takes a piece of every
 * image, so it begins when somebody asks for it.
 */
class SkyMap extends SkyElement {
  flight = null;
  state = { asked: false, positions: null, failure: null, chosen: null };
  #map = null;

  get path() {
    return `/api/skyferry/flights/${this.flight}`;
  }

  async #look(ask) {
    this.change({ asked: true, failure: null });
    try {
      const { positions } = await ask();
      this.change({ positions });
      if (positions.state === 'READING') {
        const timer = setTimeout(() => this.#look(() => get(`${this.path}/positions`, this.signal)), AGAIN_MILLIS);
        this.signal.addEventListener('abort', () => clearTimeout(timer));
      }
    } catch (failure) {
      if (!this.signal.aborted) {
        this.change({ failure });
      }
    }
  }

  view() {
    const { asked, positions, failure } = this.state;
    return html`<section class="card" aria-labelledby="map-title"><div class="card-head"><h2 id="map-title">${t.map.title}</h2>
        ${asked ? nothing : button(t.map.show, () => this.#look(() => get(`${this.path}/positions`, this.signal)), { kind: 'quiet small' })}
        ${positions?.state === 'READY' && positions.sampled ? button(t.map.all(positions.total_images), () => this.#look(() => post(`${this.path}/positions`, { all: true })), { kind: 'quiet small' }) : nothing}</div>
      ${asked ? nothing : html`<p class="quiet-text">${t.map.lead}</p>`}
      ${failure ? problem(failure, { again: () => this.#look(() => get(`${this.path}/positions`, this.signal)) }) : nothing}
      ${positions ? this.#positions(positions) : nothing}</section>`;
  }

  #positions(positions) {
    return html`
      ${positions.state === 'READING' ? progress(positions.read, positions.of, t.map.reading) : nothing}
      ${positions.error ? problem({ error: t.map.failed, ...positions.error }) : nothing}
      ${facts(
        fact(t.map.read, `${number(positions.read)} / ${number(positions.total_images)}`),
        fact(t.map.with, number(positions.with_position)),
        fact(t.map.without, number(positions.without_position)),
        fact(t.map.outliers, number(positions.outliers)),
        fact(t.map.odd, number(positions.odd)),
        ...about(positions),
      )}
      ${positions.outliers ? html`<p class="quiet-text">${t.map.outlierRule(positions.outlier_rule)}</p>` : nothing}
      ${positions.with_position ? html`<div class="map" role="group" aria-label=${t.map.title}></div>` : nothing}
      ${this.#strange(positions)}
      ${this.#small(positions)}`;
  }

  /** What the map shows by colour alone stands here as text. */
  #strange(positions) {
    const strange = positions.images.filter((image) => image.outlier || image.odd || image.latitude === null);
    if (!strange.length) {
      return nothing;
    }
    return html`<details><summary>${t.map.strange(strange.length)}</summary><ul class="problem-list">${strange.slice(0, 100).map((image) => html`<li>
      <code>${image.name}</code> ${image.odd ?? (image.outlier ? t.map.outlier(image.latitude, image.longitude) : t.map.noPosition)}</li>`)}</ul>
      ${strange.length > 100 ? html`<p>${t.andMore(strange.length - 100)}</p>` : nothing}</details>`;
  }

  #small(positions) {
    const shown = positions.images.filter((image) => image.has_thumbnail).slice(0, MOST_THUMBNAILS);
    return shown.length ? html`<ul class="thumbnails" aria-label=${t.map.thumbnails}>${repeat(shown, (image) => image.name, (image) => html`<li>
      <figure><img loading="lazy" decoding="async" alt="" src=${`${this.path}/images/${encodeURIComponent(image.name)}/thumbnail`}>
      <figcaption><code>${image.name}</code></figcaption></figure></li>`)}</ul>` : nothing;
  }

  draw() {
    super.draw();
    const box = this.querySelector('.map');
    if (box) {
      this.#drawMap(box, this.state.positions);
    }
  }

  async #drawMap(box, positions) {
    if (this.#map?.drawn === positions) {
      return;
    }
    const [leaflet, facts] = await Promise.all([loadLeaflet(), get('/api/skyferry/page')]);
    if (!this.isConnected) {
      return;
    }
    this.#map ??= newMap(leaflet, box, facts.map);
    if (this.#map.drawn === positions) {
      return;
    }
    this.#map.drawn = positions;
    this.#map.points.clearLayers();
    const placed = positions.images.filter((image) => image.latitude !== null);
    const outline = outlineOf(placed.filter((image) => !image.outlier).map((image) => [image.latitude, image.longitude]));
    if (outline.length > 2) {
      this.#map.points.addLayer(leaflet.polygon(outline, { renderer: this.#map.shapes, className: 'map-outline', interactive: false }));
    }
    placed.forEach((image) => this.#map.points.addLayer(point(leaflet, image)));
    const area = positions.bounding_box;
    if (area) {
      const east = area.east < area.west ? area.east + 360 : area.east;
      this.#map.map.fitBounds([[area.south, area.west], [area.north, east]], { padding: [24, 24], maxZoom: 19, animate: false });
    }
  }
}

/** What the photos themselves tell: the area, when, with what. */
function about({ images, bounding_box: box }) {
  const cameras = [...new Set(images.map((image) => image.camera).filter(Boolean))];
  const taken = images.map((image) => image.taken_at).filter(Boolean).sort();
  return [
    box ? fact(t.map.extent, extent(box)) : nothing,
    cameras.length ? fact(t.map.camera, cameras.join(', ')) : nothing,
    taken.length ? fact(t.map.taken, [...new Set([taken[0], taken.at(-1)].map(asWritten))].join(' – '), { wide: true }) : nothing,
  ];
}

/** The camera's own clock, which no zone of the reader's may shift. */
function asWritten(taken) {
  return day(new Date(taken.slice(0, 19)));
}

const METRES_OF_A_DEGREE = 111320;

function extent({ south, west, north, east }) {
  const wide = ((east - west + 360) % 360) * METRES_OF_A_DEGREE * Math.cos(((south + north) / 2) * (Math.PI / 180));
  return `${distance(wide)} × ${distance((north - south) * METRES_OF_A_DEGREE)}`;
}

/** The smallest convex shape around all points (Andrew's monotone chain). */
function outlineOf(points) {
  const sorted = [...points].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  const half = (all) => {
    const kept = [];
    for (const next of all) {
      while (kept.length > 1 && turn(kept.at(-2), kept.at(-1), next) <= 0) {
        kept.pop();
      }
      kept.push(next);
    }
    return kept.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function turn([y0, x0], [y1, x1], [y2, x2]) {
  return (x1 - x0) * (y2 - y0) - (y1 - y0) * (x2 - x0);
}

function newMap(leaflet, box, tiles) {
  const map = leaflet.map(box, { attributionControl: Boolean(tiles), preferCanvas: true, zoomSnap: 0.25 });
  map.setView([0, 0], 1);
  if (tiles) {
    // The owner of tiles may want to know which site shows them.
    leaflet.tileLayer(tiles.tiles, { maxZoom: 19, referrerPolicy: 'strict-origin-when-cross-origin' }).addTo(map);
    map.attributionControl.setPrefix(false).addAttribution(asText(tiles.attribution));
  }
  leaflet.control.scale().addTo(map);
  return { map, points: leaflet.layerGroup().addTo(map), shapes: leaflet.svg(), drawn: null };
}

function point(leaflet, image) {
  const [line, fill] = image.outlier ? COLOURS.outlier : COLOURS.usual;
  const told = document.createElement('div');
  told.textContent = [image.name, image.taken_at, image.altitude === null ? null : `${Math.round(image.altitude)} m`].filter(Boolean).join(' · ');
  return leaflet.circleMarker([image.latitude, image.longitude], { radius: image.outlier ? 7 : 5, color: line, fillColor: fill, fillOpacity: 0.85, weight: 1.5 }).bindTooltip(told);
}

/** Leaflet takes markup here; the setting is text. */
function asText(text) {
  const element = document.createElement('span');
  element.textContent = text;
  return element.innerHTML;
}

let loading = null;

function loadLeaflet() {
  if (!loading) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL('../../lib/leaflet/leaflet.css', import.meta.url).href;
    document.head.append(link);
    loading = import('../../lib/leaflet/leaflet.js').then(() => window.L);
  }
  return loading;
}

customElements.define('sky-map', SkyMap);
