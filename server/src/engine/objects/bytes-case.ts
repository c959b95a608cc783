import * as bytes from '../text/bytes.ts';
import type { ByteKind } from './bytes-kind.ts';
import { type NativeFunction, native } from './core/native.ts';
import { chargeScan, chargeText } from './text-results.ts';

/** Methods that change the case of ASCII letters, and that ask what kind of bytes there are. */
export function byteCaseMethods(kind: ByteKind): readonly NativeFunction[] {
  const mapping = (name: string, change: (value: Uint8Array) => Uint8Array): NativeFunction =>
    native(name, '', (rt, self) => {
      const value = kind.bytesOf(rt, self);
      chargeText(rt, value.length);
      return kind.make(rt, change(value));
    });
  const property = (name: string, holds: (value: Uint8Array) => boolean): NativeFunction =>
    native(name, '', (rt, self) => {
      const value = kind.bytesOf(rt, self);
      chargeScan(rt, value.length);
      return rt.newBool(holds(value));
    });
  return [
    mapping('lower', bytes.lower),
    mapping('upper', bytes.upper),
    mapping('swapcase', bytes.swapcase),
    mapping('capitalize', bytes.capitalize),
    mapping('title', bytes.title),
    property('isalpha', bytes.isalpha),
    property('isdigit', bytes.isdigit),
    property('isalnum', bytes.isalnum),
    property('isspace', bytes.isspace),
    property('isascii', bytes.isascii),
    property('islower', bytes.islower),
    property('isupper', bytes.isupper),
    property('istitle', bytes.istitle),
  ];
}
