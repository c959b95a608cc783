import { TypeFlag } from '../../heap/heap.ts';
import { DEPRECATION_WARNING, FUTURE_WARNING, INDEX_ERROR, NONE, OBJECT, RUNTIME_ERROR, TYPE_ERROR, UNICODE_ENCODE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isStr, toSize } from '../../objects/arguments.ts';
import { acquireBuffer, bytesLike, isBytes, releaseBuffer, writableBytes } from '../../objects/bytes-like.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { caught, raise, raiseAttributeError, raiseWith, rethrow } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { newBytes, tableOf } from '../../objects/core/make.ts';
import { native, positionalNative, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { warn } from '../../objects/core/warn.ts';
import { chargeText } from '../../objects/text-results.ts';
import { repr as textRepr } from '../../text/str.ts';
import { binaryOf } from '../../versions/binary.ts';
import { structError } from './error.ts';
import { readFormat, type StructFormat } from './format.ts';
import { packValues } from './pack.ts';
import { unpackValues } from './unpack.ts';

export const STRUCT = moduleTypeHandle();

/** Payload of `struct.Struct`; no format until `__init__` has run. */
export class StructObject {
  text = '';
  format: StructFormat | null = null;
  /** `__init__` has run, which matters where `__new__` sets a Struct up too. */
  isInitialized = false;
}

const profileOf = (rt: Runtime) => binaryOf(rt.profile.version).struct;
const structOf = (rt: Runtime, self: Ref): StructObject => rt.heap.payload[self] as StructObject;

/** What a Struct without a format does up to 3.13. */
const unset: StructFormat = { runs: [], size: -1, wholeSize: -1, items: -1, littleEndian: true, native: true };

function formatOf(rt: Runtime, self: Ref): StructFormat {
  const { format } = structOf(rt, self);
  if (format === null && profileOf(rt).refusesUninitialized) raise(rt, RUNTIME_ERROR, 'Struct object is not initialized');
  return format ?? unset;
}

/** The text of a format given as str or bytes. */
export function formatText(rt: Runtime, object: Ref): string {
  if (isBytes(rt, object)) return String.fromCharCode(...(rt.heap.payload[object] as Uint8Array));
  if (!isStr(rt, object)) raise(rt, TYPE_ERROR, `Struct() argument 1 must be a str or bytes object, not ${typeName(rt, object)}`);
  const text = rt.text(object);
  const at = text.search(/[^\0-\x7f]/);
  if (at < 0) return text;
  if (profileOf(rt).newInitializes) raise(rt, VALUE_ERROR, 'non-ASCII character in struct format');
  const args = [rt.newStr('ascii'), rt.heap.incref(object), rt.newInt(at), rt.newInt(at + 1), rt.newStr('ordinal not in range(128)')];
  return raiseWith(rt, UNICODE_ENCODE_ERROR, ...args);
}

export function parsedFormat(rt: Runtime, text: string): StructFormat {
  if (text.includes('\0')) structError(rt, 'embedded null character');
  rt.charge(text.length >> 3);
  const format = readFormat(text, profileOf(rt).hasComplex);
  return typeof format === 'string' ? structError(rt, format) : format;
}

function initialize(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): void {
  const [given] = bind(rt, 'Struct', 'format', args, keywords);
  const object = structOf(rt, self);
  const text = formatText(rt, given!);
  if (!profileOf(rt).refusesUninitialized) object.text = text;
  object.format = parsedFormat(rt, text);
  object.text = text;
}

/** `__new__` since 3.15: wrong arguments are left to an `__init__` of CPython's own, and forgiven before one of Python code. */
function* newSteps(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const own = rt.typeObject(STRUCT).slots;
  const { tp_new, tp_init } = rt.typeObject(type).slots;
  const isComplete = suits(rt, args, keywords);
  if (!isComplete && tp_new !== own.tp_new) bind(rt, 'Struct', 'format', args, keywords);
  const self = newInstance(rt, type, new StructObject());
  try {
    if (isComplete) initialize(rt, self, args, keywords);
    else if (tp_init !== own.tp_init) yield* warn(rt, DEPRECATION_WARNING, args.length > 1 ? tooMany(args.length) : "Struct() missing required argument 'format' (pos 1)");
    return self;
  } catch (error) {
    const exception = caught(rt, error);
    rt.heap.decref(self);
    return rethrow(rt, exception);
  }
}

const tooMany = (given: number): string => `Struct() takes at most 1 argument (${given} given)`;

/** Whether there is one argument, and it is the format. */
function suits(rt: Runtime, args: readonly Ref[], keywords: Ref): boolean {
  if (keywords === NULL) return args.length === 1;
  const table = tableOf(rt, keywords);
  return args.length === 0 ? table.used === 1 && table.findStr(rt, rt.name('format')) >= 0 : args.length === 1 && table.used === 0;
}

/** `__init__` since 3.15: the first after `__new__` has nothing to do, unless a subclass changes the format. */
function* initSteps(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const object = structOf(rt, self);
  const isOwn = rt.typeOf(self).slots.tp_init === rt.typeObject(STRUCT).slots.tp_init;
  const isFirst = !object.isInitialized;
  const [given] = bind(rt, 'Struct', 'format', args, keywords);
  object.isInitialized = true;
  if (object.format !== null && isFirst && isOwn) return NULL;
  if (object.format !== null) {
    if (formatText(rt, given!) === object.text) return NULL;
    const message = isFirst
      ? 'Different format arguments for __new__() and __init__() methods of Struct'
      : 'Re-initialization of Struct by calling the __init__() method will not work in future Python versions';
    yield* warn(rt, FUTURE_WARNING, message);
  }
  initialize(rt, self, args, keywords);
  return NULL;
}

/** Mirrors s_pack(); `name` begins the error of a wrong number of values. */
export function* pack(rt: Runtime, format: StructFormat, values: readonly Ref[]): Steps<Ref> {
  checkCount(rt, 'pack', format, values.length);
  chargeText(rt, format.size);
  const bytes = new Uint8Array(format.size);
  yield* packValues(rt, format, values, new DataView(bytes.buffer));
  return newBytes(rt, bytes);
}

function checkCount(rt: Runtime, name: string, format: StructFormat, given: number): void {
  if (given !== format.items) structError(rt, `${name} expected ${format.items} items for packing (got ${given})`);
}

/** Mirrors s_pack_into(). */
export function* packInto(rt: Runtime, format: StructFormat, args: readonly Ref[], isMethod: boolean): Steps<Ref> {
  if (profileOf(rt).countsArguments) {
    if (args.length < 2) raise(rt, TYPE_ERROR, `pack_into expected at least ${isMethod ? 2 : 3} arguments, got ${args.length + (isMethod ? 0 : 1)}`);
  } else {
    if (args.length === 0) structError(rt, 'pack_into expected buffer argument');
    if (args.length === 1) structError(rt, 'pack_into expected offset argument');
    checkCount(rt, 'pack_into', format, args.length - 2);
  }
  const [buffer, offset, ...values] = args as readonly [Ref, Ref, ...Ref[]];
  const target = writableBytes(rt, buffer);
  if (target === undefined) {
    const argument = profileOf(rt).countsArguments ? `pack_into() argument ${isMethod ? 1 : 2}` : 'argument';
    raise(rt, TYPE_ERROR, `${argument} must be read-write bytes-like object, not ${buffer === NONE ? 'None' : typeName(rt, buffer)}`);
  }
  acquireBuffer(rt.heap, buffer);
  try {
    return yield* packAt(rt, format, target, yield* packOffset(rt, offset), values);
  } finally {
    releaseBuffer(rt.heap, buffer);
  }
}

function* packAt(rt: Runtime, format: StructFormat, target: Uint8Array, at: number, values: readonly Ref[]): Steps<Ref> {
  if (profileOf(rt).countsArguments) checkCount(rt, 'pack_into', format, values.length);
  const { size } = format;
  const { length } = target;
  if (at < 0 && at + size > 0) structError(rt, `no space to pack ${size} bytes at offset ${at}`);
  if (at < 0 && at + length < 0) structError(rt, `offset ${at} out of range for ${length}-byte buffer`);
  const start = at < 0 ? at + length : at;
  if (length - start < size) {
    structError(rt, `pack_into requires a buffer of at least ${size + start} bytes for packing ${size} bytes at offset ${start} (actual buffer size is ${length})`);
  }
  target.fill(0, start, start + size);
  yield* packValues(rt, format, values, new DataView(target.buffer, target.byteOffset + start, size));
  return NONE;
}

function* packOffset(rt: Runtime, offset: Ref): Steps<number> {
  const value = yield* index(rt, offset);
  if (profileOf(rt).countsArguments) return toSize(rt, value);
  if (value >= 2 ** 63 || value < -(2 ** 63)) raise(rt, INDEX_ERROR, `cannot fit '${typeName(rt, offset)}' into an index-sized integer`);
  return Number(value);
}

export function unpack(rt: Runtime, format: StructFormat, buffer: Ref): Ref {
  const bytes = bytesLike(rt, buffer);
  if (bytes.length !== format.size) structError(rt, `unpack requires a buffer of ${format.size} bytes`);
  return unpackValues(rt, format, bytes, 0);
}

/** Mirrors Struct_unpack_from_impl(). */
export function unpackFrom(rt: Runtime, format: StructFormat, buffer: Ref, offset: number): Ref {
  const bytes = bytesLike(rt, buffer);
  const { size } = format;
  const { length } = bytes;
  if (offset < 0 && offset + size > 0) structError(rt, `not enough data to unpack ${size} bytes at offset ${offset}`);
  if (offset < 0 && offset + length < 0) structError(rt, `offset ${offset} out of range for ${length}-byte buffer`);
  const start = offset < 0 ? offset + length : offset;
  if (length - start < size) {
    structError(
      rt,
      `unpack_from requires a buffer of at least ${size + start} bytes for unpacking ${size} bytes at offset ${start} (actual buffer size is ${length})`,
    );
  }
  return unpackValues(rt, format, bytes, start);
}

export const UNPACK_ITERATOR = moduleTypeHandle();

/** Payload of an iterator over a buffer; the Struct and the buffer are owned, NULL once exhausted. */
class UnpackIterator {
  at = 0;
  constructor(
    public struct: Ref,
    public buffer: Ref,
    readonly format: StructFormat,
  ) {}
}

/** Mirrors Struct_iter_unpack(); takes over `struct`, which may be NULL. */
export function iterUnpack(rt: Runtime, struct: Ref, format: StructFormat, buffer: Ref): Ref {
  if (format.size === 0) structError(rt, 'cannot iteratively unpack with a struct of length 0');
  const { length } = bytesLike(rt, buffer);
  if (length % format.size !== 0) structError(rt, `iterative unpacking requires a buffer of a multiple of ${format.size} bytes`);
  acquireBuffer(rt.heap, buffer);
  return rt.heap.allocateTracked(UNPACK_ITERATOR, new UnpackIterator(struct, rt.heap.incref(buffer), format));
}

const iteratorOf = (rt: Runtime, self: Ref): UnpackIterator => rt.heap.payload[self] as UnpackIterator;

defineType({
  handle: UNPACK_ITERATOR,
  name: 'unpack_iterator',
  module: '_struct',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  layout: {
    traverse(payload, visit) {
      const { struct, buffer } = payload as UnpackIterator;
      if (struct !== NULL) visit(struct);
      if (buffer !== NULL) visit(buffer);
    },
    clear(payload, released, heap) {
      const iterator = payload as UnpackIterator;
      if (iterator.struct !== NULL) released.push(iterator.struct);
      if (iterator.buffer !== NULL) {
        releaseBuffer(heap, iterator.buffer);
        released.push(iterator.buffer);
      }
      iterator.struct = NULL;
      iterator.buffer = NULL;
    },
  },
  slots: {
    tp_iter: (rt, self) => rt.heap.incref(self),
    tp_iternext: (rt, self) => {
      const iterator = iteratorOf(rt, self);
      if (iterator.buffer === NULL) return NULL;
      const bytes = bytesLike(rt, iterator.buffer);
      if (iterator.at >= bytes.length) {
        const { struct, buffer } = iterator;
        iterator.struct = NULL;
        iterator.buffer = NULL;
        releaseBuffer(rt.heap, buffer);
        rt.heap.xdecref(struct);
        rt.heap.decref(buffer);
        return NULL;
      }
      const values = unpackValues(rt, iterator.format, bytes, iterator.at);
      iterator.at += iterator.format.size;
      return values;
    },
  },
  methods: [
    native('__length_hint__', '', (rt, self) => {
      const { buffer, at, format } = iteratorOf(rt, self);
      return rt.newInt(buffer === NULL ? 0 : Math.floor((bytesLike(rt, buffer).length - at) / format.size));
    }),
  ],
});

const methods: readonly NativeFunction[] = [
  native('iter_unpack', 'buffer, /', (rt, self, [buffer]) => iterUnpack(rt, rt.heap.incref(self), formatOf(rt, self), buffer!)),
  positionalNative('pack', (rt, self, args) => begin(rt, pack(rt, formatOf(rt, self), args))),
  positionalNative('pack_into', (rt, self, args) => begin(rt, packInto(rt, formatOf(rt, self), args, true))),
  native('unpack', 'buffer, /', (rt, self, [buffer]) => unpack(rt, formatOf(rt, self), buffer!)),
  suspending('unpack_from', 'buffer, offset=0', function* (rt, self, [buffer, offset]) {
    const format = formatOf(rt, self);
    return unpackFrom(rt, format, buffer!, offset === NULL ? 0 : toSize(rt, yield* index(rt, offset!)));
  }),
  native('__sizeof__', '', (rt, self) => rt.newInt((profileOf(rt).newInitializes ? 64 : 56) + 32 * ((structOf(rt, self).format?.runs.length ?? 0) + 1))),
];

defineType({
  handle: STRUCT,
  name: 'Struct',
  module: '_struct',
  flags: TypeFlag.GC | TypeFlag.BASETYPE | TypeFlag.IMMUTABLE | TypeFlag.WEAKREFS,
  slots: {
    tp_new: (rt, type, args, keywords) =>
      profileOf(rt).newInitializes ? begin(rt, newSteps(rt, type, args, keywords)) : newInstance(rt, type, new StructObject()),
    tp_init: (rt, self, args, keywords) => {
      if (profileOf(rt).newInitializes) return begin(rt, initSteps(rt, self, args, keywords));
      initialize(rt, self, args, keywords);
      return NULL;
    },
    tp_repr: (rt, self) => {
      if (!profileOf(rt).hasRepr) return rt.typeObject(OBJECT).slots.tp_repr!(rt, self);
      formatOf(rt, self);
      return rt.newStr(`${rt.typeOf(self).name}(${textRepr(structOf(rt, self).text)})`);
    },
  },
  methods,
  attributes: [
    {
      name: 'format',
      get: (rt, self) => {
        const { text, format } = structOf(rt, self);
        if (format === null && profileOf(rt).newInitializes) raiseAttributeError(rt, self, rt.name('format'), "'_struct.Struct' object has no attribute 'format'");
        formatOf(rt, self);
        return rt.newStr(text);
      },
    },
    { name: 'size', get: (rt, self) => rt.newInt(structOf(rt, self).format?.wholeSize ?? -1) },
  ],
});
