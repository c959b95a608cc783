/** The built product, as its users start it. */
import { fileURLToPath } from 'node:url';

export const root: string = fileURLToPath(new URL('../', import.meta.url));

export const commandLine: string = fileURLToPath(new URL('../server/dist/exit-lens.js', import.meta.url));

/** The Node that runs npm, which may be older than the one that the tests need. */
export const userNode: string = process.env['npm_node_execpath'] ?? process.execPath;
