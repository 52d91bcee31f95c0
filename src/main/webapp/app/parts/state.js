import { html } from '../view.js';
import { t } from '../texts.js';

/** How a state looks; its text and mark say the same without colour. */
const LOOKS = {
  good: { mark: '✓', states: ['COMPLETED', 'DELIVERED', 'UP', 'OK', 'ACTIVE', 'WORKING'] },
  busy: { mark: '●', states: ['SYNCING', 'PROCESSING', 'COMMITTED', 'STARTED', 'STARTING', 'RUNNING', 'STOPPING', 'QUEUED'] },
  warn: { mark: '!', states: ['NEEDS_ATTENTION', 'ATTENTION', 'PAUSED', 'REFUSED', 'STOPPED', 'CANCELED', 'ABANDONED'] },
  bad: { mark: '✕', states: ['FAILED', 'DOWN', 'AWAY'] },
};

export function state(name) {
  const look = Object.keys(LOOKS).find((key) => LOOKS[key].states.includes(name)) ?? 'calm';
  const mark = LOOKS[look]?.mark ?? '○';
  return html`<span class="state state-${look}"><span aria-hidden="true">${mark}</span> ${t.states[name] ?? name}</span>`;
}
