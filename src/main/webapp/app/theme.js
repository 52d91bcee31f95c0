// Before anything is drawn, so that nobody who chose dark sees a white page first.
(() => {
  try {
    const chosen = localStorage.getItem('skyferry.theme');
    if (chosen === 'light' || chosen === 'dark') {
      document.documentElement.dataset.theme = chosen;
    }
  } catch {
    // storage may be forbidden; the system's choice holds
  }
})();
