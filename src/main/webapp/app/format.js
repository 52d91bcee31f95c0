import { locale } from './texts.js';

const whole = new Intl.NumberFormat(locale);
const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

export function number(value) {
  return value === null || value === undefined ? '–' : whole.format(value);
}

/** Decimal units, as storage is sold and as other tools show transfers. */
export function bytes(value) {
  if (value === null || value === undefined) {
    return '–';
  }
  let unit = 0;
  let amount = value;
  while (amount >= 1000 && unit < UNITS.length - 1) {
    amount /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || amount >= 100 ? 0 : 1;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(amount)} ${UNITS[unit]}`;
}

export function rate(bytesPerSecond) {
  return bytesPerSecond === null || bytesPerSecond === undefined ? '–' : `${bytes(bytesPerSecond)}/s`;
}

export function percent(part, all) {
  return all > 0 ? Math.min(100, Math.floor((part * 100) / all)) : 0;
}

/** Metres, or kilometres where nobody counts metres. */
export function distance(metres) {
  return metres < 1000 ? `${whole.format(Math.round(metres))} m` : `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(metres / 1000)} km`;
}

/** Seconds as `2 h 5 min`: two units, no false precision. */
export function duration(seconds) {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) {
    return '–';
  }
  const rounded = Math.max(0, Math.round(seconds));
  if (rounded < 60) {
    return `${rounded} s`;
  }
  if (rounded < 3600) {
    return `${Math.floor(rounded / 60)} min ${rounded % 60} s`;
  }
  if (rounded < 86400) {
    return `${Math.floor(rounded / 3600)} h ${Math.floor((rounded % 3600) / 60)} min`;
  }
  return `${Math.floor(rounded / 86400)} d ${Math.floor((rounded % 86400) / 3600)} h`;
}

const exactFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' });
const dayFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const agoFormat = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

export function exact(date) {
  return exactFormat.format(date);
}

export function day(date) {
  return dayFormat.format(date);
}

const clockFormat = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' });

export function clock(date) {
  return clockFormat.format(date);
}

/** Near times as distance, far ones as date. */
export function ago(date, now = Date.now()) {
  const seconds = Math.round((date.getTime() - now) / 1000);
  const distance = Math.abs(seconds);
  if (distance < 60) {
    return agoFormat.format(Math.trunc(seconds / 10) * 10, 'second');
  }
  if (distance < 3600) {
    return agoFormat.format(Math.trunc(seconds / 60), 'minute');
  }
  if (distance < 86400) {
    return agoFormat.format(Math.trunc(seconds / 3600), 'hour');
  }
  return distance < 7 * 86400 ? agoFormat.format(Math.trunc(seconds / 86400), 'day') : dayFormat.format(date);
}
