import { TypeFlag } from '../heap/heap.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { getAttr, instanceValue } from '../objects/core/attributes.ts';
import { caught } from '../objects/core/errors.ts';
import { lookup } from '../objects/core/lookup.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { settle, type Steps } from '../objects/core/suspend.ts';

/** Attributes whose own attributes are looked at. */
const mostAttributes = 20;

/**
 * Mirrors _check_for_nested_attribute() (3.15): the first public attribute, no descriptor, that has the wanted name.
 * An attribute that fails is passed over.
 */
export function* nestedAttribute(rt: Runtime, object: Ref, wrong: string, names: readonly string[]): Steps<string | null> {
  const wanted = rt.name(wrong);
  for (const name of names.filter((other) => !other.startsWith('_')).slice(0, mostAttributes)) {
    const inClass = lookup(rt, rt.heap.type[object]!, rt.name(name));
    if (inClass !== NULL && rt.typeOf(inClass).slots.tp_descr_get !== undefined) continue;
    try {
      const value = yield* settle(rt, getAttr(rt, object, rt.name(name)));
      const has = hasStatically(rt, value, wanted);
      rt.heap.decref(value);
      if (has) return `${name}.${wrong}`;
    } catch (error) {
      rt.heap.decref(caught(rt, error));
    }
  }
  return null;
}

/** Whether an object has an attribute without any code of its own being asked (inspect.getattr_static). */
function hasStatically(rt: Runtime, object: Ref, name: Ref): boolean {
  const isType = (rt.typeOf(object).flags & TypeFlag.TYPE_SUBCLASS) !== 0;
  if (isType && lookup(rt, object, name) !== NULL) return true;
  return instanceValue(rt, object, name) !== NULL || lookup(rt, rt.heap.type[object]!, name) !== NULL;
}
