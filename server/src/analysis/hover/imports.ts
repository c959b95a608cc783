/** On an import statement: which source runs when the module is imported. */
import type { ImportSource } from '../../engine/journal/record.ts';
import type { Analysis } from '../analyze.ts';
import { scan } from '../tokens.ts';
import { code, type Prose, say } from '../words/prose.ts';

export interface ImportAt {
  readonly lines: readonly Prose[];
  readonly start: number;
  readonly end: number;
}

export function importAt({ result }: Analysis, file: string, source: string, offset: number): ImportAt | null {
  const here = result.imports.filter(({ place }) => place.file === file && place.start <= offset && offset < place.end);
  const token = here.length === 0 ? undefined : scan(source).find(({ kind, start, end }) => kind === 'name' && start <= offset && offset < end);
  if (token === undefined || ['import', 'from', 'as'].includes(token.text)) return null;
  // A statement may import several modules: the one whose name the cursor is in, else the only one.
  const named = here.find(({ module }) => module.split('.').includes(token.text));
  const found = named ?? (new Set(here.map(({ module }) => module)).size === 1 ? here[0] : undefined);
  return found === undefined ? null : { lines: [sourceOf(found)], start: token.start, end: token.end };
}

function sourceOf({ module, from, release }: ImportSource): Prose {
  const name = code(module);
  switch (from) {
    case 'library':
      return say`${name} is the library's own source of Python ${release}, and runs here as it is.`;
    case 'native':
      return say`${name} is built in TypeScript here, in place of CPython's C.`;
    case 'beside':
      return say`${name} is the file beside the scenario.`;
  }
}
