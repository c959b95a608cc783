import { WORKING_DIRECTORY } from '../../files/filesystem.ts';
import { NONE, OVERFLOW_ERROR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { decode, encode } from '../../text/codec.ts';
import { isInt, isStr } from '../../objects/arguments.ts';
import { isBytes } from '../../objects/bytes-like.ts';
import { raise } from '../../objects/core/errors.ts';
import { callSpecial, lookupText, typeName } from '../../objects/core/lookup.ts';
import { newBytes } from '../../objects/core/make.ts';
import { index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { modulesOf } from '../../versions/modules.ts';

/** A path argument (path_t). */
export interface Path {
  /** What errors name: the str or bytes, or the descriptor as it was given; owned, NULL where nothing was given. */
  readonly object: Ref;
  readonly text: string;
  /** Given as bytes: names that are answered are bytes too. */
  readonly isBytes: boolean;
  /** The descriptor that was given instead. */
  readonly descriptor: number | null;
}

interface PathRules {
  /** Name of the parameter where it is not `path`. */
  readonly parameter?: string;
  readonly descriptor?: boolean;
  readonly none?: boolean;
}

const expected = ({ descriptor = false, none = false }: PathRules): string => {
  if (descriptor) return none ? 'string, bytes, os.PathLike, integer or None' : 'string, bytes, os.PathLike or integer';
  return none ? 'string, bytes, os.PathLike or None' : 'string, bytes or os.PathLike';
};

/** Mirrors path_converter() for the argument of `name`. */
export function* pathArgument(rt: Runtime, name: string, object: Ref, rules: PathRules = {}): Steps<Path> {
  const { parameter = 'path', descriptor = false, none = false } = rules;
  if (none && (object === NONE || object === NULL)) return { object: NULL, text: '.', isBytes: false, descriptor: null };
  const { heap } = rt;
  if (isStr(rt, object) || isBytes(rt, object)) return checked(rt, name, parameter, heap.incref(object));
  if (descriptor && (isInt(rt, object) || rt.typeOf(object).slots.nb_index !== undefined)) {
    return { object: heap.incref(object), text: '', isBytes: false, descriptor: yield* descriptorOf(rt, object) };
  }
  const method = lookupText(rt, heap.type[object]!, '__fspath__');
  if (method === NULL) raise(rt, TYPE_ERROR, `${name}: ${parameter} should be ${expected(rules)}, not ${typeName(rt, object)}`);
  return checked(rt, name, parameter, yield* fspathResult(rt, object, method));
}

/** Calls `__fspath__`, found in the type. */
function* fspathResult(rt: Runtime, object: Ref, method: Ref): Steps<Ref> {
  const result = yield* callSpecial(rt, object, method, []);
  if (isStr(rt, result) || isBytes(rt, result)) return result;
  const type = typeName(rt, result);
  rt.heap.decref(result);
  raise(rt, TYPE_ERROR, `expected ${typeName(rt, object)}.__fspath__() to return str or bytes, not ${type}`);
}

/** Mirrors PyOS_FSPath(): a new reference. */
export function* fspath(rt: Runtime, object: Ref): Steps<Ref> {
  if (isStr(rt, object) || isBytes(rt, object)) return rt.heap.incref(object);
  const method = lookupText(rt, rt.heap.type[object]!, '__fspath__');
  if (method === NULL) raise(rt, TYPE_ERROR, `expected str, bytes or os.PathLike object, not ${typeName(rt, object)}`);
  return yield* fspathResult(rt, object, method);
}

/** The text of a str or of bytes that name a file (os.fsdecode). */
export const fileText = (rt: Runtime, object: Ref): string =>
  isStr(rt, object) ? rt.text(object) : decode(rt.heap.payload[object] as Uint8Array, 'utf-8', 'surrogateescape');

/** Takes over the str or bytes. */
function checked(rt: Runtime, name: string, parameter: string, object: Ref): Path {
  const text = fileText(rt, object);
  if (text.includes('\0')) {
    const words = modulesOf(rt.profile.version).files.nullInPath(name, parameter, isStr(rt, object));
    rt.heap.decref(object);
    raise(rt, VALUE_ERROR, words);
  }
  return { object, text, isBytes: !isStr(rt, object), descriptor: null };
}

export function releasePath(rt: Runtime, { object }: Path): void {
  if (object !== NULL) rt.heap.decref(object);
}

/** What a name of a file is answered as: str, or bytes where the path was bytes. */
export const nameLike = (rt: Runtime, path: { readonly isBytes: boolean }, text: string): Ref =>
  path.isBytes ? newBytes(rt, encode(text, 'utf-8', 'surrogateescape')) : rt.newStr(text);

/** A file descriptor as an int argument of C (fildes_converter, _fd_converter). */
export function* descriptorOf(rt: Runtime, object: Ref): Steps<number> {
  const value = yield* index(rt, object);
  if (value > 0x7fffffff) raise(rt, OVERFLOW_ERROR, 'fd is greater than maximum');
  if (value < -0x80000000) raise(rt, OVERFLOW_ERROR, 'fd is less than minimum');
  return Number(value);
}

/** The argument `dir_fd`: None is the working directory. */
export function* directoryArgument(rt: Runtime, object: Ref): Steps<number> {
  if (object === NULL || object === NONE) return WORKING_DIRECTORY;
  if (rt.typeOf(object).slots.nb_index === undefined) raise(rt, TYPE_ERROR, `argument should be integer or None, not ${typeName(rt, object)}`);
  return yield* descriptorOf(rt, object);
}
