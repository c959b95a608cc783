import type { PythonVersion } from '../journal/record.ts';

/**
 * Reads a table of words of which some are not in every version: `word:12-` is there since 3.12, `word:-13` up to 3.13,
 * `word:13-14` in between. Answers what `make` makes of a version's words, once for each version.
 */
export function inVersion<T>(table: string, make: (words: readonly string[]) => T): (version: PythonVersion) => T {
  const known = new Map<PythonVersion, T>();
  return (version) => {
    let made = known.get(version);
    if (made === undefined) known.set(version, (made = make(wordsOf(table, Number(version.slice(2))))));
    return made;
  };
}

/** Whether a version is in a range such as `12-`; undefined are all. */
export function isInVersion(range: string | undefined, version: PythonVersion): boolean {
  const [first = '', last = ''] = (range ?? '-').split('-');
  const minor = Number(version.slice(2));
  return (first === '' || minor >= Number(first)) && (last === '' || minor <= Number(last));
}

function wordsOf(table: string, minor: number): string[] {
  const words: string[] = [];
  for (const entry of table.trim().split(/\s+/)) {
    const [word = '', range = '-'] = entry.split(':');
    const [first = '', last = ''] = range.split('-');
    if ((first === '' || minor >= Number(first)) && (last === '' || minor <= Number(last))) words.push(word);
  }
  return words;
}
