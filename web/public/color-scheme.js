// Sets the colour scheme before the first paint. A file of its own, because the content
// security policy allows no inline script.
(function () {
  var root = document.documentElement;
  var chosen = null;
  try {
    chosen = localStorage.getItem('estrade.color-scheme');
  } catch {
    // Storage may be switched off: the system's choice then decides.
  }
  var dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
