import { get, post } from '../api.js';
import { html, nothing } from '../view.js';
import { t } from '../texts.js';
import { progress } from './progress.js';
import { problem } from './problem.js';
import { problemList } from '../work.js';

const AT_A_TIME = 3;

/** Looks through the systems, a few at a time, so that each answers for itself and the page can show how far it is. */
export const lookForFlights = { run, view };

export function searching(search) {
  return Boolean(search && !search.ended);
}

/** @param {function(object)} tell gets the search whenever it moved on */
async function run(known, tell, signal) {
  const search = { systems: [], done: 0, flights: 0, images: 0, problems: [], ended: false, failure: null };
  tell({ ...search });
  try {
    search.systems = known ?? (await get('/api/tapis-storage/systems/', signal)).systems;
    const waiting = search.systems.map((system) => system.id);
    const workers = Array.from({ length: AT_A_TIME }, async () => {
      for (let system = waiting.shift(); system; system = waiting.shift()) {
        await scan(system, search, signal);
        tell({ ...search });
      }
    });
    await Promise.all(workers);
  } catch (failure) {
    search.failure = failure;
  }
  search.ended = true;
  tell({ ...search });
}

async function scan(system, search, signal) {
  try {
    const found = await post('/api/tapis-storage/discover-flights/', { systems: [system] }, { signal });
    search.flights += found.count;
    search.images += found.flights.reduce((sum, flight) => sum + flight.image_count, 0);
    search.problems.push(...found.problems);
  } catch (failure) {
    if (failure.status === 401 || failure.name === 'AbortError') {
      throw failure;
    }
    search.problems.push({ ...failure, system_id: system });
  }
  search.done += 1;
}

function view(search, close) {
  if (!search) {
    return nothing;
  }
  return html`<section class="card" aria-label=${t.discovery.title}>
    <div class="card-head"><h2>${search.ended ? t.discovery.ended : t.discovery.title}</h2>
      ${search.ended ? html`<button type="button" class="button quiet small" @click=${close}>${t.close}</button>` : nothing}</div>
    ${search.failure ? problem(search.failure) : nothing}
    ${search.ended ? nothing : progress(search.done, search.systems.length, t.discovery.title)}
    <p role="status">${t.discovery.sum(search)}</p>
    ${search.problems.length ? html`<p><strong>${t.discovery.problems(search.problems.length)}</strong></p>${problemList(search.problems)}` : nothing}
  </section>`;
}
