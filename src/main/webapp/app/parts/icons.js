import { svg, html } from '../view.js';

const PATHS = {
  flights: svg`<path d="M3 13 21 4l-6 16-4-6z"/><path d="m11 14 10-10"/>`,
  projects: svg`<path d="M3 7h7l2 2h9v10H3z"/>`,
  preferences: svg`<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>`,
  jobs: svg`<path d="M4 6h16M4 12h16M4 18h10"/>`,
  runs: svg`<path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z"/>`,
  schedules: svg`<circle cx="12" cy="12" r="8.500"/><path d="M12 7v5l3.500 2"/>`,
  hosts: svg`<path d="M4 5h16v6H4zM4 13h16v6H4z"/><path d="M8 8h.01M8 16h.01"/>`,
  audit: svg`<path d="M6 3h9l4 4v14H6z"/><path d="M9 12h7M9 16h7"/>`,
  clients: svg`<circle cx="8" cy="14" r="4"/><path d="m11 11 8-8M16 6l3 3"/>`,
  menu: svg`<path d="M4 6h16M4 12h16M4 18h16"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2"/>`,
  moon: svg`<path d="M20 14A8.500 8.500 0 0 1 10 4a8.500 8.500 0 1 0 10 10z"/>`,
  out: svg`<path d="M14 4H5v16h9M10 12h11M17 8l4 4-4 4"/>`,
  external: svg`<path d="M14 4h6v6M20 4l-9 9M18 14v6H4V6h6"/>`,
};

export function icon(name) {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${PATHS[name] ?? PATHS.jobs}</svg>`;
}
