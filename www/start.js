'use strict';
// The landing page's only script: has the page and the self-check kept on this device, where the browser can do that,
// and says so once it is true. Everything works without it.
(async () => {
  await navigator.serviceWorker.register('service-worker.js', { updateViaCache: 'none' });
  const { scope } = await navigator.serviceWorker.ready;
  // A browser may throw away what is kept, and the worker stays. Other folders of the site may keep pages of their own.
  const names = (await caches.keys()).filter((name) => name.startsWith(`prescreen ${scope} `));
  const whole = await Promise.all(names.map(isWhole));
  if (!whole.includes(true)) return;
  for (const words of document.querySelectorAll('#kept > [hidden]')) words.hidden = false;
})().catch(() => {});

/** Whether every file of service-worker.js is kept under this name. */
async function isWhole(name) {
  const cache = await caches.open(name);
  const files = ['start.html', 'check.html', 'check-compat.html'];
  const kept = await Promise.all(files.map((file) => cache.match(file, { ignoreVary: true })));
  return kept.every(Boolean);
}
