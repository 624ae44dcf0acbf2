'use strict';
// Takes back what service-worker.js has kept on the devices of families. Copied over service-worker.js on the server,
// it deletes what was kept for its own folder and removes itself, so that the next page comes from the network.

// The name by which service-worker.js begins those of its caches; other studies of the site may have their own.
const OWN = `prescreen ${registration.scope} `;

// It does not wait for a page to be closed: what is taken back should not be opened once more.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(remove()));

async function remove() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OWN));
  await Promise.all(names.map((name) => caches.delete(name)));
  await registration.unregister();
}
