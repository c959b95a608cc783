/** Where things are in the checkout. */
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export const engineUrl = process.env.EXIT_LENS_ENGINE ?? new URL('../server/dist/engine.js', import.meta.url).href;
export const serverFile = here('../server/dist/exit-lens.js');
export const programFolder = here('programs/');
export const child = (name) => here(`children/${name}`);
