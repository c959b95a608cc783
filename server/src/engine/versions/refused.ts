import { inVersion } from './ranges.ts';

/**
 * Modules of the library whose import stops at a module that is not modelled, as `module=missing`.
 * Written by `node scripts/refused-imports.mjs`, which imports them all; a test holds the table against the imports.
 */
const table = `
  asyncio.tools=_remote_debugging:14- concurrent.futures.interpreter=_interpqueues:14- concurrent.futures.process=multiprocessing
  concurrent.interpreters._crossinterp=_interpqueues:14- concurrent.interpreters._queues=_interpqueues:14-
  concurrent.interpreters=_interpqueues:14- ctypes=_ctypes:-13 ctypes=_ctypes:15- ctypes=sysconfig:14-14
  importlib.resources.readers=zipfile
`;

/** What an import of each of these modules stops at. */
export const refusedImports = inVersion(table, (entries): ReadonlyMap<string, string> => new Map(entries.filter(Boolean).map((entry) => entry.split('=') as [string, string])));
