import { TypeFlag } from '../heap/heap.ts';
import { BYTEARRAY, NONE, RANGE, STR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { getAttrOrNull } from '../objects/core/attributes.ts';
import { caught } from '../objects/core/errors.ts';
import { isInstance } from '../objects/core/lookup.ts';
import { collect, repr, str } from '../objects/core/protocol.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { settle, type Steps } from '../objects/core/suspend.ts';
import { errorsProfile } from '../objects/exceptions-base.ts';
import { isSequence } from '../objects/exceptions-group.ts';
import { offer } from './offers.ts';
import { lines, type Piece } from './piece.ts';
import { isSyntaxError, syntaxErrorByPython, syntaxPlaceByC } from './syntaxerror.ts';

/** What a conversion makes of an object, `failed` where it raises. */
export function* safeText(rt: Runtime, object: Ref, convert: typeof str, failed: string): Steps<string> {
  try {
    const result = yield* settle(rt, convert(rt, object));
    const text = rt.text(result);
    rt.heap.decref(result);
    return text;
  } catch (error) {
    rt.heap.decref(caught(rt, error));
    return failed;
  }
}

/** The name of an exception's class as it is printed: with its module unless that is builtins or `__main__`. */
export function* exceptionName(rt: Runtime, exception: Ref): Steps<string> {
  const { heap } = rt;
  const type = heap.type[exception]!;
  const object = rt.typeObject(type);
  const name = object.qualname === NULL ? object.name : rt.text(object.qualname);
  const module = yield* getAttrOrNull(rt, type, rt.name('__module__'));
  const text = module !== NULL && heap.type[module] === STR ? rt.text(module) : '<unknown>';
  heap.xdecref(module);
  return text === 'builtins' || text === '__main__' ? name : `${text}.${name}`;
}

/** The lines below the traceback, as the printer in C writes them: place of a syntax error, name and message, notes. */
export function* finalPiecesByC(rt: Runtime, exception: Ref): Steps<Piece[]> {
  const place = isSyntaxError(rt, exception) ? syntaxPlaceByC(rt, exception) : null;
  const name = yield* exceptionName(rt, exception);
  const message = place === null ? yield* safeText(rt, exception, str, '<exception str() failed>') : yield* syntaxMessage(rt, exception);
  const offered = yield* offer(rt, exception);
  const text = `${name}${message === '' ? '' : `: ${message}`}${offered}\n`;
  return [...(place ?? []), { text, margin: 'first line' }, ...(yield* notePieces(rt, exception, 'c'))];
}

/** As traceback.py writes them. */
export function* finalPiecesByPython(rt: Runtime, exception: Ref): Steps<Piece[]> {
  const name = yield* exceptionName(rt, exception);
  if (isSyntaxError(rt, exception)) return [...(yield* syntaxErrorByPython(rt, exception, name)), ...(yield* notePieces(rt, exception, 'python'))];
  const message = (yield* safeText(rt, exception, str, '<exception str() failed>')) + (yield* offer(rt, exception));
  return [lines(`${name}${message === '' ? '' : `: ${message}`}\n`), ...(yield* notePieces(rt, exception, 'python'))];
}

/** `msg` alone: the file and the line were shown above. */
function* syntaxMessage(rt: Runtime, exception: Ref): Steps<string> {
  const message = yield* getAttrOrNull(rt, exception, rt.name('msg'));
  const text = yield* safeText(rt, message, str, '<exception str() failed>');
  rt.heap.xdecref(message);
  return text;
}

/** `__notes__`, a line at a time. */
function* notePieces(rt: Runtime, exception: Ref, printer: 'c' | 'python'): Steps<Piece[]> {
  const { heap } = rt;
  const notes = yield* getAttrOrNull(rt, exception, rt.name('__notes__'));
  if (notes === NULL) return [];
  try {
    if (!areNotes(rt, notes, printer)) {
      if (printer === 'python' && notes === NONE) return [];
      const text = yield* safeText(rt, notes, repr, '<__notes__ repr() failed>');
      return [{ text: errorsProfile(rt).printing.mindsOddNotes ? `${text}\n` : text, margin: 'first line' }];
    }
    const pieces: Piece[] = [];
    for (const note of yield* collect(rt, notes)) {
      const failed = '<note str() failed>';
      const text = yield* safeText(rt, note, str, failed);
      heap.decref(note);
      if (printer === 'c' && (text === '' || text === failed)) pieces.push({ text: `${text}\n`, margin: 'none' });
      else pieces.push(lines(`${text}\n`));
    }
    return pieces;
  } finally {
    heap.decref(notes);
  }
}

/** Whether these are notes to be shown one by one: traceback.py wants a collections.abc.Sequence. */
function areNotes(rt: Runtime, notes: Ref, printer: 'c' | 'python'): boolean {
  const { flags } = rt.typeOf(notes);
  if (printer === 'python') return (flags & (TypeFlag.LIST_SUBCLASS | TypeFlag.TUPLE_SUBCLASS)) !== 0 || isInstance(rt, notes, RANGE) || isInstance(rt, notes, BYTEARRAY);
  return isSequence(rt, notes) && (!errorsProfile(rt).printing.mindsOddNotes || (flags & (TypeFlag.STR_SUBCLASS | TypeFlag.BYTES_SUBCLASS)) === 0);
}
