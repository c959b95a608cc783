import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dump } from '../../server/src/engine/syntax/dump.ts';
import { LineIndex } from '../../server/src/engine/syntax/lines.ts';
import { parse } from '../../server/src/engine/syntax/parse.ts';
import type { GrammarVersion } from '../../server/src/engine/syntax/tree.ts';

const VERSIONS: readonly GrammarVersion[] = ['3.11', '3.12', '3.13', '3.14', '3.15'];

type Said = readonly [kind: string, message: string, ...place: number[]] | null;

interface Mistake {
  readonly source: string;
  /** What is said, by the versions that say it, separated by spaces. */
  readonly says: Readonly<Record<string, Said>>;
}

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

function firstError(source: string, version: GrammarVersion): Said {
  const error = parse(source, version).errors[0];
  if (error === undefined) return null;
  const { kind, message, lineno, offset, end_lineno, end_offset } = error;
  return [kind, message, lineno, offset, end_lineno, end_offset];
}

describe('trees', () => {
  const recorded = JSON.parse(read('trees/recorded.json')) as Record<string, Record<GrammarVersion, string>>;
  for (const [sample, digests] of Object.entries(recorded)) {
    const source = read(`trees/${sample}`);
    for (const version of VERSIONS) {
      const digest = digests[version] as string | undefined;
      it(`${sample} in ${version}`, () => {
        const { tree, errors, lines } = parse(source, version);
        if (digest === undefined) {
          expect(errors).not.toEqual([]);
          return;
        }
        expect(errors).toEqual([]);
        expect(createHash('sha256').update(dump(tree, lines, version)).digest('hex')).toBe(digest);
      });
    }
  }

  it('keeps what stands around a broken statement', () => {
    const { tree, errors } = parse('a = 1\ndef f() -> :\n    b = 2\nc = = 3\nd = 4\n', '3.13');
    expect(errors.map(({ lineno }) => lineno)).toEqual([2, 4]);
    expect(tree.body.map(({ kind }) => kind)).toEqual(['Assign', 'FunctionDef', 'Assign', 'Assign', 'Assign']);
  });

  it('parses a single expression', () => {
    const { tree, errors } = parse('a + 1\n', '3.13', 'eval');
    expect(errors).toEqual([]);
    expect(tree.body.kind).toBe('BinOp');
    expect(parse('a = 1', '3.13', 'eval').errors[0]?.message).toBe('invalid syntax');
  });
});

describe('errors', () => {
  const mistakes = JSON.parse(read('errors/recorded.json')) as Mistake[];
  for (const version of VERSIONS) {
    it(`are those of ${version}`, () => {
      const expected: Record<string, Said> = {};
      const actual: Record<string, Said> = {};
      for (const { source, says } of mistakes) {
        const told = Object.entries(says).find(([versions]) => versions.split(' ').includes(version));
        expected[source] = told?.[1] ?? null;
        actual[source] = firstError(source, version);
      }
      expect(actual).toEqual(expected);
    });
  }
});

describe('warnings', () => {
  it('are those of the version', () => {
    const source = "x = '\\d'\ny = 1if x else 2\n";
    expect(parse(source, '3.13').notices.map(({ lineno, message }) => [lineno, message])).toEqual([
      [1, "invalid escape sequence '\\d'"],
      [2, 'invalid decimal literal'],
    ]);
    expect(parse(source, '3.11').notices.map(({ category }) => category)).toEqual(['DeprecationWarning', 'SyntaxWarning']);
  });
});

describe('any text', () => {
  /** A generator of numbers that is the same in every run. */
  function numbers(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  }

  const samples = ['all.py', 'since-3.12.py', 'since-3.14.py', 'since-3.15.py'].map((name) => read(`trees/${name}`));

  it('truncated anywhere has a tree', () => {
    const next = numbers(1);
    for (const sample of samples) {
      for (let i = 0; i < 150; i++) {
        const version = VERSIONS[next(VERSIONS.length)]!;
        expect(parse(sample.slice(0, next(sample.length)), version).tree.kind).toBe('Module');
      }
    }
  });

  it('made of random pieces has a tree', () => {
    const next = numbers(2);
    const pieces = samples.join('\n').split(/(\w+|\s+)/).concat(['\n', '    ', '\t', '"""', "f'{", '\\', '\0', '\ud800']);
    for (let i = 0; i < 400; i++) {
      const text = Array.from({ length: next(60) }, () => pieces[next(pieces.length)]).join('');
      expect(parse(text, VERSIONS[i % VERSIONS.length]!).tree.kind).toBe('Module');
    }
  });

  it('may nest as deep as it likes', () => {
    for (const deep of ['(', '[', '{1:', 'f(', 'not ', '-', 'lambda: ', 'a if b else ', 'x**', "f'{", 'if x:\n ', 'a.', '@']) {
      for (const version of VERSIONS) {
        const { errors } = parse(deep.repeat(5000), version);
        expect(errors.length, deep).toBeGreaterThan(0);
      }
    }
  });
});

describe('LineIndex', () => {
  it('counts lines, columns and bytes', () => {
    const text = 'a\r\né𝒳b\rc\n';
    const lines = new LineIndex(text);
    expect(lines.count).toBe(4);
    expect(lines.position(text.indexOf('b'))).toEqual({ line: 2, column: 3, utf8: 6 });
    expect(lines.characters(text.indexOf('b'))).toBe(2);
    expect(lines.line(text.indexOf('c'))).toBe(3);
    expect(lines.text(2)).toBe('é𝒳b');
    expect(lines.line(0)).toBe(1);
    expect(lines.position(text.length)).toEqual({ line: 4, column: 0, utf8: 0 });
  });
});
