'use strict';
// Keeps the landing page and the self-check on a device, for use without a network. `prescreen build` names the files
// and their hashes below. It answers for these files alone, from what it has kept, and lets everything else go to the
// network. It never takes over from one that an open landing page uses. An open self-check is in a sandbox and uses no
// worker: it stays as it was loaded, and only its link to check-compat.html may lead to the next build.
// service-worker-removal.js takes all of it back.

const FILES = {/*{{files}}*/};

// Caches belong to the whole site, on which other studies may have their own worker.
const OWN = `prescreen ${registration.scope} `;
const KEPT = OWN + '/*{{version}}*/';

/** What the self-check has to be sent with, in any order. */
const SANDBOX = ['allow-downloads', 'allow-modals', 'allow-scripts', 'allow-top-navigation-to-custom-protocols'];

addEventListener('install', (event) => event.waitUntil(keep()));
addEventListener('activate', (event) => event.waitUntil(forgetOthers()));

addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  // Chat apps add a query to what is shared in them, so none is looked at.
  const name = Object.keys(FILES).find((name) => new URL(name, location).pathname === pathname);
  if (event.request.method === 'GET' && origin === location.origin && name) {
    event.respondWith(kept(name, event.request));
  }
});

/** Keeps all files or none: while a server is half updated, what was kept before stays as it is. */
async function keep() {
  const names = Object.keys(FILES);
  const answers = await Promise.all(names.map(fetched));
  const wasThere = await caches.has(KEPT);
  const cache = await caches.open(KEPT);
  try {
    await Promise.all(names.map((name, place) => cache.put(name, answers[place])));
  } catch (error) {
    // The device has no room for all.
    if (!wasThere) await caches.delete(KEPT);
    throw error;
  }
}

/** The server's answer with this very file, headers included. */
async function fetched(name) {
  // Not from the browser's own cache, which may hold the file of another build for long.
  const answer = await fetch(name, { integrity: FILES[name], cache: 'no-store', redirect: 'error' });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  // A page kept without its headers would stay so until the next build.
  if (name.startsWith('check') && !isConfined(answer.headers)) throw new Error(`${name}: headers`);
  return answer;
}

/**
 * Whether the headers shut a page in. Of two sandboxes in one policy a browser passes over the second, so each has to
 * be the right one.
 */
function isConfined(headers) {
  const policy = (headers.get('content-security-policy') || '').toLowerCase();
  // The white space of a policy, which is less than that of `trim` and of `\s`.
  const directives = policy.split(/[;,]/).map((directive) => directive.split(/[\t\n\f\r ]+/).filter(Boolean));
  const sandboxes = directives.filter(([name]) => name === 'sandbox').map(([, ...tokens]) => tokens.sort().join(' '));
  const right = sandboxes.length > 0 && sandboxes.every((tokens) => tokens === SANDBOX.join(' '));
  return right && headers.has('connection-allowlist');
}

/** Deletes what former builds have kept. No landing page of theirs is open any more; a self-check needs nothing of it. */
async function forgetOthers() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OWN) && name !== KEPT);
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** The kept file; where a browser has thrown it away, or cannot read it, what the network has. */
async function kept(name, request) {
  const found = await caches
    .open(KEPT)
    .then((cache) => cache.match(name, { ignoreVary: true }))
    .catch(() => {});
  return found || fetch(request);
}
