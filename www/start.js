'use strict';
// The landing page's only script: has the page and the self-check kept on this device, where the browser can do that,
// and says so once it is true. Everything works without it.
(async () => {
  await navigator.serviceWorker.register('service-worker.js', { updateViaCache: 'none' });
  await navigator.serviceWorker.ready;
  // A browser may throw away what is kept, and the worker stays.
  const kept = await Promise.all(['start.html', 'check.html'].map((name) => caches.match(name)));
  if (!kept.every(Boolean)) return;
  for (const words of document.querySelectorAll('#kept > [hidden]')) words.hidden = false;
})().catch(() => {});
