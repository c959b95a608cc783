/** The report for programs. `docs/check.schema.json` describes it; a field is added there first. */
import type { ObjectRecord, Place, PythonVersion, RunResult, Stage } from '../../engine/journal/record.ts';
import type { Analysis, Code, Severity } from '../analyze.ts';
import { why } from '../words/explain.ts';
import { bare, marked, plain } from '../words/prose.ts';

interface JsonPlace {
  readonly file: string;
  readonly line: number;
}

/** A range in a file: lines and columns count from 1, columns in UTF-16 units, the end is exclusive. */
interface JsonRange extends JsonPlace {
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface JsonObject {
  readonly label: string;
  readonly type: string;
  readonly born: JsonPlace | null;
  readonly fate: { readonly stage: Stage; readonly file: string | null; readonly line: number | null; readonly finalized: boolean };
  readonly owners: readonly string[];
  readonly why: string;
}

interface JsonDiagnostic extends JsonRange {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (JsonRange & { readonly message: string })[];
}

export interface CheckJson {
  readonly python: PythonVersion;
  readonly file: string;
  readonly exit: { readonly route: RunResult['exit']['route']; readonly status: number };
  /** Null when the run came to its end. */
  readonly stopped: 'steps' | 'memory' | 'deadlock' | 'unsupported' | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly objects: readonly JsonObject[];
  readonly diagnostics: readonly JsonDiagnostic[];
}

export function toCheckJson(analysis: Analysis): CheckJson {
  const { result } = analysis;
  const rangeOf = ranges(analysis.sources);
  return {
    python: result.version,
    file: result.file,
    exit: { route: result.exit.route, status: result.exit.status },
    stopped: result.stopped?.budget ?? null,
    stdout: result.stdout,
    stderr: result.stderr,
    objects: analysis.listed.map((object) => toJson(analysis, object)),
    diagnostics: analysis.diagnostics.map(({ code, severity, message, place, related }) => ({
      code,
      severity,
      message,
      ...rangeOf(place),
      related: related.map((step) => ({ message: step.message, ...rangeOf(step.place) })),
    })),
  };
}

function toJson(analysis: Analysis, object: ObjectRecord): JsonObject {
  const { label, type, born, fate, owners } = object;
  return {
    label,
    type,
    born: born === null ? null : { file: born.file, line: born.line },
    fate: { stage: fate.stage, file: fate.at?.file ?? null, line: fate.at?.line ?? null, finalized: fate.finalized },
    owners: owners.map((step) => bare(marked(step.text))),
    why: plain(why(analysis, object)),
  };
}

/** Turns offsets into lines and columns; each file's line starts are found once. */
function ranges(sources: ReadonlyMap<string, string>): (place: Place) => JsonRange {
  const starts = new Map<string, readonly number[]>();
  return ({ file, line, start, end }) => {
    const lines = starts.get(file) ?? lineStarts(sources.get(file) ?? '');
    starts.set(file, lines);
    const endLine = Math.max(line, lines.findLastIndex((offset) => offset <= end) + 1);
    return { file, line, column: start - (lines[line - 1] ?? start) + 1, endLine, endColumn: end - (lines[endLine - 1] ?? end) + 1 };
  };
}

function lineStarts(source: string): readonly number[] {
  return [0, ...[...source.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
}
