import { LOOKUP_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { type Codec, codecNamed, decode, encode } from '../text/codec.ts';
import { badArgument, isStr } from './arguments.ts';
import { raise, textErrors } from './core/errors.ts';
import type { Runtime } from './core/runtime.ts';
import { chargeText } from './text-results.ts';

/** An encoding and the name of an error handler, as `str.encode`, `bytes.decode` and the constructors take them. */
export interface Encoding {
  readonly name: string;
  readonly errors: string;
}

/** Reads the arguments `encoding` and `errors` of `method`; either may be NULL. */
export function encodingArguments(rt: Runtime, method: string, encoding: Ref, errors: Ref): Encoding {
  if (encoding !== NULL && !isStr(rt, encoding)) badArgument(rt, method, "argument 'encoding'", 'str', encoding);
  if (errors !== NULL && !isStr(rt, errors)) badArgument(rt, method, "argument 'errors'", 'str', errors);
  return { name: encoding === NULL ? 'utf-8' : rt.text(encoding), errors: errors === NULL ? 'strict' : rt.text(errors) };
}

function codecOf(rt: Runtime, name: string): Codec {
  const codec = codecNamed(name);
  if (codec === null) raise(rt, LOOKUP_ERROR, `unknown encoding: ${name}`);
  return codec;
}

export function encodeText(rt: Runtime, text: string, { name, errors }: Encoding): Uint8Array {
  const codec = codecOf(rt, name);
  chargeText(rt, text.length);
  return textErrors(rt, () => encode(text, codec, errors));
}

export function decodeBytes(rt: Runtime, bytes: Uint8Array, { name, errors }: Encoding): string {
  const codec = codecOf(rt, name);
  chargeText(rt, bytes.length);
  return textErrors(rt, () => decode(bytes, codec, errors));
}
