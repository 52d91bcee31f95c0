import { t } from './texts.js';

/** What went wrong with a call: the API's own words, or ours when there was no answer of the API. */
export class CallFailure extends Error {
  constructor(status, problem, retryAfter) {
    super(problem.error);
    this.name = 'CallFailure';
    this.status = status;
    this.retryAfter = retryAfter;
    Object.assign(this, problem);
  }

  /** Whether signing in is what helps. */
  get asksForSignIn() {
    return ['NOT_SIGNED_IN', 'INVALID_TOKEN', 'NO_TAPIS_TOKEN', 'TOKEN_EXPIRED'].includes(this.code);
  }

  get isMissing() {
    return this.status === 404 && this.code === 'NOT_FOUND';
  }
}

const answers = new Map();
const MOST_ANSWERS = 50;

/** Told of every call that had no identity. */
export const refused = new EventTarget();

/** Reads; an answer that did not change is not sent again. */
export async function get(path, signal) {
  const kept = answers.get(path);
  const headers = { Accept: 'application/json' };
  if (kept) {
    headers['If-None-Match'] = kept.tag;
  }
  const response = await ask(path, { headers, signal, cache: 'no-store' });
  if (response.status === 304 && kept) {
    return kept.body;
  }
  const body = await read(response);
  const tag = response.headers.get('ETag');
  if (tag) {
    answers.delete(path);
    answers.set(path, { tag, body });
    if (answers.size > MOST_ANSWERS) {
      answers.delete(answers.keys().next().value);
    }
  }
  return body;
}

/** Reads a text; a failure is JSON as always. */
export async function getText(path, signal) {
  const response = await ask(path, { headers: { Accept: 'text/plain, application/json' }, signal, cache: 'no-store' });
  return response.ok ? response.text() : read(response);
}

export function post(path, body, options = {}) {
  return send('POST', path, body, options);
}

export function put(path, body, options = {}) {
  return send('PUT', path, body, options);
}

export function remove(path, options = {}) {
  return send('DELETE', path, {}, options);
}

/** What one user saw must not be shown to the next. */
export function forget() {
  answers.clear();
}

async function send(method, path, body = {}, { signal, headers = {} } = {}) {
  const response = await ask(path, {
    method,
    signal,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-Skyferry-Request': 'page', ...headers },
    body: JSON.stringify(body ?? {}),
  });
  return read(response);
}

async function ask(path, options) {
  try {
    return await fetch(path, { credentials: 'same-origin', ...options });
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new CallFailure(0, { error: t.offline.title, detail: t.offline.detail, code: 'OFFLINE', hint: t.offline.hint, retryable: true });
  }
}

async function read(response) {
  const text = await response.text();
  let body = null;
  try {
    body = JSON.parse(text);
  } catch {
    // said below
  }
  if (response.ok && body) {
    return body;
  }
  const failure = new CallFailure(
    response.status,
    body?.error ? body : { error: t.noAnswer.title, detail: t.noAnswer.detail(response.status), code: `HTTP_${response.status}`, hint: t.noAnswer.hint },
    response.headers.get('Retry-After'),
  );
  if (failure.status === 401) {
    refused.dispatchEvent(new CustomEvent('refused', { detail: failure }));
  }
  throw failure;
}

/** A path with its query, without what is empty. */
export function address(path, values) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null && value !== '') {
      query.set(name, value);
    }
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
