'use strict';

// 1. What a family hands on, and then the locked prelude, before everything else.
/*{{hand_on}}*/
/*{{prelude}}*/

// 2. wasm-bindgen's glue. It reads the address of the script that it stands in, and a script that
// stands in its document has none: so it is given a document without one.
const glue = (function (document) {
  /*{{glue}}*/
  return wasm_bindgen;
})();

/*{{theme}}*/

// 3. The start. Whatever goes wrong, then or later, the shell is told, and shows the page without
// scripts: a screen that may be wrong does not stay.
{
  const tell = (word) => parent.postMessage(word, '*');
  const page = document.getElementById('page');
  const fail = (error) => {
    page.textContent = '';
    tell(String(error));
  };
  addEventListener('error', (event) => fail(event.message));
  addEventListener('unhandledrejection', (event) => fail(event.reason));

  const textOf = (id) => document.getElementById(id).textContent;

  // The first 256 letters are those of the bytes from 0 to 255.
  const bytes = (id) => {
    const letters = textOf(id);
    const byte = Object.fromEntries(Array.from(letters.slice(0, 256), (letter, value) => [letter, value]));
    return Uint8Array.from(letters.slice(256), (letter) => byte[letter]);
  };

  // Letters that an HTML parser would not leave alone have stand-ins, which are those letters' too.
  const otherLetter = (letter) => String.fromCharCode(letter.charCodeAt() ^ 0xe000);
  const texts = () => textOf('texts').replace(/[<\r\0\ue000\ue00d\ue03c]/g, otherLetter);

  const answer = new Promise((resolve) => {
    addEventListener('message', ({ source, data }) => source === parent && resolve(data));
  });

  // Where the frame has lost its sandbox, the scripts of the page around it could read the answers.
  // An origin of `null` is not enough: pages from a disk have it too, and can be read.
  const isAlone = () => {
    try {
      parent.document;
      return false;
    } catch {
      return window.origin === 'null';
    }
  };

  const start = async () => {
    if (!isAlone()) throw new Error('the page is not alone');
    tell('hello');
    await glue({ module_or_path: bytes('engine') });
    const { fragment, framed } = await answer;
    const tokens = tokensOf(fragment);
    const lang = tokens.lang || (/^en\b/i.test(navigator.language) ? 'en' : 'zh-Hans');
    const content = [bytes('numbers'), texts()];
    const clock = () => {
      const now = new Date();
      return (now.getFullYear() * 100 + now.getMonth() + 1) * 100 + now.getDate();
    };
    if (typeof print === 'function') page.dataset.prints = '';
    // Firefox takes saving for a way of the frame, which the policy refuses: it would complain and save nothing.
    const refuses = CSS.supports('-moz-appearance', 'none');
    if ('download' in HTMLAnchorElement.prototype && !refuses) page.dataset.saves = '';
    // Once, before anything is answered: a height that followed the screens would tell them apart. In a
    // frame that is not shown yet, nothing has a height; it gets a size when it is.
    const measure = () => {
      if (innerWidth > 0) tell(glue.measure(page, ...content, clock));
      else addEventListener('resize', measure, { once: true });
    };
    wear(tokens);
    glue.start(page, ...content, lang, clock, hand);
    page.inert = false;
    tell('ready');
    if (framed) setTimeout(measure);
  };
  start().catch(fail);
}
