import type { SyntaxProblem } from './problems.ts';
import type { TokenStream } from './scanner.ts';
import { T } from './tokens.ts';

/** A token as `tokenize` shows it: comments and line breaks that mean nothing are tokens too. Columns are characters. */
export interface ListedToken {
  readonly kind: 'endmarker' | 'name' | 'number' | 'string' | 'newline' | 'indent' | 'dedent' | 'op' | 'comment' | 'nl';
  readonly text: string;
  readonly start: readonly [line: number, column: number];
  readonly end: readonly [line: number, column: number];
  /** The lines that hold it. */
  readonly line: string;
}

/** `unlisted` are kinds of tokens that cannot be told here as CPython tells them. */
export type ListingEnd = { readonly kind: 'end' } | { readonly kind: 'problem'; readonly problem: SyntaxProblem } | { readonly kind: 'unlisted'; readonly what: string };

/**
 * The tokens of a text that ends with a line break, as the tokenizer of CPython gives them with `extra_tokens`, up to the
 * first that is wrong. `added` says that the last line break is not the text's own.
 */
export function listTokens({ source, tokens, faults, lines }: TokenStream, added: boolean): { readonly listed: ListedToken[]; readonly end: ListingEnd } {
  const listed: ListedToken[] = [];
  const place = (offset: number): [number, number] => [lines.line(offset), lines.characters(offset)];
  const push = (kind: ListedToken['kind'], start: number, end: number): void => {
    const last = added && end === source.length && (kind === 'nl' || kind === 'newline');
    const [first, final] = [lines.line(start), lines.line(Math.max(start, end - 1))];
    const [row, column] = place(start);
    const single = kind === 'nl' || kind === 'newline';
    listed.push({
      kind,
      text: last ? '' : source.slice(start, end),
      start: [row, column],
      end: single ? [row, column + 1] : place(end),
      line: source.slice(lines.start(first), added && final + 1 >= lines.count ? source.length - 1 : lines.start(final + 1)),
    });
  };
  const breakAt = (at: number): number => (source.startsWith('\r\n', at) ? 2 : 1);
  let done = 0;
  /** Comments and line breaks between tokens. */
  const gap = (end: number): void => {
    while (done < end) {
      const c = source[done];
      if (c === '#') {
        const start = done;
        while (done < source.length && source[done] !== '\n' && source[done] !== '\r') done++;
        push('comment', start, done);
      } else if (c === '\n' || c === '\r') {
        const size = breakAt(done);
        push('nl', done, done + size);
        done += size;
      } else if (c === '\\') done += 1 + breakAt(done + 1);
      else done++;
    }
  };
  for (let i = 0; i < tokens.count; i++) {
    const fault = faults.get(i);
    if (fault !== undefined) return { listed, end: fault.isSpoken ? { kind: 'problem', problem: fault.problem } : { kind: 'unlisted', what: 'a text with errors' } };
    const kind = tokens.kinds[i] as T;
    const [start, end] = [tokens.starts[i]!, tokens.ends[i]!];
    if (kind >= T.FSTRING_START && kind <= T.TSTRING_END) return { listed, end: { kind: 'unlisted', what: 'an f-string' } };
    if (start >= source.length && kind !== T.NEWLINE) {
      gap(source.length);
      const after: [number, number] = [source === '' ? 1 : lines.count, 0];
      listed.push({ kind: kind === T.DEDENT ? 'dedent' : 'endmarker', text: '', start: after, end: after, line: '' });
      continue;
    }
    if (kind === T.NEWLINE) {
      while (done < start) done++;
      if (source[done] === '#') {
        const from = done;
        while (source[done] !== '\n' && source[done] !== '\r') done++;
        push('comment', from, done);
      }
      const size = breakAt(done);
      push('newline', done, done + size);
      done += size;
      continue;
    }
    gap(start);
    switch (kind) {
      case T.ENDMARKER:
        push('endmarker', start, start);
        break;
      case T.NUMBER:
        push('number', start, end);
        break;
      case T.STRING:
        push('string', start, end);
        break;
      case T.INDENT:
        push('indent', lines.start(lines.line(start)), end);
        break;
      case T.DEDENT:
        push('dedent', end, end);
        break;
      default:
        push(kind === T.NAME || kind >= T.FALSE ? 'name' : 'op', start, end);
    }
    done = Math.max(done, end);
  }
  return { listed, end: { kind: 'end' } };
}
