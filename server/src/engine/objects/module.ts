import { TypeFlag, type Layout } from '../heap/heap.ts';
import { MODULE, NONE, TRUE, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { modulesOf } from '../versions/modules.ts';
import { moduleAnnotationAttributes } from './annotations.ts';
import { genericGetAttr, getAttr, getAttrOrNull, getNamespaceItem, instanceDict, instanceValue, setNamespaceItem } from './core/attributes.ts';
import { defineType } from './core/define.ts';
import { raise, raiseAttributeError } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { lookup, typeName } from './core/lookup.ts';
import { newDict, newList, tableOf } from './core/make.ts';
import { suspending, type NativeAttribute } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { isLazyImport } from './lazyimport.ts';
import { lackingName } from './missingnames.ts';
import { begin, call, settle, tailCall, type Steps } from './core/suspend.ts';

/** What a module written in TypeScript adds to its dict: CPython's names that it does not have. */
export interface NativeNames {
  /** The value of a name that CPython's module has and the dict lacks: a new reference, or NULL if there is none. */
  missing(rt: Runtime, module: Ref, name: string): Ref;
  names(rt: Runtime): readonly string[];
}

/** Payload of a module. Its dict is `attributes[0]`. */
export class ModuleObject {
  /** What the code of a module written in C holds beside its namespace; owned. */
  readonly state: Ref[] = [];
  /** The collector does not see that: it lies in variables of C, not in the module's own state. */
  hidesState = false;
  constructor(readonly native: NativeNames | null = null) {}
}

/** What C holds goes first, then the namespace (module_dealloc). */
const moduleLayout: Layout = {
  traverse: (payload, visit) => {
    const { state, hidesState } = payload as ModuleObject;
    if (!hidesState) for (const ref of state) if (ref !== NULL) visit(ref);
  },
  clear: (payload, released, heap, module) => {
    const { state } = payload as ModuleObject;
    const held = state.splice(0).filter((ref) => ref !== NULL);
    if (held.length === 0) return;
    released.push(...held);
    const dict = heap.attributes[module]?.[0] ?? NULL;
    if (dict === NULL) return;
    released.push(dict);
    heap.attributes[module]![0] = NULL;
  },
};

const moduleOf = (rt: Runtime, module: Ref): ModuleObject => rt.heap.payload[module] as ModuleObject;

/** The module's namespace, borrowed. */
export const moduleDict = (rt: Runtime, module: Ref): Ref => instanceDict(rt, module);

/** A new module with the names that every module has (PyModule_New). */
export function newModule(rt: Runtime, name: string, payload = new ModuleObject()): Ref {
  const module = allocate(rt, MODULE, payload);
  const text = rt.newStr(name);
  initialize(rt, module, text, NONE);
  rt.heap.decref(text);
  return module;
}

function allocate(rt: Runtime, type: Ref, payload: ModuleObject): Ref {
  const dict = newDict(rt);
  if (rt.profile.namespacesTrackedAtBirth) rt.heap.track(dict);
  const module = newInstance(rt, type, payload);
  rt.heap.attributes[module] = [dict];
  return module;
}

function initialize(rt: Runtime, module: Ref, name: Ref, doc: Ref): void {
  const dict = moduleDict(rt, module);
  const { heap } = rt;
  setNamespaceItem(rt, dict, rt.name('__name__'), heap.incref(name));
  setNamespaceItem(rt, dict, rt.name('__doc__'), heap.incref(doc));
  for (const text of ['__package__', '__loader__', '__spec__']) setNamespaceItem(rt, dict, rt.name(text), NONE);
}

/** Mirrors module_getattro(): 1 the type; 2 the namespace; 3 `__getattr__` of the namespace; 4 AttributeError. */
function moduleGetAttr(rt: Runtime, self: Ref, name: Ref): Eventual {
  if (lookup(rt, rt.heap.type[self]!, name) !== NULL) return genericGetAttr(rt, self, name);
  const dict = moduleDict(rt, self);
  const own = getNamespaceItem(rt, dict, name);
  if (own !== NULL) return isLazyImport(rt, own) ? begin(rt, resolveAttribute(rt, dict, name, own)) : rt.heap.incref(own);
  const hook = getNamespaceItem(rt, dict, rt.name('__getattr__'));
  if (hook !== NULL) return tailCall(rt, hook, [name]);
  const payload = moduleOf(rt, self);
  if (payload.native !== null) {
    const value = payload.native.missing(rt, self, rt.text(name));
    if (value !== NULL) return value;
  }
  return begin(rt, raiseMissing(rt, self, dict, name));
}

/** A lazy import in the namespace gives way to what it stands for. */
function* resolveAttribute(rt: Runtime, dict: Ref, name: Ref, lazy: Ref): Steps<Ref> {
  rt.heap.incref(dict);
  try {
    const value = yield* rt.hooks.resolveLazily(rt, lazy);
    setNamespaceItem(rt, dict, name, rt.heap.incref(value));
    return value;
  } finally {
    rt.heap.decref(dict);
  }
}

/** An import of it has begun and not ended (_PyModuleSpec_IsInitializing). */
export function isInitializing(rt: Runtime, module: Ref): boolean {
  if (!(rt.heap.payload[module] instanceof ModuleObject)) return false;
  const spec = getNamespaceItem(rt, moduleDict(rt, module), rt.name('__spec__'));
  return spec !== NULL && spec !== NONE && instanceValue(rt, spec, rt.name('_initializing')) === TRUE;
}

function* raiseMissing(rt: Runtime, self: Ref, dict: Ref, attribute: Ref): Steps<Ref> {
  const { heap } = rt;
  const name = getNamespaceItem(rt, dict, rt.name('__name__'));
  if (name === NULL || (rt.typeOf(name).flags & TypeFlag.STR_SUBCLASS) === 0) {
    raiseAttributeError(rt, self, attribute, `module has no attribute '${rt.text(attribute)}'`);
  }
  const spec = getNamespaceItem(rt, dict, rt.name('__spec__'));
  for (const ref of [self, attribute, name, ...(spec === NULL ? [] : [spec])]) heap.incref(ref);
  try {
    const lacking = yield* lackingName(rt, spec, name, rt.text(attribute), isInitializing(rt, self));
    return raiseAttributeError(rt, self, attribute, modulesOf(rt.profile.version).missingNames.ofModule(lacking));
  } finally {
    for (const ref of [self, attribute, name, ...(spec === NULL ? [] : [spec])]) heap.decref(ref);
  }
}

/** Mirrors module_repr(): the import system knows how. */
function* moduleRepr(rt: Runtime, self: Ref): Steps<Ref> {
  const describe = yield* settle(rt, getAttr(rt, rt.hooks.importlib(rt), rt.name('_module_repr')));
  try {
    return yield* call(describe, [self]);
  } finally {
    rt.heap.decref(describe);
  }
}

/** Mirrors module_dir(). */
function* moduleDir(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const dict = yield* getAttrOrNull(rt, self, rt.name('__dict__'));
  try {
    if (dict === NULL || (rt.typeOf(dict).flags & TypeFlag.DICT_SUBCLASS) === 0) raise(rt, TYPE_ERROR, '<module>.__dict__ is not a dictionary');
    const hook = getNamespaceItem(rt, dict, rt.name('__dir__'));
    if (hook !== NULL) return yield* call(hook, []);
    const names = tableOf(rt, dict).keys.filter((key) => key !== NULL);
    for (const name of names) heap.incref(name);
    for (const text of moduleOf(rt, self).native?.names(rt) ?? []) if (getNamespaceItem(rt, dict, rt.name(text)) === NULL) names.push(rt.intern(text));
    return newList(rt, names);
  } finally {
    heap.xdecref(dict);
  }
}

const attributes: readonly NativeAttribute[] = [
  { name: '__dict__', member: true, get: (rt, self) => rt.heap.incref(moduleDict(rt, self)) },
  ...moduleAnnotationAttributes(moduleDict, isInitializing),
];

defineType({
  handle: MODULE,
  name: 'module',
  flags: TypeFlag.GC | TypeFlag.BASETYPE | TypeFlag.IMMUTABLE | TypeFlag.MANAGED_DICT | TypeFlag.WEAKREFS,
  layout: moduleLayout,
  slots: {
    tp_new: (rt, type) => allocate(rt, type, new ModuleObject()),
    tp_init: (rt, self, args, keywords) => {
      const [name, doc] = bind(rt, 'module', 'name, doc=', args, keywords);
      if ((rt.typeOf(name!).flags & TypeFlag.STR_SUBCLASS) === 0) {
        raise(rt, TYPE_ERROR, `module() argument 'name' must be str, not ${name === NONE ? 'None' : typeName(rt, name!)}`);
      }
      initialize(rt, self, name!, doc === NULL ? NONE : doc!);
      return NULL;
    },
    tp_getattro: moduleGetAttr,
    tp_repr: (rt, self) => begin(rt, moduleRepr(rt, self)),
  },
  methods: [suspending('__dir__', '', moduleDir)],
  attributes,
});
