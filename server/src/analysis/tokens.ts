/**
 * The names and comments of a source text, with enough of its shape to know what a name stands for. It reads any
 * text, broken or not, and knows nothing of the grammar beyond brackets, strings and comments.
 */

export interface Token {
  readonly kind: 'name' | 'comment' | 'mark';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** Index of the innermost open bracket's token; -1 outside all brackets. */
  readonly bracket: number;
}

const SPACE = /[\s\\]+/y;
const COMMENT = /#[^\n]*/y;
const STRING = /[bfrtuBFRTU]{0,2}(?=["'])/y;
const NAME = /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*/uy;
const NUMBER = /\.?[0-9](?:[eE][+-][0-9]|[\w.])*/y;
const MARK = /[=!<>:+\-*/%&|^@]=|[^]/uy;

export function scan(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const open: number[] = [];
  let line = 1;
  let offset = 0;
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = offset;
    return pattern.exec(source)?.[0] ?? null;
  };
  const skip = (length: number): void => {
    for (const end = offset + length; offset < end; offset += 1) if (source.charCodeAt(offset) === NEWLINE) line += 1;
  };
  const push = (kind: Token['kind'], text: string): void => {
    if (CLOSING.has(text)) open.pop();
    tokens.push({ kind, text, start: offset, end: offset + text.length, line, bracket: open.at(-1) ?? -1 });
    if (OPENING.has(text)) open.push(tokens.length - 1);
    skip(text.length);
  };
  while (offset < source.length) {
    const blank = match(SPACE) ?? match(NUMBER);
    if (blank !== null) {
      skip(blank.length);
      continue;
    }
    const prefix = match(STRING);
    if (prefix !== null) {
      skip(stringEnd(source, offset + prefix.length, /[ft]/i.test(prefix)) - offset);
      continue;
    }
    const comment = match(COMMENT);
    const name = comment === null ? match(NAME) : null;
    if (comment !== null) push('comment', comment);
    else if (name !== null) push('name', name);
    else push('mark', match(MARK) ?? source.charAt(offset));
  }
  return tokens;
}

const NEWLINE = 10;
const OPENING: ReadonlySet<string> = new Set(['(', '[', '{']);
const CLOSING: ReadonlySet<string> = new Set([')', ']', '}']);

/** Offset after the string whose opening quote is at `start`; an unclosed one ends with its line, or with the text. */
function stringEnd(source: string, start: number, hasFields: boolean): number {
  const quote = source.charAt(start);
  const fence = source.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
  let depth = 0;
  for (let i = start + fence.length; i < source.length; i += 1) {
    const c = source.charAt(i);
    if (c === '\\') i += 1;
    else if (depth === 0 && source.startsWith(fence, i)) return i + fence.length;
    else if (c === '\n' && fence.length === 1) return i;
    else if (hasFields && (c === '{' || c === '}')) {
      if (depth === 0 && source.charAt(i + 1) === c) i += 1;
      else depth = c === '{' ? depth + 1 : Math.max(0, depth - 1);
    } else if (depth > 0 && (c === '"' || c === "'")) {
      // Before 3.12 the outer quote cannot occur inside a field, so a quote there is always an inner string.
      i = stringEnd(source, i, false) - 1;
    }
  }
  return source.length;
}
