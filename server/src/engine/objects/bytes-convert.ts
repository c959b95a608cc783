import { NONE, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import * as bytes from '../text/bytes.ts';
import { badArgument, isStr, profileOf, withCInt, withSize } from './arguments.ts';
import type { ByteKind } from './bytes-kind.ts';
import { hexText } from './bytes-hex.ts';
import { bytesLike, bytesLikeNow, isByteArray, isBytes } from './bytes-like.ts';
import { raise, textErrors } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { newBytes } from './core/make.ts';
import { type NativeFunction, native, suspending } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import type { Steps } from './core/suspend.ts';
import { decodeBytes, encodingArguments } from './encoding.ts';
import { chargeText } from './text-results.ts';

/** Methods that fill bytes up to a width, translate them, or turn them to text and back. */
export function byteConvertMethods(kind: ByteKind): readonly NativeFunction[] {
  function fillOf(rt: Runtime, method: string, fill: Ref): number {
    if (fill === NULL) return 0x20;
    const value = isBytes(rt, fill) || isByteArray(rt, fill) ? bytesLikeNow(rt, fill)! : undefined;
    if (value?.length !== 1) raise(rt, TYPE_ERROR, profileOf(rt).fillByte(method, typeName(rt, fill), value?.length ?? null));
    return value[0]!;
  }

  const padding = (name: string, pad: (value: Uint8Array, width: number, fill: number) => Uint8Array): NativeFunction =>
    native(name, "width, fillchar=b' ', /", (rt, self, args) =>
      withSize(rt, args[0]!, (width) => {
        const fill = fillOf(rt, name, args[1]!);
        chargeText(rt, width);
        return kind.unchangedOr(rt, self, pad(kind.bytesOf(rt, self), width, fill));
      }),
    );

  function expandtabs(rt: Runtime, self: Ref, tabsize: number): Ref {
    const value = kind.bytesOf(rt, self);
    chargeText(rt, value.length + value.filter((byte) => byte === 9).length * Math.max(0, tabsize));
    return kind.make(rt, textErrors(rt, () => bytes.expandtabs(value, tabsize)));
  }

  function translate(rt: Runtime, self: Ref, args: readonly Ref[]): Ref {
    const table = args[0] === NONE ? null : bytesLike(rt, args[0]!);
    if (table !== null && table.length !== 256) raise(rt, VALUE_ERROR, 'translation table must be 256 characters long');
    const deleted = args[1] === NULL ? new Uint8Array(0) : bytesLike(rt, args[1]!);
    const value = kind.bytesOf(rt, self);
    chargeText(rt, value.length);
    return kind.unchangedOr(rt, self, textErrors(rt, () => bytes.translate(value, table, deleted)));
  }

  /** A subclass is called with the bytes. */
  function* fromHex(rt: Runtime, type: Ref, args: readonly Ref[]): Steps<Ref> {
    const made = kind.make(rt, textErrors(rt, () => bytes.fromHex(hexDigits(rt, args[0]!))));
    if (rt.heap.type[made] === type) return made;
    try {
      return yield { callable: type, args: [made], keywords: NULL };
    } finally {
      rt.heap.decref(made);
    }
  }

  function hexDigits(rt: Runtime, object: Ref): string {
    if (isStr(rt, object)) return rt.text(object);
    if (!profileOf(rt).fromhexTakesBytes) badArgument(rt, 'fromhex', 'argument', 'str', object);
    const own = bytesLikeNow(rt, object);
    if (own === undefined) raise(rt, TYPE_ERROR, `fromhex() argument must be str or bytes-like, not ${typeName(rt, object)}`);
    return bytes.toLatin1(own);
  }

  function maketrans(rt: Runtime, _self: Ref, args: readonly Ref[]): Ref {
    const from = bytesLike(rt, args[0]!);
    const to = bytesLike(rt, args[1]!);
    return newBytes(rt, textErrors(rt, () => bytes.maketrans(from, to)));
  }

  return [
    padding('center', bytes.center),
    padding('ljust', bytes.ljust),
    padding('rjust', bytes.rjust),
    native('zfill', 'width, /', (rt, self, args) =>
      withSize(rt, args[0]!, (width) => {
        chargeText(rt, width);
        return kind.unchangedOr(rt, self, bytes.zfill(kind.bytesOf(rt, self), width));
      }),
    ),
    native('expandtabs', 'tabsize=8', (rt, self, args): Eventual =>
      args[0] === NULL ? expandtabs(rt, self, 8) : withCInt(rt, args[0]!, (tabsize) => expandtabs(rt, self, tabsize)),
    ),
    native('translate', "table, /, delete=b''", translate),
    native('maketrans', 'frm, to, /', maketrans, 'static'),
    suspending('hex', 'sep=, bytes_per_sep=1', (rt, self, args) => hexText(rt, kind.bytesOf(rt, self), args)),
    suspending('fromhex', 'string, /', fromHex, 'class'),
    native('decode', "encoding='utf-8', errors='strict'", (rt, self, args) => {
      const encoding = encodingArguments(rt, 'decode', args[0]!, args[1]!);
      return decodeBytes(rt, kind.bytesOf(rt, self), encoding);
    }),
  ];
}
