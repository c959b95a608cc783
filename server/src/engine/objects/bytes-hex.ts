import { TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import * as bytes from '../text/bytes.ts';
import { cInt, isStr } from './arguments.ts';
import { bytesLike, isBytes } from './bytes-like.ts';
import { raise, textErrors } from './core/errors.ts';
import { length } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import type { Steps } from './core/suspend.ts';
import { chargeText } from './text-results.ts';

/** Mirrors _Py_strhex_impl(): `hex(sep, bytes_per_sep)` of bytes. */
export function* hexText(rt: Runtime, value: Uint8Array, args: readonly Ref[]): Steps<Ref> {
  const [separator, groups] = args;
  const groupSize = groups === NULL ? 1 : yield* cInt(rt, groups!);
  let between: string | null = null;
  if (separator !== NULL) {
    if ((yield* length(rt, separator!)) !== 1) raise(rt, VALUE_ERROR, 'sep must be length 1.');
    if (isStr(rt, separator!)) between = rt.text(separator!);
    else if (isBytes(rt, separator!)) between = bytes.toLatin1(bytesLike(rt, separator!));
    else raise(rt, TYPE_ERROR, 'sep must be str or bytes.');
    if (between > '\x7f') raise(rt, VALUE_ERROR, 'sep must be ASCII.');
  }
  chargeText(rt, value.length * 3);
  return rt.newStr(textErrors(rt, () => bytes.hex(value, between, groupSize)));
}
