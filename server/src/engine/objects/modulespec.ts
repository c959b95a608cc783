import { TypeFlag } from '../heap/heap.ts';
import { NONE, TRUE } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { genericGetAttr } from './core/attributes.ts';
import { defineType, moduleTypeHandle } from './core/define.ts';
import { lookup } from './core/lookup.ts';
import { repr } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { unsupported } from './core/unsupported.ts';
import { displayName } from './object.ts';

const SOURCE_FILE_LOADER = moduleTypeHandle();
const MODULE_SPEC = moduleTypeHandle();

/** The `__loader__` of a module that a file holds. CPython makes it in Python; what is not here is refused. */
export const newSourceFileLoader = (rt: Runtime): Ref => rt.heap.allocate(SOURCE_FILE_LOADER, null);

class ModuleSpec {
  constructor(
    readonly name: Ref,
    readonly loader: Ref,
    readonly origin: Ref,
  ) {}
}

/** The `__spec__` of such a module; takes over the references. */
export const newModuleSpec = (rt: Runtime, name: Ref, loader: Ref, origin: Ref): Ref => rt.heap.allocate(MODULE_SPEC, new ModuleSpec(name, loader, origin));

const specOf = (rt: Runtime, self: Ref): ModuleSpec => rt.heap.payload[self] as ModuleSpec;

/** Where the module with this `__spec__` comes from, borrowed; NULL if it is no spec. */
export const specOrigin = (rt: Runtime, spec: Ref): Ref => (rt.heap.type[spec] === MODULE_SPEC ? specOf(rt, spec).origin : NULL);

/** Attributes that are not modelled end the run. */
function getKnownAttribute(rt: Runtime, self: Ref, name: Ref): ReturnType<typeof genericGetAttr> {
  if (lookup(rt, rt.heap.type[self]!, name) === NULL) unsupported(`${displayName(rt, rt.heap.type[self]!)}.${rt.text(name)}`);
  return genericGetAttr(rt, self, name);
}

const refuseToSet = (rt: Runtime, self: Ref): never => unsupported(`attributes of ${displayName(rt, rt.heap.type[self]!)}`);

function* showSpec(rt: Runtime, self: Ref): Steps<Ref> {
  const { name, loader, origin } = specOf(rt, self);
  const shown: string[] = [];
  for (const [field, value] of Object.entries({ name, loader, origin })) {
    const text = yield* settle(rt, repr(rt, value));
    shown.push(`${field}=${rt.text(text)}`);
    rt.heap.decref(text);
  }
  return rt.newStr(`ModuleSpec(${shown.join(', ')})`);
}

const flags = TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION;

defineType({
  handle: SOURCE_FILE_LOADER,
  name: 'SourceFileLoader',
  module: '_frozen_importlib_external',
  flags,
  slots: { tp_getattro: getKnownAttribute, tp_setattro: refuseToSet },
});

defineType({
  handle: MODULE_SPEC,
  name: 'ModuleSpec',
  module: '_frozen_importlib',
  flags,
  layout: {
    traverse: (payload, visit) => {
      const { name, loader, origin } = payload as ModuleSpec;
      for (const ref of [name, loader, origin]) visit(ref);
    },
    clear: (payload, released) => {
      const { name, loader, origin } = payload as ModuleSpec;
      released.push(name, loader, origin);
    },
  },
  slots: {
    tp_getattro: getKnownAttribute,
    tp_setattro: refuseToSet,
    tp_repr: (rt, self) => begin(rt, showSpec(rt, self)),
  },
  attributes: [
    { name: 'name', get: (rt, self) => rt.heap.incref(specOf(rt, self).name) },
    { name: 'loader', get: (rt, self) => rt.heap.incref(specOf(rt, self).loader) },
    { name: 'origin', get: (rt, self) => rt.heap.incref(specOf(rt, self).origin) },
    { name: 'parent', get: (rt) => rt.newStr('') },
    { name: 'has_location', get: () => TRUE },
    { name: 'submodule_search_locations', get: () => NONE },
  ],
});
