import { STR, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { isStr, profileOf } from './arguments.ts';
import { bytesLikeNow } from './bytes-like.ts';
import { raise } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { typeName } from './core/lookup.ts';
import { str } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { decodeBytes, encodingArguments } from './encoding.ts';

const made = (rt: Runtime, type: Ref, text: string): Ref => (type === STR ? rt.newStr(text) : newInstance(rt, type, text));

/** Mirrors unicode_new_impl(). */
export function strNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  if (keywords === NULL && type === STR && args.length === 1) return str(rt, args[0]!);
  if (keywords === NULL && profileOf(rt).constructorsCountAsFunctions) checkPositional(rt, args);
  const [object, encoding, errors] = bind(rt, 'str', "object='', encoding='utf-8', errors='strict'", args, keywords);
  const given = encodingArguments(rt, 'str', encoding!, errors!);
  if (object === NULL) return made(rt, type, '');
  if (encoding === NULL && errors === NULL) return begin(rt, strOf(rt, type, object!));
  const bytes = bytesLikeNow(rt, object!);
  if (bytes !== undefined) return type === STR ? decodeBytes(rt, bytes, given) : begin(rt, decodedAs(rt, type, decodeBytes(rt, bytes, given)));
  if (isStr(rt, object!)) raise(rt, TYPE_ERROR, 'decoding str is not supported');
  raise(rt, TYPE_ERROR, `decoding to str: need a bytes-like object, ${typeName(rt, object!)} found`);
}

/** Mirrors unicode_vectorcall(). */
function checkPositional(rt: Runtime, args: readonly Ref[]): void {
  if (args.length > 3) raise(rt, TYPE_ERROR, `str expected at most 3 arguments, got ${args.length}`);
  for (const [i, name] of [[1, 'encoding'], [2, 'errors']] as const) {
    const arg = args[i];
    if (arg !== undefined && !isStr(rt, arg)) raise(rt, TYPE_ERROR, `str() argument '${name}' must be str, not ${typeName(rt, arg)}`);
  }
}

function* decodedAs(rt: Runtime, type: Ref, result: Eventual): Steps<Ref> {
  const text = yield* settle(rt, result);
  const value = rt.text(text);
  rt.heap.decref(text);
  return newInstance(rt, type, value);
}

function* strOf(rt: Runtime, type: Ref, object: Ref): Steps<Ref> {
  const text = yield* settle(rt, str(rt, object));
  if (type === STR) return text;
  const value = rt.text(text);
  rt.heap.decref(text);
  return newInstance(rt, type, value);
}
