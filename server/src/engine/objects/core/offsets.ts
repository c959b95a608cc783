import { TypeFlag } from '../../heap/heap.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { layoutOf, staticOffsets } from '../../versions/sizes.ts';
import type { Runtime } from './runtime.ts';
import { hasVariableDict, instanceSize } from './sizes.ts';
import { unsupported } from './unsupported.ts';

type Part = 'dict' | 'weakrefs';

const nameOf: Readonly<Record<Part, string>> = { dict: '__dictoffset__', weakrefs: '__weakrefoffset__' };

/** Before the header of the collector; what a class statement adds lies there since 3.12. */
const managed: Readonly<Record<Part, number>> = { dict: -1, weakrefs: -32 };

/** `__dictoffset__` or `__weakrefoffset__` of a type: where its instances have their dict or their weak references; 0 for nowhere. */
export function offsetOf(rt: Runtime, type: Ref, part: Part): number {
  if (!has(rt, type, part)) return 0;
  // Who brought it in: the last of the bases that has it.
  let owner = type;
  for (let { base } = rt.typeObject(owner); base !== NULL && has(rt, base, part); { base } = rt.typeObject(base)) owner = base;
  const { flags, name } = rt.typeObject(owner);
  if ((flags & TypeFlag.HEAP) === 0) {
    const known = staticOffsets(rt.profile.version).get(name);
    return known === undefined ? unsupported(`${name}.${nameOf[part]}`) : known[part];
  }
  if (!layoutOf(rt.profile.version).weakrefsInside) return managed[part];
  // Up to 3.11 weak references lie behind the slots, and the dict before the instance, counted from its end.
  if (part === 'weakrefs') return instanceSize(rt, owner).basic - 8;
  return hasVariableDict(rt, owner) ? -8 : -(instanceSize(rt, owner).basic + 24);
}

/** The dict of a class is none that instances of a class statement's classes have. */
const has = (rt: Runtime, type: Ref, part: Part): boolean =>
  (rt.typeObject(type).flags & (part === 'dict' ? TypeFlag.MANAGED_DICT | TypeFlag.TYPE_SUBCLASS : TypeFlag.WEAKREFS)) !== 0;
