import { describe, expect, test } from 'vitest';
import { compileModule } from '../../server/src/engine/compiler/compile.ts';
import type { PythonVersion } from '../../server/src/engine/journal/record.ts';
import { LineIndex } from '../../server/src/engine/syntax/lines.ts';
import { parse } from '../../server/src/engine/syntax/parse.ts';
import recorded from './errors.json' with { type: 'json' };

/** The end may be missing: then it is the start. */
type Message = readonly [text: string, line: number, offset: number, endLine: number, endOffset: number | null];

interface Outcome {
  readonly versions: readonly string[];
  readonly error: Message | null;
  readonly warnings: readonly (readonly [string, number])[];
}

/** The first error as CPython words and places it, and the warnings before it. */
function outcome(source: string, version: PythonVersion): Omit<Outcome, 'versions'> {
  const parsed = parse(source, version);
  const first = parsed.errors[0];
  if (first !== undefined) {
    return { error: [first.message, first.lineno, first.offset, first.end_lineno, first.end_offset], warnings: [] };
  }
  const { errors, warnings } = compileModule(parsed.tree, source, 'x.py', version);
  const lines = new LineIndex(source);
  const error = errors[0];
  return {
    error: error === undefined ? null : [
      error.message,
      lines.line(error.start), lines.position(error.start).column + 1,
      lines.line(error.end), lines.position(error.end).column + 1,
    ],
    warnings: warnings.map((warning) => [warning.message, lines.line(warning.start)]),
  };
}

describe('problems of code generation are those of CPython', () => {
  for (const [source, outcomes] of Object.entries(recorded as unknown as Record<string, readonly Outcome[]>)) {
    test(source, () => {
      for (const { versions, error, warnings } of outcomes) {
        for (const version of versions) {
          const found = outcome(source, version as PythonVersion);
          expect(found.error, version).toEqual(error?.map((part) => part ?? error[2]) ?? null);
          // CPython may have warned already when it gave up.
          if (error === null) expect(found.warnings, version).toEqual(warnings);
        }
      }
    });
  }
});
