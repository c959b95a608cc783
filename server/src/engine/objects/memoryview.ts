import { TypeFlag, type Heap, type Layout } from '../heap/heap.ts';
import { BUFFER_ERROR, FALSE, MEMORYVIEW, NONE, TRUE, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { hashBytes } from '../text/hash.ts';
import { isStr, profileOf } from './arguments.ts';
import { BufferExporter } from './buffer-exporter.ts';
import { hexText } from './bytes-hex.ts';
import { acquireBuffer, allBytesNow, bytesLike, bytesLikeNow, checkOpen, isBytes, releaseBuffer, viewedMemory } from './bytes-like.ts';
import { addressOf } from './core/addresses.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { newBytes, newList, newTuple } from './core/make.ts';
import { native, suspending, type NativeAttribute, type NativeFunction } from './core/native.ts';
import { hash } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import type { Slots } from './core/slots.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { genericAlias } from './genericalias.ts';
import { setHash } from './hashes.ts';
import { castItems, checkFormatArgument } from './memoryview-cast.ts';
import { compareViews } from './memoryview-compare.ts';
import { isByteFormat, newItem, readItem } from './memoryview-format.ts';
import { assignSubscript, itemAt, subscript } from './memoryview-items.ts';
import { countEqual, firstIndex, viewIterator } from './memoryview-iterator.ts';
import { isContiguous, itemBytes, itemCount, ManagedBuffer, MANAGED_BUFFER, MemoryView, type Shape } from './memoryview-object.ts';

const viewOf = (rt: Runtime, self: Ref): MemoryView => rt.heap.payload[self] as MemoryView;

/** The view, or ValueError once it is released. */
function open(rt: Runtime, self: Ref): MemoryView {
  const view = viewOf(rt, self);
  checkOpen(rt, view);
  return view;
}

/** A new view of the same buffer (mbuf_add_view). */
export function anotherView(rt: Runtime, view: MemoryView, items: Shape): Ref {
  (rt.heap.payload[view.buffer] as ManagedBuffer).views++;
  return rt.heap.allocateTracked(MEMORYVIEW, new MemoryView(rt.heap.incref(view.buffer), items));
}

/** Mirrors PyMemoryView_FromObject(): a view of a view is one of the same buffer. */
export function newMemoryView(rt: Runtime, object: Ref): Ref {
  const { heap } = rt;
  if (heap.type[object] === MEMORYVIEW) {
    const view = open(rt, object);
    return anotherView(rt, view, view.items);
  }
  const bytes = bytesLikeNow(rt, object);
  if (bytes === undefined) raise(rt, TYPE_ERROR, `memoryview: a bytes-like object is required, not '${typeName(rt, object)}'`);
  const payload = heap.payload[object];
  const { format, itemSize } = payload instanceof BufferExporter ? payload : { format: 'B', itemSize: 1 };
  acquireBuffer(heap, object);
  const buffer = heap.allocateTracked(MANAGED_BUFFER, new ManagedBuffer(heap.incref(object)));
  return firstView(rt, buffer, { start: 0, shape: [bytes.length / itemSize], strides: [itemSize], readonly: isBytes(rt, object), format, itemSize });
}

/** Mirrors PyMemoryView_FromMemory(): the view takes over a bytes object or bytearray, which nobody sees. */
export function newRawView(rt: Runtime, memory: Ref): Ref {
  const buffer = rt.heap.allocateTracked(MANAGED_BUFFER, new ManagedBuffer(memory, true));
  const { length } = bytesLike(rt, memory);
  return firstView(rt, buffer, { start: 0, shape: [length], strides: [1], readonly: isBytes(rt, memory), format: 'B', itemSize: 1 });
}

function firstView(rt: Runtime, buffer: Ref, items: Shape): Ref {
  (rt.heap.payload[buffer] as ManagedBuffer).views++;
  return rt.heap.allocateTracked(MEMORYVIEW, new MemoryView(buffer, items));
}

/** Mirrors _memory_release(): the buffer lets go of its object with the last view. */
function release(rt: Runtime, self: Ref): Ref {
  const view = viewOf(rt, self);
  if (view.released) return NONE;
  if (view.exports > 0) raise(rt, BUFFER_ERROR, `memoryview has ${view.exports} exported buffer${view.exports === 1 ? '' : 's'}`);
  view.released = true;
  const exporter = viewEnds(rt.heap, rt.heap.payload[view.buffer] as ManagedBuffer);
  if (exporter !== NULL) rt.heap.decref(exporter);
  return NONE;
}

/** One view of a buffer less; after the last the exporter, whose reference is the caller's, else NULL. */
function viewEnds(heap: Heap, buffer: ManagedBuffer): Ref {
  return --buffer.views === 0 ? endBuffer(heap, buffer) : NULL;
}

function endBuffer(heap: Heap, buffer: ManagedBuffer): Ref {
  const { exporter } = buffer;
  if (exporter === NULL) return NULL;
  releaseBuffer(heap, exporter);
  buffer.exporter = NULL;
  return exporter;
}

/** Mirrors memory_tolist(): lists within lists. */
function nestedItems(rt: Runtime, items: Shape, memory: Uint8Array, dimension = 0, at = items.start): Ref {
  const { format, shape, strides } = items;
  if (dimension === shape.length) return newItem(rt, format, readItem(rt, format, memory, at));
  const inner = Array.from({ length: shape[dimension]! }, (_, i) => nestedItems(rt, items, memory, dimension + 1, at + i * strides[dimension]!));
  return newList(rt, inner);
}

const attribute = (name: string, get: (rt: Runtime, items: Shape, view: MemoryView) => Ref): NativeAttribute => ({
  name,
  get: (rt, self) => {
    const view = open(rt, self);
    return get(rt, view.items, view);
  },
});

const since314 = (method: NativeFunction): NativeFunction => ({ ...method, versions: '14-' });

const numbers = (rt: Runtime, values: readonly number[]): Ref => newTuple(rt, values.map((value) => rt.newInt(value)));

const viewLayout: Layout = {
  traverse: (payload, visit) => {
    const { buffer } = payload as MemoryView;
    if (buffer !== NULL) visit(buffer);
  },
  clear: (payload, released, heap) => {
    const view = payload as MemoryView;
    if (view.buffer === NULL) return;
    if (!view.released) {
      view.released = true;
      const exporter = viewEnds(heap, heap.payload[view.buffer] as ManagedBuffer);
      if (exporter !== NULL) released.push(exporter);
    }
    released.push(view.give());
  },
};

defineType({
  handle: MANAGED_BUFFER,
  name: 'managedbuffer',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  layout: {
    traverse: (payload, visit) => {
      const { exporter } = payload as ManagedBuffer;
      if (exporter !== NULL) visit(exporter);
    },
    clear: (payload, released, heap) => {
      const exporter = endBuffer(heap, payload as ManagedBuffer);
      if (exporter !== NULL) released.push(exporter);
    },
  },
  slots: {},
});

/** Mirrors memoryview_tobytes_impl(). */
function toBytes(rt: Runtime, self: Ref, order: Ref): Ref {
  const isGiven = order !== NULL && order !== NONE;
  if (isGiven && !isStr(rt, order)) raise(rt, TYPE_ERROR, `tobytes() argument 'order' must be str or None, not ${typeName(rt, order)}`);
  const { items } = open(rt, self);
  const wanted = isGiven ? rt.text(order) : 'C';
  if (!['C', 'F', 'A'].includes(wanted)) raise(rt, VALUE_ERROR, "order must be 'C', 'F' or 'A'");
  rt.charge(itemCount(items) >> 4, itemCount(items) * items.itemSize);
  const isFortran = wanted === 'F' || (wanted === 'A' && isContiguous(items, 'F') && !isContiguous(items, 'C'));
  return newBytes(rt, itemBytes(viewedMemory(rt, viewOf(rt, self)), items, isFortran ? 'F' : 'C').slice());
}

/** Mirrors memory_hash(). */
function* hashView(rt: Runtime, self: Ref): Steps<Ref> {
  const view = open(rt, self);
  if (!view.items.readonly) raise(rt, VALUE_ERROR, 'cannot hash writable memoryview object');
  if (!isByteFormat(view.items.format)) raise(rt, VALUE_ERROR, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  const { exporter } = rt.heap.payload[view.buffer] as ManagedBuffer;
  yield* settle(rt, hash(rt, exporter));
  return setHash(rt, hashBytes(allBytesNow(rt, self)!));
}

/** Mirrors memory_length(). */
function length(rt: Runtime, self: Ref): Ref {
  const { shape } = open(rt, self).items;
  if (shape.length === 0 && profileOf(rt).scalarViewsHaveNoLength) raise(rt, TYPE_ERROR, '0-dim memory has no length');
  return rt.newInt(shape[0] ?? 1);
}

/** Slots of a built-in type that shows its memory. */
export const bufferSlots: Slots = {
  bf_getbuffer: (rt, self, flags) => {
    const isWritable = (flags & 1) !== 0;
    if (isWritable && isBytes(rt, self)) raise(rt, BUFFER_ERROR, 'Object is not writable.');
    if (isWritable && rt.heap.type[self] === MEMORYVIEW && open(rt, self).items.readonly) raise(rt, BUFFER_ERROR, 'memoryview: underlying buffer is not writable');
    return newMemoryView(rt, self);
  },
  bf_releasebuffer: (rt, _self, view) => {
    if (rt.heap.type[view] !== MEMORYVIEW) raise(rt, TYPE_ERROR, 'expected a memoryview object');
    return release(rt, view);
  },
};

defineType({
  handle: MEMORYVIEW,
  name: 'memoryview',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.WEAKREFS | TypeFlag.SEQUENCE,
  layout: viewLayout,
  slots: {
    tp_new: (rt, _type, args, keywords) => newMemoryView(rt, bind(rt, 'memoryview', 'object', args, keywords)[0]!),
    tp_repr: (rt, self) => rt.newStr(`<${viewOf(rt, self).released ? 'released ' : ''}memory at 0x${addressOf(rt, self).toString(16)}>`),
    tp_hash: (rt, self) => begin(rt, hashView(rt, self)),
    tp_richcompare: compareViews,
    tp_iter: viewIterator,
    ...bufferSlots,
    mp_length: length,
    mp_subscript: (rt, self, key) => {
      const view = open(rt, self);
      return begin(rt, subscript(rt, view, key, (items) => (items === view.items ? rt.heap.incref(self) : anotherView(rt, view, items))));
    },
    mp_ass_subscript: (rt, self, key, value): Eventual => begin(rt, assignSubscript(rt, open(rt, self), key, value)),
    sq_item: (rt, self, at) => itemAt(rt, open(rt, self), at),
    sq_length: length,
  },
  methods: [
    native('release', '', release),
    native('tobytes', "order='C'", (rt, self, [order]) => toBytes(rt, self, order!)),
    suspending('hex', 'sep=, bytes_per_sep=1', (rt, self, args) => hexText(rt, allBytesNow(rt, self)!, args)),
    native('tolist', '', (rt, self) => {
      const view = open(rt, self);
      rt.charge(itemCount(view.items) >> 4, itemCount(view.items) * 8);
      return nestedItems(rt, view.items, viewedMemory(rt, view));
    }),
    native('cast', 'format, shape=<unrepresentable>', (rt, self, [format, shape]) => {
      checkFormatArgument(rt, format!);
      const view = open(rt, self);
      return anotherView(rt, view, castItems(rt, view.items, format!, shape!));
    }),
    native('toreadonly', '', (rt, self) => {
      const view = open(rt, self);
      return anotherView(rt, view, { ...view.items, readonly: true });
    }),
    since314(suspending('count', 'value, /', (rt, self, [value]) => countEqual(rt, self, value!))),
    since314(suspending('index', 'value, start=0, stop=sys.maxsize, /', (rt, self, [value, start, stop]) => firstIndex(rt, self, value!, start!, stop!))),
    { ...native('_from_flags', 'object, flags', (rt, _type, [object]) => newMemoryView(rt, object!), 'class'), versions: '12-' },
    since314(native('__class_getitem__', 'object, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class')),
    native('__enter__', '', (rt, self) => {
      open(rt, self);
      return rt.heap.incref(self);
    }),
    native('__exit__', '*args', (rt, self) => release(rt, self)),
  ],
  attributes: [
    attribute('obj', (rt, _items, { buffer }) => {
      const { exporter, isRaw } = rt.heap.payload[buffer] as ManagedBuffer;
      return isRaw ? NONE : rt.heap.incref(exporter);
    }),
    attribute('nbytes', (rt, items) => rt.newInt(itemCount(items) * items.itemSize)),
    attribute('readonly', (rt, { readonly }) => rt.newBool(readonly)),
    attribute('itemsize', (rt, { itemSize }) => rt.newInt(itemSize)),
    attribute('format', (rt, { format }) => rt.newStr(format)),
    attribute('ndim', (rt, { shape }) => rt.newInt(shape.length)),
    attribute('shape', (rt, { shape }) => numbers(rt, shape)),
    attribute('strides', (rt, { strides }) => numbers(rt, strides)),
    attribute('suboffsets', (rt) => newTuple(rt, [])),
    attribute('c_contiguous', (_rt, items) => (isContiguous(items, 'C') ? TRUE : FALSE)),
    attribute('f_contiguous', (_rt, items) => (isContiguous(items, 'F') ? TRUE : FALSE)),
    attribute('contiguous', (_rt, items) => (isContiguous(items, 'C') || isContiguous(items, 'F') ? TRUE : FALSE)),
  ],
});
