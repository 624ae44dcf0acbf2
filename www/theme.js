// What a host page may say in the fragment of the address. The list is closed: another name, or
// another value, means nothing.
const tokensOf = (fragment) => {
  const known = { lang: /^(zh-Hans|en)$/, theme: /^(light|dark)$/, accent: /^[\da-f]{6}$/i, radius: /^(1?\d|2[0-4])$/ };
  const given = new URLSearchParams(fragment.slice(1));
  const pick = (name) => [name, known[name].test(given.get(name)) ? given.get(name) : ''];
  return Object.fromEntries(Object.keys(known).map(pick));
};

// The host's accent is worn only where it can be read: with at least 4.5:1 (WCAG 2.2, 1.4.3)
// against both backgrounds of the scheme that is shown. Otherwise the page keeps its own.
const wear = ({ theme, accent, radius }) => {
  const root = document.documentElement;
  root.dataset.theme = theme;
  if (radius) root.style.setProperty('--prescreen-radius', `${radius}px`);
  if (!accent) return;

  // Relative luminance as WCAG defines it.
  const part = (hex) => parseInt(hex, 16) / 255;
  const linear = (value) => (value > 0.04045 ? ((value + 0.055) / 1.055) ** 2.4 : value / 12.92);
  const luminance = (colour) => {
    const [red, green, blue] = colour.match(/[0-9a-f]{2}/gi).map((hex) => linear(part(hex)));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((first, second) => second - first);
    return (light + 0.05) / (dark + 0.05);
  };

  const choose = () => {
    const own = getComputedStyle(root);
    const paper = own.getPropertyValue('--paper').trim();
    const grounds = [paper, own.getPropertyValue('--tint').trim()];
    const readable = grounds.every((ground) => contrast(`#${accent}`, ground) >= 4.5);
    root.style.setProperty('--prescreen-accent', readable ? `#${accent}` : '');
    root.style.setProperty('--prescreen-on-accent', readable ? paper : '');
  };
  choose();
  matchMedia('(prefers-color-scheme: dark)').onchange = choose;
};
