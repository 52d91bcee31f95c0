import { announce } from './announce.js';

const LONG_ENOUGH = 6000;

/** A short message about what was just done; it goes by itself. */
export function toast(text) {
  const message = document.createElement('div');
  message.className = 'toast';
  message.textContent = text;
  document.querySelectorAll('.toast').forEach((old) => old.remove());
  document.body.append(message);
  announce(text);
  setTimeout(() => message.remove(), LONG_ENOUGH);
}
