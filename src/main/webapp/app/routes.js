/**
 * Every page: its address, its file in `pages/`, its place in the navigation (`nav` names a text of `texts.nav`), and the
 * role that it needs. A new page is a file and a line here, and a line in PageRoutes.java.
 */
export const routes = [
  { path: '/', page: 'start', open: true },
  { path: '/flights', page: 'flights', nav: 'flights', icon: 'flights' },
  { path: '/flights/{id}', page: 'flight', under: '/flights' },
  { path: '/projects', page: 'projects', nav: 'projects', icon: 'projects' },
  { path: '/projects/{id}', page: 'project', under: '/projects' },
  { path: '/preferences', page: 'preferences', nav: 'preferences', icon: 'preferences' },
  { path: '/jobs', page: 'jobs', nav: 'jobs', icon: 'jobs', role: 'operator' },
  { path: '/jobs/{id}', page: 'job', under: '/jobs' },
  { path: '/runs', page: 'runs', nav: 'runs', icon: 'runs', role: 'operator' },
  { path: '/schedules', page: 'schedules', nav: 'schedules', icon: 'schedules', role: 'operator' },
  { path: '/hosts', page: 'hosts', nav: 'hosts', icon: 'hosts', role: 'operator' },
  { path: '/audit', page: 'audit', nav: 'audit', icon: 'audit', role: 'administrator' },
  { path: '/clients', page: 'clients', nav: 'clients', icon: 'clients', role: 'administrator' },
];

/** @returns {{route: object, params: object} | null} */
export function match(path) {
  const plain = path.length > 1 ? path.replace(/\/$/, '') : path;
  for (const route of routes) {
    const pattern = new RegExp(`^${route.path.replace('{id}', '(?<id>[0-9]{1,18})')}$`);
    const found = pattern.exec(plain);
    if (found) {
      return { route, params: { ...found.groups } };
    }
  }
  return null;
}
