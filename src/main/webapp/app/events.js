import { session } from './session.js';

/**
 * One EventSource for the whole page. A page says what it follows; it is called when the server tells of such a change,
 * and from time to time anyway: often while there is no stream, seldom while there is one.
 */
const KINDS = [
  'flights_discovered', 'project_created', 'project_changed', 'sync_started', 'sync_progress', 'sync_ended',
  'needs_attention', 'sign_in_needed', 'processing_ended', 'webodm_lost', 'job_changed', 'discovery_progress',
];
const listeners = new Set();
const LEAST_PAUSE = 1000;

let source = null;
let connected = false;

/**
 * @param {{kinds?: string[], match?: function(object): boolean, every?: number}} options `every` in milliseconds
 * @param {function(object=): Promise} refresh gets the event's data, if there was one
 * @param {AbortSignal} signal ends it
 */
export function follow({ kinds = KINDS, match = () => true, every = 3000 }, refresh, signal) {
  const listener = { kinds, match, ask: paced(refresh, signal) };
  listeners.add(listener);
  open();
  let last = Date.now();
  const timer = setInterval(() => {
    const pause = connected ? every * 10 : every;
    if (!document.hidden && Date.now() - last >= pause) {
      last = Date.now();
      listener.ask();
    }
  }, Math.min(every, 1000));
  const woken = () => !document.hidden && listener.ask();
  document.addEventListener('visibilitychange', woken);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', woken);
    listeners.delete(listener);
    if (listeners.size === 0) {
      close();
    }
  });
}

/**
 * At most one call at a time, and not more often than one can see. What came meanwhile is told by one more call: with the
 * last event if all were of its kind, without any if not.
 */
function paced(refresh, signal) {
  let running = false;
  let missed = [];
  return async function ask(data) {
    if (signal.aborted) {
      return;
    }
    if (running) {
      missed.push(data);
      return;
    }
    running = true;
    await Promise.allSettled([refresh(data), new Promise((done) => setTimeout(done, LEAST_PAUSE))]);
    running = false;
    if (missed.length > 0) {
      const last = missed.at(-1);
      const alike = missed.every((one) => one?.kind === last?.kind);
      missed = [];
      ask(alike ? last : undefined);
    }
  };
}

// Browsers allow a server few connections at a time: tabs that nobody looks at must not hold them.
document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    close();
  } else if (listeners.size) {
    open();
  }
});

function open() {
  if (source || document.hidden) {
    return;
  }
  source = new EventSource(session.may('operator') ? '/api/skyferry/events?scope=all' : '/api/skyferry/events');
  source.addEventListener('open', () => {
    connected = true;
  });
  source.addEventListener('error', () => {
    connected = false;
    if (source?.readyState === EventSource.CLOSED) {
      source = null;
      setTimeout(() => listeners.size && open(), 30000);
    }
  });
  source.addEventListener('reset', () => listeners.forEach((listener) => listener.ask()));
  source.addEventListener('end', (event) => {
    if (parsed(event.data).reason === 'signed_out') {
      session.expire();
    }
  });
  for (const kind of KINDS) {
    source.addEventListener(kind, (event) => tell(kind, event.data));
  }
}

function close() {
  source?.close();
  source = null;
  connected = false;
}

function tell(kind, text) {
  const data = parsed(text);
  for (const listener of listeners) {
    if (listener.kinds.includes(kind) && listener.match(data, kind)) {
      listener.ask(data);
    }
  }
}

/** An event without readable data still says that something changed. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
