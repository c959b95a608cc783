import { EOF_ERROR, INDEX_ERROR, LIST, NONE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import type { Int } from '../../text/integer.ts';
import { arrayOf } from '../../versions/arraywords.ts';
import { badArgument, bound, isInt, isStr, toSize } from '../../objects/arguments.ts';
import { bytesLike, isBytes } from '../../objects/bytes-like.ts';
import { addressOf } from '../../objects/core/addresses.ts';
import { getAttrOrNull } from '../../objects/core/attributes.ts';
import { raise } from '../../objects/core/errors.ts';
import { isInstance } from '../../objects/core/lookup.ts';
import { itemsOf, newBytes, newList, newTuple } from '../../objects/core/make.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { index, iter } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { genericAlias } from '../../objects/genericalias.ts';
import { chargeText } from '../../objects/text-results.ts';
import { callMethod } from '../io/calls.ts';
import { isUnicode, packItem } from './items.ts';
import { characterBytes, extendFrom, insertItem, wholeItems } from './new.ts';
import { arrayObject, isArray, itemObject, itemObjects, newArray, textOf } from './object.ts';
import { machineFormat, reconstructor } from './pickling.ts';
import { extendByArray, find } from './sequence.ts';

const sizeOf = function* (rt: Runtime, given: Ref, fallback: number): Steps<number> {
  return given === NULL ? fallback : toSize(rt, yield* index(rt, given));
};

function* pop(rt: Runtime, self: Ref, given: Ref): Steps<Ref> {
  const where = yield* sizeOf(rt, given, -1);
  const object = arrayObject(rt, self);
  if (object.length === 0) raise(rt, INDEX_ERROR, 'pop from empty array');
  const at = where < 0 ? where + object.length : where;
  if (at < 0 || at >= object.length) raise(rt, INDEX_ERROR, 'pop index out of range');
  object.checkResizable(rt);
  const item = itemObject(rt, self, at);
  object.splice(rt, at, at + 1, new Uint8Array(0));
  return item;
}

function* firstIndex(rt: Runtime, self: Ref, value: Ref, start: Ref, stop: Ref): Steps<Ref> {
  const { length } = arrayObject(rt, self);
  const from = Number((yield* bound(rt, start)) ?? 0);
  const to = Number((yield* bound(rt, stop)) ?? Infinity);
  const at = yield* find(rt, self, value, from < 0 ? Math.max(0, from + length) : from, to < 0 ? to + length : to);
  if (at < 0) raise(rt, VALUE_ERROR, 'array.index(x): x not in array');
  return rt.newInt(at);
}

function* count(rt: Runtime, self: Ref, value: Ref): Steps<Ref> {
  let found = 0;
  for (let at = yield* find(rt, self, value); at >= 0; at = yield* find(rt, self, value, at + 1)) found++;
  return rt.newInt(found);
}

function* remove(rt: Runtime, self: Ref, value: Ref): Steps<Ref> {
  const at = yield* find(rt, self, value);
  if (at < 0) raise(rt, VALUE_ERROR, 'array.remove(x): x not in array');
  arrayObject(rt, self).splice(rt, at, at + 1, new Uint8Array(0));
  return NONE;
}

function* extend(rt: Runtime, self: Ref, source: Ref): Steps<Ref> {
  if (isArray(rt, source)) {
    extendByArray(rt, self, source);
    return NONE;
  }
  const iterator = yield* settle(rt, iter(rt, source));
  try {
    yield* extendFrom(rt, self, iterator);
    return NONE;
  } finally {
    rt.heap.decref(iterator);
  }
}

/** Mirrors array_array_fromlist_impl(): all of the list or nothing. */
function* fromList(rt: Runtime, self: Ref, list: Ref): Steps<Ref> {
  if (!isInstance(rt, list, LIST)) raise(rt, TYPE_ERROR, 'arg must be list');
  const object = arrayObject(rt, self);
  const { length: size } = itemsOf(rt, list);
  const old = object.length;
  if (size === 0) return NONE;
  object.resize(rt, old + size);
  let isDone = false;
  try {
    for (let i = 0; i < size; i++) {
      object.put(old + i, yield* packItem(rt, object.code, itemsOf(rt, list)[i]!));
      if (itemsOf(rt, list).length !== size) raise(rt, VALUE_ERROR, 'list changed size during iteration');
    }
    isDone = true;
  } finally {
    if (!isDone) object.resize(rt, old);
  }
  return NONE;
}

function fromBytes(rt: Runtime, self: Ref, source: Ref): Ref {
  const object = arrayObject(rt, self);
  const bytes = wholeItems(rt, object.code, bytesLike(rt, source)).slice();
  object.splice(rt, object.length, object.length, bytes);
  return NONE;
}

function checkUnicode(rt: Runtime, self: Ref, method: string): void {
  if (!isUnicode(arrayObject(rt, self).code)) raise(rt, VALUE_ERROR, arrayOf(rt.profile.version).unicodeOnly(method));
}

/** Mirrors array_array_fromfile_impl(): what could be read is there even if it is not enough. */
function* fromFile(rt: Runtime, self: Ref, file: Ref, given: Ref): Steps<Ref> {
  const wanted = toSize(rt, yield* index(rt, given));
  if (wanted < 0) raise(rt, VALUE_ERROR, arrayOf(rt.profile.version).negativeCount);
  const size = rt.newInt(wanted * arrayObject(rt, self).itemSize);
  let data = NULL;
  try {
    data = yield* callMethod(rt, file, 'read', size);
    if (!isBytes(rt, data)) raise(rt, TYPE_ERROR, "read() didn't return bytes");
    const isEnough = bytesLike(rt, data).length === wanted * arrayObject(rt, self).itemSize;
    fromBytes(rt, self, data);
    if (!isEnough) raise(rt, EOF_ERROR, "read() didn't return enough bytes");
    return NONE;
  } finally {
    rt.heap.xdecref(data);
    rt.heap.decref(size);
  }
}

const block = 64 * 1024;

/** Mirrors array_array_tofile_impl(): in blocks. */
function* toFile(rt: Runtime, self: Ref, file: Ref): Steps<Ref> {
  const size = arrayObject(rt, self).bytes.length;
  for (let from = 0; from < size; from += block) {
    const part = newBytes(rt, arrayObject(rt, self).bytes.slice(from, Math.min(from + block, size)));
    try {
      rt.heap.decref(yield* callMethod(rt, file, 'write', part));
    } finally {
      rt.heap.decref(part);
    }
  }
  return NONE;
}

function byteSwap(rt: Runtime, self: Ref): Ref {
  const { bytes, itemSize, code } = arrayObject(rt, self);
  const unit = code.startsWith('Z') ? itemSize / 2 : itemSize;
  for (let at = 0; at < bytes.length; at += unit) bytes.subarray(at, at + unit).reverse();
  return NONE;
}

function reverse(rt: Runtime, self: Ref): Ref {
  const object = arrayObject(rt, self);
  const { itemSize } = object;
  const old = object.bytes.slice();
  for (let i = 0; i < object.length; i++) object.put(object.length - 1 - i, old.subarray(i * itemSize, (i + 1) * itemSize));
  return NONE;
}

/** Mirrors array_array___reduce_ex___impl(). */
function* reduce(rt: Runtime, self: Ref, given: Ref): Steps<Ref> {
  if (!isInt(rt, given)) raise(rt, TYPE_ERROR, '__reduce_ex__ argument should be an integer');
  const object = arrayObject(rt, self);
  const found = yield* getAttrOrNull(rt, self, rt.name('__dict__'));
  const dict = found === NULL ? NONE : found;
  const type = rt.heap.incref(rt.heap.type[self]!);
  const format = machineFormat(object.code);
  if (format === null || (rt.heap.payload[given] as Int) < 3) {
    return newTuple(rt, [type, newTuple(rt, [rt.newStr(object.code), newList(rt, itemObjects(rt, self))]), dict]);
  }
  const args = newTuple(rt, [type, rt.newStr(object.code), rt.newInt(format), newBytes(rt, object.bytes.slice())]);
  return newTuple(rt, [yield* reconstructor(rt), args, dict]);
}

const copy = (rt: Runtime, self: Ref): Ref => newArray(rt, arrayObject(rt, self).code, arrayObject(rt, self).bytes.slice());

const since = (version: number, method: NativeFunction): NativeFunction => ({ ...method, versions: `${version}-` });

export const arrayMethods: readonly NativeFunction[] = [
  suspending('append', 'v, /', function* (rt, self, [value]) {
    yield* insertItem(rt, arrayObject(rt, self), Infinity, value!);
    return NONE;
  }),
  native('buffer_info', '', (rt, self) => newTuple(rt, [rt.newInt(arrayObject(rt, self).allocated === 0 ? 0 : addressOf(rt, self)), rt.newInt(arrayObject(rt, self).length)])),
  native('byteswap', '', byteSwap),
  since(
    13,
    native('clear', '', (rt, self) => {
      arrayObject(rt, self).resize(rt, 0);
      return NONE;
    }),
  ),
  native('__copy__', '', copy),
  suspending('count', 'v, /', (rt, self, [value]) => count(rt, self, value!)),
  native('__deepcopy__', 'unused, /', copy),
  suspending('extend', 'bb, /', (rt, self, [source]) => extend(rt, self, source!)),
  suspending('fromfile', 'f, n, /', (rt, self, [file, size]) => fromFile(rt, self, file!, size!)),
  suspending('fromlist', 'list, /', (rt, self, [list]) => fromList(rt, self, list!)),
  native('frombytes', 'buffer, /', (rt, self, [source]) => fromBytes(rt, self, source!)),
  native('fromunicode', 'ustr, /', (rt, self, [text]) => {
    if (!isStr(rt, text!)) badArgument(rt, 'fromunicode', 'argument', 'str', text!);
    checkUnicode(rt, self, 'fromunicode');
    const object = arrayObject(rt, self);
    chargeText(rt, rt.text(text!).length * 4);
    object.splice(rt, object.length, object.length, characterBytes(rt.text(text!)));
    return NONE;
  }),
  suspending('index', 'v, start=0, stop=sys.maxsize, /', (rt, self, [value, start, stop]) => firstIndex(rt, self, value!, start!, stop!)),
  suspending('insert', 'i, v, /', function* (rt, self, [where, value]) {
    yield* insertItem(rt, arrayObject(rt, self), toSize(rt, yield* index(rt, where!)), value!);
    return NONE;
  }),
  suspending('pop', 'i=-1, /', (rt, self, [where]) => pop(rt, self, where!)),
  suspending('__reduce_ex__', 'value, /', (rt, self, [protocol]) => reduce(rt, self, protocol!)),
  suspending('remove', 'v, /', (rt, self, [value]) => remove(rt, self, value!)),
  native('reverse', '', reverse),
  suspending('tofile', 'f, /', (rt, self, [file]) => toFile(rt, self, file!)),
  native('tolist', '', (rt, self) => newList(rt, itemObjects(rt, self))),
  native('tobytes', '', (rt, self) => newBytes(rt, arrayObject(rt, self).bytes.slice())),
  native('tounicode', '', (rt, self) => {
    checkUnicode(rt, self, 'tounicode');
    return rt.newStr(textOf(rt, arrayObject(rt, self)));
  }),
  native('__sizeof__', '', (rt, self) => rt.newInt(64 + arrayObject(rt, self).allocated * arrayObject(rt, self).itemSize)),
  since(12, native('__class_getitem__', 'object, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class')),
];
