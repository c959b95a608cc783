import { inVersion } from './ranges.ts';

/**
 * Modules of the library whose import stops at a module that is not modelled, as `module=missing`.
 * Written by `node scripts/refused-imports.mjs`, which imports them all; a test holds the table against the imports.
 */
const table = `
  ctypes=_ctypes
`;

/** What an import of each of these modules stops at. */
export const refusedImports = inVersion(table, (entries): ReadonlyMap<string, string> => new Map(entries.filter(Boolean).map((entry) => entry.split('=') as [string, string])));
