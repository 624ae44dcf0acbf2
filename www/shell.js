'use strict';
// The relay between the address and the app: tokens in, one height out. It shows the page without
// scripts unless it hears that the app is there. It knows no answer.
(() => {
  const root = document.documentElement;
  const find = (css) => document.querySelector(css);
  const framed = parent !== window;
  root.dataset.theme = /[#&]theme=(light|dark)(?![^&])/.exec(location.hash)?.[1] || '';

  // The host hears one number, once: how high the page wants to be, or 0 where it cannot start.
  let say = (height) => {
    say = () => {};
    if (framed) parent.postMessage(height, '*');
  };
  const state = (name, why) => {
    root.className = name;
    if (!why) return;
    find('#why').textContent = why;
    say(0);
  };
  // A browser that never loads the frame says nothing about it either.
  const late = setTimeout(state, 2e4, 'failed', 'late');
  state('starting');

  // Chromium restores a page from its history without the document of a frame in a sandbox: where
  // the app has not spoken soon after everything is loaded, its document is set once more.
  let heard, broken;
  onload = () => setTimeout(() => heard || (find('iframe').srcdoc += ''), 1000);

  addEventListener('message', ({ source, data }) => {
    // Any window may send messages, the host's too. A page that broke stays away.
    if (broken || source !== find('iframe')?.contentWindow) return;
    heard = true;
    if (data === 'hello') return source.postMessage({ fragment: location.hash, framed }, '*');
    clearTimeout(late);
    if (data === 'ready') return state(data);
    // A whole number and no other, whatever the app became.
    if (data > 0) return say(Math.min(~~data, 1e4) + find('footer').offsetHeight);
    broken = true;
    state('failed', data + '');
  });
})();
