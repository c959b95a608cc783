/** The letters before the quote of a string, as bits. */
export const BYTES = 1;
export const RAW = 2;
export const UNICODE = 4;
export const FORMAT = 8;
export const TEMPLATE = 16;

export const LETTERS: Readonly<Record<string, number>> = { b: BYTES, r: RAW, u: UNICODE, f: FORMAT, t: TEMPLATE };
/** The pairs of letters that may not meet. */
export const INCOMPATIBLE: readonly string[] = ['ub', 'ur', 'uf', 'ut', 'bf', 'bt', 'ft'];

/** Adds a letter to the prefix of a string; 0 when the letter cannot stand there. */
export function extendPrefix(prefix: number, c: number, minor: number): number {
  if (minor >= 14) {
    // From 3.14 any letters are taken, each once, and looked at afterwards.
    const letter = c < 128 ? LETTERS[String.fromCharCode(c | 32)] ?? 0 : 0;
    return (prefix & letter) !== 0 || letter === 0 ? 0 : prefix | letter;
  }
  switch (c | 32) {
    case 98: return prefix & (BYTES | UNICODE | FORMAT) ? 0 : prefix | BYTES;
    case 117: return prefix !== 0 ? 0 : UNICODE;
    case 114: return prefix & (RAW | UNICODE) ? 0 : prefix | RAW;
    case 102: return prefix & (FORMAT | BYTES | UNICODE) ? 0 : prefix | FORMAT;
    default: return 0;
  }
}
