import { TypeFlag } from '../../heap/heap.ts';
import { TUPLE } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { itemsOf } from '../../objects/core/make.ts';
import { repr } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';

/** A type of tuples with named fields (PyStructSequence) whose instances only the engine makes. */
export interface StructSequence {
  readonly type: Ref;
  /** A new instance; takes over the references. */
  make(rt: Runtime, items: Ref[]): Ref;
}

export function defineStructSequence(module: string, name: string, fields: readonly string[]): StructSequence {
  const type = moduleTypeHandle();
  defineType({
    handle: type,
    name,
    module,
    base: TUPLE,
    flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
    slots: { tp_repr: (rt, self) => begin(rt, showFields(rt, self, module === 'builtins' ? name : `${module}.${name}`, fields)) },
    attributes: fields.map((field, i) => ({ name: field, member: true, get: (rt, self) => rt.heap.incref(itemsOf(rt, self)[i]!) })),
  });
  return { type, make: (rt, items) => rt.heap.allocateTracked(type, items) };
}

/** Mirrors structseq_repr(). */
function* showFields(rt: Runtime, self: Ref, name: string, fields: readonly string[]): Steps<Ref> {
  const shown: string[] = [];
  for (const [i, field] of fields.entries()) {
    const text = yield* settle(rt, repr(rt, itemsOf(rt, self)[i]!));
    shown.push(`${field}=${rt.text(text)}`);
    rt.heap.decref(text);
  }
  return rt.newStr(`${name}(${shown.join(', ')})`);
}
