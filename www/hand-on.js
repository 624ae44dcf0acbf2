// What a family hands on: a copy, a picture, a file. It takes elements that could name an address, so these are made here
// alone, with what the browser has before the prelude locks it. The link that saves is never given away; the picture is,
// and the prelude keeps it from naming another address. Nothing here chooses a text, and nothing here asks anyone.
const hand = (() => {
  // Taken before anyone could replace them: whatever touches the link, the picture or an address after the lock must not
  // call what can be changed by then.
  const { apply } = Reflect;
  const { createObjectURL, revokeObjectURL } = URL;
  const { execCommand, createElement } = Document.prototype;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const { setAttribute } = Element.prototype;
  const { click } = HTMLElement.prototype;
  const { toDataURL } = HTMLCanvasElement.prototype;
  const File = Blob;
  const { userActivation } = navigator;
  const isActive = userActivation && Object.getOwnPropertyDescriptor(UserActivation.prototype, 'isActive').get;
  const make = (tag) => apply(createElement, document, [tag]);
  const set = (element, name, value) => apply(setAttribute, element, [name, value]);

  // A browser that does not save would go where the link leads, and the answers would be lost. A new window is what the
  // sandbox refuses.
  const link = make('a');
  set(link, 'target', '_blank');

  // What is drawn on: a white ground.
  const board = (width, height) => {
    const canvas = make('canvas');
    set(canvas, 'width', width);
    set(canvas, 'height', height);
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.fillStyle = '#000';
    return context;
  };

  // Some browsers give noise instead of what was drawn, so that nobody can tell devices apart by it.
  const givesWhatWasDrawn = () => {
    const context = board(2, 1);
    context.fillRect(0, 0, 1, 1);
    const { data } = context.getImageData(0, 0, 2, 1);
    const expected = [0, 0, 0, 255, 255, 255, 255, 255];
    return expected.every((light, place) => Math.abs(data[place] - light) < 32);
  };

  return Object.freeze({
    board,

    // What was drawn, as a picture that can be kept by a long press. In some apps only one whose address holds all of it.
    picture({ canvas }) {
      const address = apply(toDataURL, canvas, ['image/png']);
      if (!address.startsWith('data:image/png') || !givesWhatWasDrawn()) throw new Error('no picture can be had');
      const image = make('img');
      for (const name of ['width', 'height']) set(image, name, canvas[name]);
      set(image, 'src', address);
      return image;
    },

    // To the clipboard, and nothing but the text. Safari copies nothing where nothing is selected; where nothing was
    // copied the text stays selected, to be copied by hand.
    copy(element, text) {
      let copied = false;
      const take = (event) => {
        event.clipboardData.setData('text/plain', text);
        event.preventDefault();
        copied = true;
      };
      apply(addEventListener, document, ['copy', take]);
      getSelection().selectAllChildren(element);
      try {
        copied = apply(execCommand, document, ['copy']) && copied;
      } finally {
        apply(removeEventListener, document, ['copy', take]);
      }
      if (copied) getSelection().removeAllRanges();
      return copied;
    },

    // What came of it, in an element that screen readers listen to: they say what changes, so it is gone for a moment.
    say(element, words) {
      element.textContent = '';
      setTimeout(() => (element.textContent = words), 100);
    },

    // A file with a text in it, after a tap, as far as the browser knows of taps. Its address names nothing of it:
    // browsers keep the addresses of what they have saved.
    save(text, name) {
      if (isActive && !apply(isActive, userActivation, [])) throw new Error('nobody has tapped');
      const address = apply(createObjectURL, URL, [new File([text], { type: 'text/plain;charset=utf-8' })]);
      set(link, 'href', address);
      set(link, 'download', name);
      apply(click, link, []);
      // A browser may begin to read only when the script has ended.
      setTimeout(() => apply(revokeObjectURL, URL, [address]), 40000);
    },
  });
})();
