import { inVersion } from './ranges.ts';

/**
 * Modules of the library whose import stops at a module that is not modelled, as `module=missing`.
 * Written by `node scripts/refused-imports.mjs`, which imports them all; a test holds the table against the imports.
 */
const table = `
  _pylong=_pydecimal:12- asyncio=_interpreters:14-14 asyncio=_socket:-13 asyncio=fcntl:15- concurrent.futures._base=_interpreters:14-14
  concurrent.futures._base=fcntl:15- concurrent.futures.interpreter=_interpreters:14-14 concurrent.futures.interpreter=fcntl:15-
  concurrent.futures.process=_interpreters:14-14 concurrent.futures.process=fcntl:15- concurrent.futures.process=multiprocessing:-13
  concurrent.futures.thread=_interpreters:14-14 concurrent.futures.thread=fcntl:15- concurrent.futures=_interpreters:14-14
  concurrent.futures=fcntl:15- concurrent.interpreters._crossinterp=_interpreters:14- concurrent.interpreters._queues=_interpreters:14-
  concurrent.interpreters=_interpreters:14- csv=_csv decimal=_pydecimal fractions=_pydecimal:-13 hashlib=_hashlib hmac=_hashlib
  importlib.abc=importlib.resources:-13 logging.config=_socket:-14 logging.handlers=_socket:-14 logging=fcntl:15- pathlib=fcntl:14-
  secrets=_hashlib selectors=select socket=_socket statistics=_pydecimal symtable=_symtable traceback=fcntl:15- tracemalloc=_tracemalloc
  unittest.async_case=_interpreters:14-14 unittest.async_case=_socket:-13 unittest.mock=_interpreters:14-14 unittest.mock=_socket:-13
  unittest=fcntl:15-
`;

/** What an import of each of these modules stops at. */
export const refusedImports = inVersion(table, (entries): ReadonlyMap<string, string> => new Map(entries.filter(Boolean).map((entry) => entry.split('=') as [string, string])));
