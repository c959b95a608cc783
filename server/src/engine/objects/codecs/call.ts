import { TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { getAttrOrNull, getNamespaceItem, instanceDict, setNamespaceItem } from '../core/attributes.ts';
import { caught, exceptionOf, newException, raise, rethrow } from '../core/errors.ts';
import { isTuple } from '../arguments.ts';
import { itemsOf, newList } from '../core/make.ts';
import { str, truth } from '../core/protocol.ts';
import type { Runtime } from '../core/runtime.ts';
import { call, settle, type Steps } from '../core/suspend.ts';
import { errorsProfile } from '../exceptions-base.ts';
import { lookupCodec, lookupTextCodec } from './registry.ts';

type Direction = 'encode' | 'decode';

/** Mirrors _PyCodec_EncodeInternal() and its relatives: what the codec of this name makes of an object, owned. `errors` null is left out. */
export function* callCodec(rt: Runtime, direction: Direction, object: Ref, name: string, errors: string | null, textOnly: boolean): Steps<Ref> {
  const { heap } = rt;
  const codec = textOnly ? yield* lookupTextCodec(rt, name, `codecs.${direction}()`, (found) => isTextCodec(rt, found)) : yield* lookupCodec(rt, name);
  const args = [object, ...(errors === null ? [] : [rt.newStr(errors)])];
  const converter = heap.incref(itemsOf(rt, codec)[direction === 'encode' ? 0 : 1]!);
  heap.decref(codec);
  let result: Ref;
  try {
    result = yield* call(converter, args);
  } catch (error) {
    return yield* explain(rt, direction, name, caught(rt, error));
  } finally {
    for (const arg of args.slice(1)) heap.decref(arg);
    heap.decref(converter);
  }
  try {
    if (!isTuple(rt, result) || itemsOf(rt, result).length !== 2) {
      raise(rt, TYPE_ERROR, `${direction}r must return a tuple ${direction === 'encode' ? '(object, integer)' : '(object,integer)'}`);
    }
    return heap.incref(itemsOf(rt, result)[0]!);
  } finally {
    heap.decref(result);
  }
}

function* isTextCodec(rt: Runtime, codec: Ref): Steps<boolean> {
  const flag = yield* getAttrOrNull(rt, codec, rt.name('_is_text_encoding'));
  if (flag === NULL) return true;
  try {
    return yield* truth(rt, flag);
  } finally {
    rt.heap.decref(flag);
  }
}

/** An error of the codec says which codec failed: by a note, or before 3.12 by another error of its type, if that can be made so. */
function* explain(rt: Runtime, direction: Direction, name: string, exception: Ref): Steps<never> {
  const { heap } = rt;
  const what = `${direction === 'encode' ? 'encoding' : 'decoding'} with '${name}' codec failed`;
  if (errorsProfile(rt).codecErrorsGetNote) {
    addNote(rt, exception, what);
    return rethrow(rt, exception);
  }
  const type = heap.type[exception]!;
  const { args } = exceptionOf(rt, exception);
  const given = itemsOf(rt, args);
  const isPlain = (heap.attributes[exception]?.[0] ?? NULL) === NULL && rt.typeObject(type).slots.tp_init === rt.typeObject(TYPE_ERROR).slots.tp_init;
  if (!isPlain || given.length > 1 || (given.length === 1 && (rt.typeOf(given[0]!).name !== 'str'))) return rethrow(rt, exception);
  const text = yield* settle(rt, str(rt, exception));
  const message = `${what} (${rt.typeObject(type).name}: ${rt.text(text)})`;
  heap.decref(text);
  const wrapper = newException(rt, type, [rt.newStr(message)]);
  const payload = exceptionOf(rt, wrapper);
  payload.cause = exception;
  payload.context = heap.incref(exception);
  payload.suppressContext = true;
  return rethrow(rt, wrapper);
}

/** Mirrors _PyException_AddNote(). */
function addNote(rt: Runtime, exception: Ref, text: string): void {
  const dict = instanceDict(rt, exception);
  const name = rt.name('__notes__');
  let notes = getNamespaceItem(rt, dict, name);
  if (notes === NULL) setNamespaceItem(rt, dict, name, (notes = newList(rt, [])));
  (rt.heap.payload[notes] as Ref[]).push(rt.newStr(text));
}
