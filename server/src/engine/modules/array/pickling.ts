import { TYPE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { decode, type Codec } from '../../text/codec.ts';
import { arrayOf } from '../../versions/arraywords.ts';
import { cInt } from '../../objects/arguments.ts';
import { isBytes } from '../../objects/bytes-like.ts';
import { raise, textErrors } from '../../objects/core/errors.ts';
import { isInstance, isSubtype, nameOfType, typeName } from '../../objects/core/lookup.ts';
import { newList } from '../../objects/core/make.ts';
import { suspending } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { call, type Steps } from '../../objects/core/suspend.ts';
import { importedAttribute } from '../core/import.ts';
import { readInt } from '../../objects/itemnumbers.ts';
import { isInteger, isSigned, itemSizes } from './items.ts';
import { codeArgument } from './new.ts';
import { ARRAY } from './object.ts';

/** The machine formats of pickled arrays, each in little-endian order and then in the other. */
const kinds = ['B', 'b', 'H', 'h', 'I', 'i', 'Q', 'q', 'f', 'd', 'utf-16', 'utf-32'] as const;

/** Numbers of the formats: those of single bytes have one order. */
const formatNumber = (kind: number): number => (kind < 2 ? kind : 2 * kind - 2);

/** The machine format of the items of a type code; null where there is none. */
export function machineFormat(code: string): number | null {
  if (code === 'u' || code === 'w') return formatNumber(kinds.indexOf('utf-32'));
  const same = code === 'l' ? 'q' : code === 'L' ? 'Q' : code;
  const kind = kinds.findIndex((known) => known === same);
  return kind < 0 ? null : formatNumber(kind);
}

const lastFormat = formatNumber(kinds.length - 1) + 1;

/** The function that pickles name, as a module's attribute. */
export const reconstructor = (rt: Runtime): Steps<Ref> => importedAttribute(rt, 'array', '_array_reconstructor');

/** Mirrors array__array_reconstructor_impl(). */
function* reconstruct(rt: Runtime, type: Ref, given: Ref, formatGiven: Ref, items: Ref): Steps<Ref> {
  const code = codeArgument(rt, '_array_reconstructor', 2, given);
  const format = yield* cInt(rt, formatGiven);
  if (!isInstance(rt, type, TYPE)) raise(rt, TYPE_ERROR, `first argument must be a type object, not ${typeName(rt, type)}`);
  if (!isSubtype(rt, type, ARRAY)) raise(rt, TYPE_ERROR, `${nameOfType(rt, type)} is not a subtype of ${nameOfType(rt, ARRAY)}`);
  if (!arrayOf(rt.profile.version).codes.includes(code)) raise(rt, VALUE_ERROR, 'second argument must be a valid type code');
  if (format < 0 || format > lastFormat) raise(rt, VALUE_ERROR, 'third argument must be a valid machine format code.');
  if (!isBytes(rt, items)) raise(rt, TYPE_ERROR, `fourth argument should be bytes, not ${typeName(rt, items)}`);
  if (format === machineFormat(code)) return yield* make(rt, type, code, rt.heap.incref(items));
  const bytes = rt.heap.payload[items] as Uint8Array;
  const kind = kinds[format < 2 ? format : (format + 2) >> 1]!;
  const little = format < 2 || format % 2 === 0;
  // The widths of characters are CPython's own table's.
  const size = kind === 'utf-16' ? 4 : kind === 'utf-32' ? 8 : itemSizes[kind]!;
  if (bytes.length % size !== 0) raise(rt, VALUE_ERROR, 'string length not a multiple of item size');
  if (kind === 'utf-16' || kind === 'utf-32') {
    const text = textErrors(rt, () => decode(bytes, `${kind}-${little ? 'le' : 'be'}` as Codec));
    return yield* make(rt, type, code, rt.newStr(text));
  }
  const views = Array.from({ length: bytes.length / size }, (_, i) => new DataView(bytes.buffer, bytes.byteOffset + i * size, size));
  if (kind === 'f' || kind === 'd') {
    return yield* make(rt, type, code, newList(rt, views.map((view) => rt.newFloat(kind === 'f' ? view.getFloat32(0, little) : view.getFloat64(0, little)))));
  }
  // A type code that fits the format better is taken, the last of those that do.
  const better = arrayOf(rt.profile.version).codes.filter((known) => isInteger(known) && itemSizes[known] === size && isSigned(known) === isSigned(kind));
  return yield* make(rt, type, better.at(-1) ?? code, newList(rt, views.map((view) => rt.newInt(readInt(view, isSigned(kind), little)))));
}

/** Calls the type; takes over the items. */
function* make(rt: Runtime, type: Ref, code: string, items: Ref): Steps<Ref> {
  const name = rt.newStr(code);
  try {
    return yield* call(type, [name, items]);
  } finally {
    rt.heap.decref(name);
    rt.heap.decref(items);
  }
}

export const arrayReconstructor = suspending('_array_reconstructor', 'arraytype, typecode, mformat_code, items, /', (rt, _module, [type, code, format, items]) =>
  reconstruct(rt, type!, code!, format!, items!),
);
