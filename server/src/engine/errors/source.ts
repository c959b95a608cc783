import type { Runtime } from '../objects/core/runtime.ts';
import { frameOf } from '../objects/frame.ts';
import type { TracebackObject } from '../objects/traceback.ts';
import { LineIndex } from '../syntax/lines.ts';

/** The lines of a source file. */
class SourceText {
  private readonly lines: LineIndex;

  constructor(private readonly text: string) {
    this.lines = new LineIndex(text);
  }

  /** A line without its break; null past the end. */
  line(number: number): string | null {
    if (number < 1 || number > this.lines.count) return null;
    if (number === this.lines.count && this.lines.start(number) === this.text.length) return null;
    const line = this.lines.text(number);
    return number === 1 && line.startsWith('\ufeff') ? line.slice(1) : line;
  }

  /** Column of a UTF-16 offset in its line, in characters. */
  column(line: number, offset: number): number {
    const text = this.text.slice(this.lines.start(line), offset);
    return [...text].length - (text.startsWith('\ufeff') ? 1 : 0);
  }
}

/** Source files as they are needed while errors are printed. */
export class Sources {
  private readonly texts = new Map<string, SourceText | null>();

  constructor(private readonly rt: Runtime) {}

  of(filename: string): SourceText | null {
    let known = this.texts.get(filename);
    if (known === undefined) {
      const text = this.rt.host.sourceOf(filename);
      this.texts.set(filename, (known = text === null ? null : new SourceText(text)));
    }
    return known;
  }
}

/** Where a frame stood: what a traceback shows of it. */
export interface FrameSummary {
  readonly filename: string;
  readonly name: string;
  readonly line: number;
  /** The lines of the instruction's expression as the file has them, `line` first; empty where there is no source. */
  readonly lines: readonly string[];
  /** Its columns in the first and in the last of these lines, in characters; null where they are not known. */
  readonly columns: readonly [start: number, end: number] | null;
}

/** `byPosition`: the line is the instruction's, not the one that the traceback names (traceback.py). */
export function summarize(rt: Runtime, sources: Sources | null, entry: TracebackObject, byPosition: boolean): FrameSummary {
  const { code } = frameOf(rt, entry.frame);
  const { filename, name, positions } = code.data;
  const at = entry.instruction * 4;
  const [first = 0, last = 0, start = 0, end = 0] = at < 0 ? [] : positions.subarray(at, at + 4);
  const line = byPosition && first !== 0 ? first : entry.line(rt);
  const source = sources?.of(filename) ?? null;
  if (source === null || source.line(line) === null) return { filename, name, line, lines: [], columns: null };
  if (first === 0) return { filename, name, line, lines: [source.line(line)!], columns: null };
  const lines: string[] = [];
  for (let number = first; number <= last; number++) lines.push(source.line(number) ?? '');
  return { filename, name, line, lines, columns: [source.column(first, start), source.column(last, end)] };
}
