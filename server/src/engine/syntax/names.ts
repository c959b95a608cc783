import { ALIASES, BLOCKS, WORDS } from './charnames.ts';

let known: Map<string, string> | null = null;

/**
 * The character `\N{name}` stands for; null for a name that is not known. Known
 * are the blocks people write: letters of the West, punctuation, symbols, emoji.
 */
export function characterNamed(name: string): string | null {
  known ??= readNames();
  return known.get(name.toUpperCase()) ?? ideographNamed(name.toUpperCase());
}

function readNames(): Map<string, string> {
  const names = new Map<string, string>();
  const words = WORDS.split(' ');
  for (const [first, text] of BLOCKS) {
    text.split(' ').forEach((name, i) => {
      const parts: string[] = [];
      for (let k = 0; k < name.length; k += 2) parts.push(words[digit(name, k) * 90 + digit(name, k + 1)]!);
      if (parts.length !== 0) names.set(parts.join(' '), String.fromCodePoint(first + i));
    });
  }
  for (const [codePoint, name] of ALIASES) names.set(name, String.fromCodePoint(codePoint));
  return names;
}

/** The digits are the printable characters from `#` on, without the backslash and the grave accent. */
function digit(text: string, at: number): number {
  const c = text.charCodeAt(at);
  return c - 35 - (c > 92 ? 1 : 0) - (c > 96 ? 1 : 0);
}

/** The names that are made of the code point itself. */
function ideographNamed(name: string): string | null {
  const digits = /^CJK UNIFIED IDEOGRAPH-([0-9A-F]{4,5})$/.exec(name)?.[1];
  if (digits === undefined) return null;
  const text = String.fromCodePoint(parseInt(digits, 16));
  return /\p{Unified_Ideograph}/u.test(text) ? text : null;
}
