import { TypeFlag } from '../../heap/heap.ts';
import { ASYNC_GENERATOR, COROUTINE, GENERATOR, OBJECT, TYPE } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { layoutOf, type InstanceSize } from '../../versions/sizes.ts';
import type { GeneratorObject } from '../generator.ts';
import { MemoryView } from '../memoryview-object.ts';
import type { Runtime } from './runtime.ts';

const plain: InstanceSize = { basic: 16, item: 0 };

/** `__basicsize__` and `__itemsize__` of a type's instances. */
export function instanceSize(rt: Runtime, type: Ref): InstanceSize {
  const { types, weakrefsInside } = layoutOf(rt.profile.version);
  const object = rt.typeObject(type);
  const isHeap = (object.flags & TypeFlag.HEAP) !== 0;
  const known = isHeap ? undefined : types.get(object.name);
  if (known !== undefined) return known;
  if (object.base === 0) return plain;
  const base = instanceSize(rt, object.base);
  if (!isHeap) return base;
  const baseObject = rt.typeObject(object.base);
  const added = object.flags & ~baseObject.flags;
  let basic = base.basic + 8 * (object.valuesStart - baseObject.valuesStart);
  if (weakrefsInside && (added & TypeFlag.WEAKREFS) !== 0) basic += 8;
  if (weakrefsInside && base.item !== 0 && (added & TypeFlag.MANAGED_DICT) !== 0) basic += 8;
  return { basic, item: base.item };
}

/** Mirrors object___sizeof___impl(): without the collector's header. */
export function objectSize(rt: Runtime, object: Ref): number {
  const { basic, item } = instanceSize(rt, rt.heap.type[object]!);
  return item === 0 ? basic : basic + item * itemCount(rt, object);
}

/** Items of an object of variable size that lie within it (Py_SIZE). */
function itemCount(rt: Runtime, object: Ref): number {
  const payload = rt.heap.payload[object];
  if ((rt.typeOf(object).flags & TypeFlag.REFS) !== 0) return (payload as readonly Ref[]).length;
  if (payload instanceof Uint8Array) return payload.length;
  if (payload instanceof MemoryView) return 3 * Math.max(payload.items.shape.length, 1);
  const type = rt.heap.type[object];
  if (type !== GENERATOR && type !== COROUTINE && type !== ASYNC_GENERATOR) return 0;
  const { localsplusnames, stacksize } = (payload as GeneratorObject).frame.code.data;
  return localsplusnames.length + stacksize;
}

/** The built-in type that a class descends from first; object for one that failed before it had an order. */
export const builtinBase = (rt: Runtime, type: Ref): Ref =>
  rt.typeObject(type).linearization.find((ancestor) => (rt.typeObject(ancestor).flags & TypeFlag.HEAP) === 0) ?? OBJECT;

/** Whether instances of a class with this base, and slots or not, keep their attributes within themselves until a dict is asked for. */
export function hasInlineValues(rt: Runtime, base: Ref, hasSlots: boolean): boolean {
  if (hasSlots && !layoutOf(rt.profile.version).inlineValuesBesideSlots) return false;
  const builtin = builtinBase(rt, base);
  if (builtin === OBJECT) return true;
  if (builtin === TYPE || (rt.typeObject(builtin).flags & TypeFlag.MANAGED_DICT) !== 0) return false;
  return layoutOf(rt.profile.version).inlineValuesOfSubtypes && instanceSize(rt, builtin).item === 0;
}

/** Keys that the instances of a class have in common (ht_cached_keys), at their full size. */
const sharedKeysSize = 768;

/** Mirrors type___sizeof___impl(). */
export function typeSize(rt: Runtime, type: Ref): number {
  const object = rt.typeObject(type);
  if ((object.flags & TypeFlag.HEAP) === 0) return layoutOf(rt.profile.version).staticType;
  const builtin = builtinBase(rt, type);
  const addsDict = builtin !== TYPE && (object.flags & ~rt.typeObject(builtin).flags & TypeFlag.MANAGED_DICT) !== 0;
  return instanceSize(rt, rt.heap.type[type]!).basic + (addsDict && !hasVariableDict(rt, type) ? sharedKeysSize : 0);
}

/** Up to 3.11 the dict of instances of variable size lies behind them and shares no keys. */
export const hasVariableDict = (rt: Runtime, type: Ref): boolean =>
  layoutOf(rt.profile.version).weakrefsInside && instanceSize(rt, builtinBase(rt, type)).item !== 0;

/** The collector's header, and before it the pointers of what a class statement added (_PyType_PreHeaderSize). */
export function headerSize(rt: Runtime, object: Ref): number {
  const { flags } = rt.typeOf(object);
  const header = (flags & TypeFlag.GC) === 0 ? 0 : 16;
  const type = rt.heap.type[object]!;
  const added = flags & ~rt.typeObject(builtinBase(rt, type)).flags;
  const { weakrefsInside } = layoutOf(rt.profile.version);
  const managed = weakrefsInside ? (hasVariableDict(rt, type) ? 0 : TypeFlag.MANAGED_DICT) : TypeFlag.MANAGED_DICT | TypeFlag.WEAKREFS;
  return (added & managed) === 0 ? header : header + 16;
}
