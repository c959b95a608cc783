import { compileModule } from '../../server/src/engine/compiler/compile.ts';
import type { PythonVersion } from '../../server/src/engine/journal/record.ts';
import { parse } from '../../server/src/engine/syntax/parse.ts';

/** A generator of numbers below a bound that is the same in every run. */
export type Numbers = (below: number) => number;

export function numbers(seed: number): Numbers {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const WORDS = (
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is ' +
  'lambda nonlocal not or pass raise return try while with yield match case type lazy _ x y self print exec int str __debug__ ' +
  '0 1 012 0x1f 1_0 1e5 1j 0b2 1__0 "a" \'b\' b"c" r"\\d" "\\x" f"{x}" f"{x!r:>{y}}" f"{" f"}" f"{x" t"{x}" """ \'\'\' ' +
  '( ) [ ] { } , : ; . ... = == := -> + - * ** / // % @ & | ^ ~ << >> < > <= >= != <> ! ? $ ` \\ # += **= ' +
  'é 𝒳 \u00a0 \ufeff \x0c \x00 \ud800'
).split(' ');

const LAYOUT = ['\n', '\n    ', '\n        ', '\n\t', ' ', '  ', '\\\n', '\r\n', '\r', ':\n    '];

const pick = <T>(next: Numbers, from: readonly T[]): T => from[next(from.length)]!;
const word = (next: Numbers): string => (next(5) === 0 ? pick(next, LAYOUT) : pick(next, WORDS));

/** The kinds of text that are tried: what no one writes, and what somebody types who is not done yet. */
export const KINDS = ['bytes', 'soup', 'truncated', 'tokens', 'lines', 'spliced'] as const;
export type Kind = (typeof KINDS)[number];

/** A random text; `samples` are pieces of real programs. */
export function randomText(kind: Kind, next: Numbers, samples: readonly string[]): string {
  const sample = pick(next, samples);
  switch (kind) {
    case 'bytes':
      return Array.from({ length: next(60) }, () => String.fromCharCode(next(next(4) === 0 ? 0x10000 : 128))).join('');
    case 'soup':
      return Array.from({ length: 1 + next(12) }, () => word(next)).join(next(3) === 0 ? '' : ' ');
    case 'truncated':
      return sample.slice(0, next(sample.length + 1));
    case 'tokens':
      return changedTokens(sample, next);
    case 'lines':
      return changedLines(sample, next);
    case 'spliced': {
      const other = pick(next, samples);
      return sample.slice(0, next(sample.length + 1)) + other.slice(next(other.length + 1));
    }
  }
}

/** One or two tokens are left out, doubled, exchanged, put in or replaced. */
function changedTokens(sample: string, next: Numbers): string {
  const tokens = sample.match(/\w+|[ \t]+|\n|[^\w\s]|\s/g) ?? [];
  for (let changes = 1 + next(2); changes > 0 && tokens.length > 1; changes--) {
    const at = next(tokens.length);
    switch (next(5)) {
      case 0:
        tokens.splice(at, 1);
        break;
      case 1:
        tokens.splice(at, 0, tokens[at]!);
        break;
      case 2:
        tokens.splice(at, 0, ...tokens.splice(next(tokens.length), 1));
        break;
      case 3:
        tokens.splice(at, 0, word(next));
        break;
      default:
        tokens[at] = word(next);
    }
  }
  return tokens.join('');
}

/** A line is left out, doubled, or begins further in or out. */
function changedLines(sample: string, next: Numbers): string {
  const lines = sample.split('\n');
  const at = next(lines.length);
  switch (next(4)) {
    case 0:
      lines.splice(at, 1);
      break;
    case 1:
      lines.splice(at, 0, lines[at]!);
      break;
    case 2:
      lines[at] = pick(next, [' ', '  ', '    ', '\t']) + lines[at]!;
      break;
    default:
      lines[at] = lines[at]!.replace(/^ {1,4}/, '');
  }
  return lines.join('\n');
}

export type Said = readonly [kind: string, message: string, line: number, offset: number, endLine: number, endOffset: number] | null;

/** What CPython would say of a text when it compiles it, as the engine knows. */
export function said(source: string, version: PythonVersion): Said {
  const { tree, errors, lines } = parse(source, version);
  const [error] = errors;
  if (error !== undefined) return [error.kind, error.message, error.lineno, error.offset, error.end_lineno, error.end_offset];
  const [problem] = compileModule(tree, source, 'x.py', version).errors;
  if (problem === undefined) return null;
  const place = (offset: number): [number, number] => [lines.line(offset), lines.characters(offset) + 1];
  return [problem.kind, problem.message, ...place(problem.start), ...place(problem.end)];
}
