'use strict';
// The optional element <trial-prescreener>: check.html in a frame with a sandbox, and in its place, until that page
// says that it can be used, whatever the host has put between the tags. Of the page it learns one number, its height,
// and of the answers nothing. Delivered minified, it has at most 2,048 bytes. docs/embedding.md describes it.
(() => {
  const TAG = 'trial-prescreener';
  if (!window.customElements || customElements.get(TAG)) return;

  const BESIDE = new URL('check.html', document.currentScript.src);
  const ATTRIBUTES = ['src', 'lang', 'theme', 'accent', 'radius'];
  const TOKEN = /^(?:lang=(?:zh|en)\b|theme=(?:light|dark)$|accent=#?[\da-f]{6}$|radius=(?:1?\d|2[0-4])$)/;

  // The address of the page, with the tokens behind it. A bad value counts as none.
  const address = (element) => {
    const link = document.createElement('a');
    link.href = element.src || BESIDE;
    if (!/^(https?|file):/.test(link.protocol)) link.href = BESIDE;
    const tokens = ATTRIBUTES.flatMap((name) => `${name}=${element[name]}`.toLowerCase().match(TOKEN) || []);
    link.hash = tokens.join('&').replace('=zh', '=zh-Hans').replace('#', '');
    return link;
  };

  class TrialPrescreener extends HTMLElement {
    static observedAttributes = ATTRIBUTES;
    #root = this.attachShadow({ mode: 'open' });
    #hush = () => {};

    constructor() {
      super();
      // Made by a script, as a host's policy may forbid styles in the markup. Safari has it from 16.4 on.
      if (!this.#root.adoptedStyleSheets) return;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(':host(:not([hidden])){display:block}');
      this.#root.adoptedStyleSheets = [sheet];
    }

    // Opens a page; `compat` is the one to open where it cannot start.
    #open = (src, compat) => {
      const frame = document.createElement('iframe');
      Object.assign(frame, {
        // Before the address: a page keeps the sandbox that its frame had when it began.
        sandbox: 'allow-scripts allow-modals allow-downloads allow-top-navigation-to-custom-protocols',
        referrerPolicy: 'no-referrer',
        title: '自助核对 · Self-check',
        // Laid out at its full width, as the page measures itself there, and in no room of its own.
        style: 'display:block;width:100%;height:85vh;margin-bottom:-85vh;border:0;visibility:hidden',
        src,
      });
      const done = (height) => {
        this.#hush();
        if (height > 0) {
          // Never higher than the screen, or a family would have to look for the next question.
          frame.style.cssText += `height:clamp(20rem,${height}px,85vh);margin:0;visibility:inherit`;
          frame.nextSibling.remove();
          return this.dispatchEvent(new Event('ready'));
        }
        if (height === 0 && compat) return this.#open(compat);
        frame.remove();
        this.dispatchEvent(new Event('error'));
      };
      const hear = (event) => {
        const height = event.data;
        // Any window may send messages.
        if (event.source === frame.contentWindow && Number.isInteger(height) && height >= 0) done(height);
      };
      // What is not shown yet, as behind a tab, has no height to tell and loses no time.
      const late = setInterval(() => frame.offsetWidth && done(), 25000);
      addEventListener('message', hear);
      this.#hush = () => {
        clearInterval(late);
        removeEventListener('message', hear);
      };
      this.#root.replaceChildren(frame, document.createElement('slot'));
    };

    connectedCallback() {
      this.#hush();
      const page = address(this);
      this.#open(page, new URL('check-compat.html' + page.hash, page));
    }

    disconnectedCallback() {
      this.#hush();
      this.#root.replaceChildren();
    }

    // Moved by `moveBefore`, the page in the frame goes on.
    connectedMoveCallback() {}

    // While it waits, frame and fallback stand side by side. Once ready, a change would take the answers with it: it
    // counts when the element is attached anew.
    attributeChangedCallback() {
      if (this.#root.children[1]) this.connectedCallback();
    }
  }

  for (const name of ATTRIBUTES) {
    Object.defineProperty(TrialPrescreener.prototype, name, {
      get() {
        return this.getAttribute(name) || '';
      },
      set(value) {
        this.setAttribute(name, value);
      },
    });
  }

  customElements.define(TAG, TrialPrescreener);
})();
