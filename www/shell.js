'use strict';
// The relay between the address and the app. It says two things in, and shows the page without
// scripts unless it hears that the app is there. It knows no answer and says nothing to the host.
(() => {
  const root = document.documentElement;
  const known = { lang: ['zh-Hans', 'en'], theme: ['light', 'dark'] };
  const tokens = new URLSearchParams(location.hash.slice(1));
  const pick = (name) => known[name].find((value) => value === tokens.get(name));
  const state = (name, why) => {
    root.className = name;
    if (why) document.getElementById('why').textContent = why;
  };

  const theme = pick('theme') || '';
  const lang = pick('lang') || (/^en\b/i.test(navigator.language) ? 'en' : 'zh-Hans');
  root.dataset.theme = theme;
  // A browser that never loads the frame says nothing about it either.
  const late = setTimeout(state, 20000, 'failed', 'late');
  state('starting');

  // Chromium restores a page from its history without the document of a frame in a sandbox: where
  // the app has not spoken soon after everything is loaded, its document is set once more.
  let heard;
  const frame = () => document.querySelector('iframe');
  onload = () => setTimeout(() => heard || (frame().srcdoc += ''), 1000);

  addEventListener('message', ({ source, data }) => {
    // Any window may send messages, the host's too.
    if (source !== frame()?.contentWindow) return;
    heard = true;
    if (data === 'hello') return source.postMessage({ lang, theme }, '*');
    clearTimeout(late);
    data === 'ready' ? state(data) : state('failed', data + '');
  });
})();
