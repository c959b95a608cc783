/** `textDocument/diagnostic` and `textDocument/publishDiagnostics`: the same problems, whichever way they travel. */
import type { Diagnostic } from '../../analysis/analyze.ts';
import type { Place } from '../../engine/journal/record.ts';
import type { Check } from '../session/check.ts';
import { fileName } from '../session/document.ts';
import type { Outcome } from '../session/job.ts';

/** A diagnostic of the analysis, or word that there is no analysis. */
export type Problem = Omit<Diagnostic, 'code'> & { readonly code: Diagnostic['code'] | 'internal-error' };

/** The problems of a check's scenario, every one placed in the scenario itself. */
export function problemsOf(check: Check, outcome: Outcome): readonly Problem[] {
  const { uri, text } = check.snapshot.document;
  const file = fileName(uri);
  switch (outcome.kind) {
    case 'analysed':
      return outcome.report.diagnostics.map((problem) =>
        problem.place.file === file ? problem : atImport(problem, file, text),
      );
    case 'failed':
      return [{
        code: 'internal-error',
        severity: 'information',
        message: `Exit Lens could not analyse this scenario: ${outcome.message.split('\n', 1)[0] ?? ''}`,
        place: { file, line: 1, start: 0, end: firstLine(text) },
        related: [],
      }];
    case 'cancelled':
      return [];
  }
}

/** A problem in a module is shown where the scenario imports that module, and leads there. */
function atImport(problem: Diagnostic, file: string, text: string): Diagnostic {
  const { place, message } = problem;
  return {
    ...problem,
    message: `${place.file}:${place.line}: ${message}`,
    place: importOf(place.file.replace(/\.py$/, ''), file, text),
    related: [{ message, place }, ...problem.related],
  };
}

function importOf(module: string, file: string, text: string): Place {
  let start = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const match = /^(\s*)(?:from|import)\b([^#]*)/.exec(line);
    const indent = match?.[1]?.length ?? 0;
    const names = match?.[2]?.match(/[\p{L}\p{N}_]+/gu);
    if (match !== null && names?.includes(module)) {
      return { file, line: index + 1, start: start + indent, end: start + match[0].trimEnd().length };
    }
    start += line.length + 1;
  }
  return { file, line: 1, start: 0, end: firstLine(text) };
}

function firstLine(text: string): number {
  const end = text.search(/\r?\n/);
  return end === -1 ? text.length : end;
}
