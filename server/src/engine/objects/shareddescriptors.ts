import { TypeFlag } from '../heap/heap.ts';
import { ATTRIBUTE_ERROR, GETSET_DESCRIPTOR, OBJECT } from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import { raise } from './core/errors.ts';
import { moduleState, type ModuleState } from './core/modulestate.ts';
import type { NativeAttribute } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import { AttributeDescriptor } from './descriptors.ts';
import { subtypeDictAttribute, weakrefAttribute } from './object.ts';

/** The two descriptors that all classes have in common since 3.15; they are `object`'s, and the interpreter owns them. */
class SharedDescriptors implements ModuleState {
  readonly byName = new Map<string, Ref>();

  traverse(visit: (ref: Ref) => void): void {
    for (const descriptor of this.byName.values()) visit(descriptor);
  }
}

/** `__dict__` or `__weakref__` as every class has it: borrowed. */
export function sharedDescriptor(rt: Runtime, { name }: NativeAttribute): Ref {
  const { byName } = moduleState(rt, 'type', () => new SharedDescriptors());
  let descriptor = byName.get(name);
  if (descriptor === undefined) {
    const attribute = name === '__dict__' ? sharedDict : sharedWeakref;
    byName.set(name, (descriptor = rt.heap.allocateTracked(GETSET_DESCRIPTOR, new AttributeDescriptor(attribute, OBJECT))));
  }
  return descriptor;
}

const sharedDict: NativeAttribute = {
  name: '__dict__',
  get: (rt, self) => {
    checkFlag(rt, self, TypeFlag.MANAGED_DICT | TypeFlag.TYPE_SUBCLASS, '__dict__');
    return subtypeDictAttribute.get(rt, self);
  },
  set: (rt, self, value) => {
    checkFlag(rt, self, TypeFlag.MANAGED_DICT | TypeFlag.TYPE_SUBCLASS, '__dict__');
    return subtypeDictAttribute.set!(rt, self, value);
  },
};

const sharedWeakref: NativeAttribute = {
  name: '__weakref__',
  get: (rt, self) => {
    checkFlag(rt, self, TypeFlag.WEAKREFS, '__weakref__');
    return weakrefAttribute.get(rt, self);
  },
};

/** The descriptor belongs to `object`, so that anything may be given to it. */
function checkFlag(rt: Runtime, self: Ref, flag: number, name: string): void {
  if ((rt.typeOf(self).flags & flag) === 0) raise(rt, ATTRIBUTE_ERROR, `This object has no ${name}`);
}
