import { NONE, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { badArgument, cInt, isInt, isStr } from '../../objects/arguments.ts';
import { getAttrText, setAttr } from '../../objects/core/attributes.ts';
import { caught, raise, rethrow } from '../../objects/core/errors.ts';
import { suspending, type NativeFunction } from '../../objects/core/native.ts';
import { index, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { call, settle, type Steps } from '../../objects/core/suspend.ts';
import { repr as reprStr } from '../../text/repr.ts';
import { modulesOf } from '../../versions/modules.ts';
import { fspath } from '../posix/paths.ts';
import { askMethod, doMethod } from './calls.ts';
import { chain } from './iobase.ts';
import { optionalText } from './textinit.ts';
import { BUFFERED_RANDOM, BUFFERED_READER, BUFFERED_WRITER, FILE_IO, TEXT_IO_WRAPPER } from './types.ts';
import { warnLineBuffering } from './warnings.ts';

/** The most that the size of a file's blocks can make a buffer. */
const largestBlock = 8 << 20;

interface Mode {
  readonly raw: string;
  readonly text: string;
  readonly binary: boolean;
  readonly updating: boolean;
  readonly reading: boolean;
}

function readMode(rt: Runtime, mode: string): Mode {
  const letters = new Set(mode);
  if (letters.size !== mode.length || [...mode].some((letter) => !'xrwabt+'.includes(letter))) raise(rt, VALUE_ERROR, `invalid mode: ${reprStr(mode)}`);
  const has = (letter: string): boolean => letters.has(letter);
  const kinds = ['x', 'r', 'w', 'a'].filter(has);
  if (has('t') && has('b')) raise(rt, VALUE_ERROR, "can't have text and binary mode at once");
  if (kinds.length > 1) raise(rt, VALUE_ERROR, 'must have exactly one of create/read/write/append mode');
  return { raw: kinds.join('') + (has('+') ? '+' : ''), text: mode, binary: has('b'), updating: has('+'), reading: has('r') };
}

/**
 * Mirrors _io_open_impl(): 1 the path; 2 the mode; 3 the raw stream; 4 whether lines are handed on; 5 the size of the
 * buffer; 6 the buffer; 7 the text stream. What was made already is closed when a later step fails.
 */
export function* open(rt: Runtime, args: readonly Ref[]): Steps<Ref> {
  const { heap } = rt;
  const [file, modeGiven, bufferingGiven, encodingGiven, errorsGiven, newlineGiven, closefd, opener] = args;
  if (modeGiven !== NULL && !isStr(rt, modeGiven!)) badArgument(rt, 'open', "argument 'mode'", 'str', modeGiven!);
  let buffering = bufferingGiven === NULL ? -1 : yield* cInt(rt, bufferingGiven!);
  const encoding = optionalText(rt, 'open', 'encoding', encodingGiven!);
  const errors = optionalText(rt, 'open', 'errors', errorsGiven!);
  const newline = optionalText(rt, 'open', 'newline', newlineGiven!);
  const closes = closefd === NULL || (yield* truth(rt, closefd!));
  // 1
  const path = isInt(rt, file!) ? heap.incref(file!) : rt.typeOf(file!).slots.nb_index !== undefined ? rt.newInt(yield* index(rt, file!)) : yield* fspath(rt, file!);
  const made: Ref[] = [path];
  let result = NULL;
  try {
    // 2
    const mode = readMode(rt, modeGiven === NULL ? 'r' : rt.text(modeGiven!));
    if (mode.binary) {
      const refuse = (name: string): never => raise(rt, VALUE_ERROR, `binary mode doesn't take ${name} argument`);
      if (encoding !== null) refuse('an encoding');
      if (errors !== null) refuse('an errors');
      if (newline !== null) refuse('a newline');
      if (buffering === 1) yield* warnLineBuffering(rt);
    }
    // 3
    const rawMode = rt.newStr(mode.raw);
    made.push(rawMode);
    result = yield* call(FILE_IO, [path, rawMode, rt.newBool(closes), opener === NULL ? NONE : opener!]);
    // 4
    const isTerminal = buffering < 0 && (yield* askMethod(rt, result, 'isatty'));
    const lineBuffering = buffering === 1 || isTerminal;
    if (lineBuffering) buffering = -1;
    // 5
    if (buffering < 0) buffering = yield* bufferSize(rt, result);
    if (buffering === 0) {
      if (!mode.binary) raise(rt, VALUE_ERROR, "can't have unbuffered text I/O");
      return result;
    }
    // 6
    const size = rt.newInt(buffering);
    made.push(size);
    const type = mode.updating ? BUFFERED_RANDOM : mode.reading ? BUFFERED_READER : BUFFERED_WRITER;
    const buffer = yield* call(type, [result, size]);
    heap.decref(result);
    result = buffer;
    if (mode.binary) return result;
    // 7
    const orNone = (object: Ref): Ref => (object === NULL ? NONE : object);
    const wrapper = yield* call(TEXT_IO_WRAPPER, [result, orNone(encodingGiven!), orNone(errorsGiven!), orNone(newlineGiven!), rt.newBool(lineBuffering)]);
    heap.decref(result);
    result = wrapper;
    const text = rt.newStr(mode.text);
    made.push(text);
    yield* settle(rt, setAttr(rt, result, rt.name('mode'), text));
    return result;
  } catch (error) {
    const exception = caught(rt, error);
    if (result === NULL) rethrow(rt, exception);
    return yield* closeAfter(rt, result, exception);
  } finally {
    for (const ref of made) heap.decref(ref);
  }
}

/** Closes what was opened and raises; an error of that has the first as its context. */
function* closeAfter(rt: Runtime, stream: Ref, exception: Ref): Steps<never> {
  try {
    yield* doMethod(rt, stream, 'close');
  } catch (error) {
    chain(rt, caught(rt, error), exception);
  } finally {
    rt.heap.decref(stream);
  }
  return rethrow(rt, exception);
}

function* bufferSize(rt: Runtime, raw: Ref): Steps<number> {
  const given = yield* settle(rt, getAttrText(rt, raw, '_blksize'));
  const size = Number(yield* index(rt, given));
  rt.heap.decref(given);
  const { defaultBufferSize, bufferGrowsToDefault } = modulesOf(rt.profile.version).streams;
  return bufferGrowsToDefault ? Math.max(Math.min(size, largestBlock), defaultBufferSize) : size;
}

export const openFunction: NativeFunction = suspending(
  'open',
  "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None",
  (rt, _module, args) => open(rt, args),
);

const openCode: NativeFunction = suspending('open_code', 'path', function* (rt, _module, [path]) {
  if (!isStr(rt, path!)) badArgument(rt, 'open_code', "argument 'path'", 'str', path!);
  const mode = rt.newStr('rb');
  try {
    return yield* open(rt, [path!, mode, NULL, NULL, NULL, NULL, NULL, NULL]);
  } finally {
    rt.heap.decref(mode);
  }
});

const textEncoding: NativeFunction = suspending('text_encoding', 'encoding, stacklevel=2, /', function* (rt, _module, [encoding, level]) {
  if (level !== NULL) yield* cInt(rt, level!);
  if (encoding !== NONE) return rt.heap.incref(encoding!);
  return rt.newStr(modulesOf(rt.profile.version).sys.utf8Mode === 0 ? 'locale' : 'utf-8');
});

export const openFunctions: readonly NativeFunction[] = [openFunction, textEncoding, openCode];
