/** Texts of the operator's pages. */
export default {
  nav: { jobs: 'Jobs', runs: 'Runs', schedules: 'Schedules', hosts: 'Hosts', audit: 'Audit trail', clients: 'Sign-in clients' },
  unfinished: 'This page is not there yet. The same facts are in the REST API.',
};
