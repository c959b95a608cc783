import { INT } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { getNamespaceItem } from '../objects/core/attributes.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { errorsProfile } from '../objects/exceptions-base.ts';
import { tracebackEntries } from '../objects/traceback.ts';
import { markedByC, markedByPython, plainLine } from './carets.ts';
import { lines, type Piece } from './piece.ts';
import { summarize, type FrameSummary, type Sources } from './source.ts';

/** Who prints: `plain` is the printer in C where it shows lines without carets. */
export type Printer = 'c' | 'plain' | 'python';

/** Entries shown of a frame that is repeated without end. */
const recursiveCutoff = 3;
/** Entries the printer in C shows at most (PyTraceBack_LIMIT). */
const limitOfC = 1000;

/** The entries of a traceback; none where `sys.tracebacklimit` forbids all. */
export function framePieces(rt: Runtime, sources: Sources | null, traceback: Ref, printer: Printer): Piece[] {
  const entries = tracebackEntries(rt, traceback);
  const limit = tracebackLimit(rt) ?? (printer === 'python' ? entries.length : limitOfC);
  const shown = limit <= 0 ? [] : entries.slice(-limit);
  const pieces: Piece[] = [];
  let last: FrameSummary | null = null;
  let count = 0;
  const noteRepetitions = (): void => {
    const more = count - recursiveCutoff;
    if (more > 0) pieces.push({ text: `  [Previous line repeated ${more} more time${more > 1 ? 's' : ''}]\n`, margin: printer === 'python' ? 'every line' : 'none' });
  };
  for (const entry of shown) {
    const frame = summarize(rt, sources, entry, printer === 'python');
    if (last === null || last.filename !== frame.filename || last.line !== frame.line || last.name !== frame.name) {
      noteRepetitions();
      last = frame;
      count = 0;
    }
    if (++count <= recursiveCutoff) pieces.push(lines(`  File "${frame.filename}", line ${frame.line}, in ${frame.name}\n${sourceLines(rt, frame, printer)}`));
  }
  noteRepetitions();
  return pieces;
}

function sourceLines(rt: Runtime, frame: FrameSummary, printer: Printer): string {
  const { version } = rt.profile;
  switch (printer) {
    case 'c':
      return markedByC(frame, version);
    case 'plain':
      return plainLine(frame);
    case 'python':
      return markedByPython(frame, version, errorsProfile(rt).printing.caretWidth);
  }
}

/** `sys.tracebacklimit`, if it is an int. */
function tracebackLimit(rt: Runtime): number | null {
  const value = rt.sysDict === NULL ? NULL : getNamespaceItem(rt, rt.sysDict, rt.name('tracebacklimit'));
  return value !== NULL && rt.heap.type[value] === INT ? Number(rt.heap.payload[value]) : null;
}
