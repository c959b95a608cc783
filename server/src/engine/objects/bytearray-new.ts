import { BYTEARRAY, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { isStr, profileOf } from './arguments.ts';
import { ByteArrayObject } from './bytearray-object.ts';
import { byteArrayWords, convertedBytes, encodedSource, zeroCount } from './bytes-new.ts';
import { raise } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin, type Steps } from './core/suspend.ts';

const objectFor = (rt: Runtime, bytes: Uint8Array): ByteArrayObject => new ByteArrayObject(bytes, !profileOf(rt).bytearrayHoldsBytes);

/** A bytearray that takes over `bytes`. */
export const newByteArray = (rt: Runtime, bytes: Uint8Array): Ref => rt.heap.allocate(BYTEARRAY, objectFor(rt, bytes));

export function byteArrayNew(rt: Runtime, type: Ref): Ref {
  const object = objectFor(rt, new Uint8Array(0));
  return type === BYTEARRAY ? rt.heap.allocate(BYTEARRAY, object) : newInstance(rt, type, object);
}

/** Mirrors bytearray___init___impl(). */
export function byteArrayInit(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  const [source, encoding, errors] = bind(rt, 'bytearray', 'source=, encoding=, errors=', args, keywords);
  const object = rt.heap.payload[self] as ByteArrayObject;
  object.clear(rt);
  return begin(rt, fill(rt, object, source!, encoding!, errors!));
}

function* fill(rt: Runtime, object: ByteArrayObject, source: Ref, encoding: Ref, errors: Ref): Steps<Ref> {
  const encoded = yield* encodedSource(rt, byteArrayWords, source, encoding, errors);
  if (encoded !== null) {
    object.splice(rt, 0, 0, encoded);
    return NULL;
  }
  if (isStr(rt, source)) raise(rt, TYPE_ERROR, 'string argument without an encoding');
  const count = yield* zeroCount(rt, source);
  if (count !== null) object.resize(rt, count);
  else object.splice(rt, 0, 0, yield* convertedBytes(rt, source, byteArrayWords));
  return NULL;
}
