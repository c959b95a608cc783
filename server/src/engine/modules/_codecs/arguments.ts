import { NONE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { encode } from '../../text/codec.ts';
import { isStr } from '../../objects/arguments.ts';
import { bytesLike } from '../../objects/bytes-like.ts';
import { raise, textErrors } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import type { Runtime } from '../../objects/core/runtime.ts';

const nameOf = (rt: Runtime, object: Ref): string => (object === NONE ? 'None' : typeName(rt, object));

/** An argument that is a str. */
export function textOf(rt: Runtime, name: string, object: Ref): string {
  if (!isStr(rt, object)) raise(rt, TYPE_ERROR, `${name}() argument 1 must be str, not ${nameOf(rt, object)}`);
  return rt.text(object);
}

/** The name of an error handler: absent and None are `strict`. */
export function errorsOf(rt: Runtime, name: string, object: Ref): string {
  if (object === NULL || object === NONE) return 'strict';
  if (!isStr(rt, object)) raise(rt, TYPE_ERROR, `${name}() argument 2 must be str or None, not ${nameOf(rt, object)}`);
  return rt.text(object);
}

/** A copy of the bytes of an argument, since a handler may change them. */
export const bytesOf = (rt: Runtime, object: Ref): Uint8Array => bytesLike(rt, object).slice();

/** Bytes, or text that stands for its UTF-8. */
export const bytesOrText = (rt: Runtime, object: Ref): Uint8Array =>
  isStr(rt, object) ? textErrors(rt, () => encode(rt.text(object), 'utf-8')) : bytesOf(rt, object);
