/**
 * One EventSource for the whole page. A page says what it follows; it is called when the server tells of such a change,
 * and from time to time anyway: often while there is no stream, seldom while there is one.
 */
const KINDS = ['PROJECT_CHANGED', 'SYNC_PROGRESS', 'FLIGHTS_CHANGED', 'DISCOVERY_CHANGED', 'JOB_CHANGED', 'SCHEDULE_CHANGED'];
const listeners = new Set();
const LEAST_PAUSE = 500;

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

/** At most one call at a time, and not more often than one can see. */
function paced(refresh, signal) {
  let running = false;
  let again = false;
  return async function ask(data) {
    if (signal.aborted) {
      return;
    }
    if (running) {
      again = true;
      return;
    }
    running = true;
    await Promise.allSettled([refresh(data), new Promise((done) => setTimeout(done, LEAST_PAUSE))]);
    running = false;
    if (again) {
      again = false;
      ask();
    }
  };
}

function open() {
  if (source) {
    return;
  }
  source = new EventSource('/api/skyferry/events');
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
  let data = {};
  try {
    data = JSON.parse(text);
  } catch {
    // an event without data still says that something changed
  }
  for (const listener of listeners) {
    if (listener.kinds.includes(kind) && listener.match(data, kind)) {
      listener.ask(data);
    }
  }
}
