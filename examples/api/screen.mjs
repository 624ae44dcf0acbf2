// Screens one person with the npm package, in Node.
//
//     make build && node examples/api/screen.mjs
//
// In a browser `await init()` is enough: the package then loads the WebAssembly beside it.
import { readFile } from 'node:fs/promises';
import init, { screen } from '../../pkg/api/prescreen.js';

const here = (path) => new URL(`../../${path}`, import.meta.url);
await init({ module_or_path: await readFile(here('pkg/api/prescreen_bg.wasm')) });

const trial = JSON.parse(await readFile(here('dist/nct07338357.json'), 'utf8'));
const answers = {
  diagnosis: 'aml',
  disease_course: 'relapsed',
  birth_date: '2015-03',
  weight: { at_least: 10, unit: 'kg' },
  cns: null, // "I don't know"; what is not there is not answered
};

console.log(screen(trial, answers, '2026-11-22'));

try {
  screen(trial, { ...answers, weight: '31 kg' }, '2026-11-22');
} catch (error) {
  console.log(error.name, error.mistakes);
}
