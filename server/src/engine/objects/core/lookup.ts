import { FUNCTION, METHOD_DESCRIPTOR, OBJECT, WRAPPER_DESCRIPTOR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { tableOf } from './make.ts';
import type { Runtime } from './runtime.ts';
import { settle, type Steps } from './suspend.ts';

/** Mirrors PyType_IsSubtype(). */
export function isSubtype(rt: Runtime, type: Ref, base: Ref): boolean {
  if (type === base) return true;
  const { linearization } = rt.typeObject(type);
  return linearization.includes(base) || (linearization.length === 0 && isOnBaseChain(rt, type, base));
}

/** For a class that has no MRO yet (type_is_subtype_base_chain). */
export function isOnBaseChain(rt: Runtime, type: Ref, base: Ref): boolean {
  for (let current = type; current !== NULL; current = rt.typeObject(current).base) if (current === base) return true;
  return base === OBJECT;
}

export const isInstance = (rt: Runtime, object: Ref, type: Ref): boolean => isSubtype(rt, rt.heap.type[object]!, type);

/** tp_name of an object's type: qualified by the module for types of built-in modules, as error messages show it. */
export const typeName = (rt: Runtime, object: Ref): string => nameOfType(rt, rt.heap.type[object]!);

/** tp_name of a type itself. */
export function nameOfType(rt: Runtime, type: Ref): string {
  const { name, module } = rt.typeObject(type);
  return module === 'builtins' || module === '' ? name : `${module}.${name}`;
}

/** The name of an object's type with its module, which is left out for built-ins and the program's own file (`%T`). */
export const fullTypeName = (rt: Runtime, object: Ref): string => fullNameOfType(rt, rt.heap.type[object]!);

export function fullNameOfType(rt: Runtime, handle: Ref): string {
  const type = rt.typeObject(handle);
  if (type.qualname === NULL) return nameOfType(rt, handle);
  const qualname = rt.text(type.qualname);
  const table = tableOf(rt, type.dict);
  const at = table.findStr(rt, rt.name('__module__'));
  const module = at < 0 ? undefined : rt.heap.payload[table.values[at]!];
  return typeof module !== 'string' || module === 'builtins' || module === '__main__' ? qualname : `${module}.${qualname}`;
}

/** The attribute `name` (interned) along the MRO of `type`, without binding it: borrowed, or NULL (_PyType_Lookup). */
export function lookup(rt: Runtime, type: Ref, name: Ref): Ref {
  const { lookups, linearization } = rt.typeObject(type);
  const known = lookups.get(name);
  if (known !== undefined) return known;
  let found = NULL;
  for (let i = 0; i < linearization.length; i++) {
    const { dict } = rt.typeObject(linearization[i]!);
    if (dict === NULL) continue;
    const table = tableOf(rt, dict);
    const at = table.findStr(rt, name);
    if (at >= 0) {
      found = table.values[at]!;
      break;
    }
  }
  // What a class without an MRO does not find, it may find later.
  if (linearization.length !== 0) lookups.set(name, found);
  return found;
}

export const lookupText = (rt: Runtime, type: Ref, name: string): Ref => lookup(rt, type, rt.name(name));

/** Binds a class attribute to an instance (the descriptor's `__get__`), or answers a new reference to it. */
export function* bindAttribute(rt: Runtime, attribute: Ref, object: Ref): Steps<Ref> {
  const get = rt.typeOf(attribute).slots.tp_descr_get;
  if (get === undefined) return rt.heap.incref(attribute);
  return yield* settle(rt, get(rt, attribute, object, rt.heap.type[object]!));
}

/** The special method of an object's type, bound; NULL if there is none (_PyObject_LookupSpecial). */
export function* lookupSpecial(rt: Runtime, object: Ref, name: string): Steps<Ref> {
  const found = lookupText(rt, rt.heap.type[object]!, name);
  return found === NULL ? NULL : yield* bindAttribute(rt, found, object);
}

/** Types whose objects, found in a class, are called with the instance before the arguments (Py_TPFLAGS_METHOD_DESCRIPTOR). */
const isMethodDescriptor = (type: Ref): boolean => type === FUNCTION || type === WRAPPER_DESCRIPTOR || type === METHOD_DESCRIPTOR;

/** Calls a special method found in the type: the method is not bound where it is such a descriptor (vectorcall_method). */
export function* callSpecial(rt: Runtime, object: Ref, method: Ref, args: readonly Ref[]): Steps<Ref> {
  const { heap } = rt;
  if (isMethodDescriptor(heap.type[method]!)) {
    heap.incref(method);
    try {
      return yield { callable: method, args: [object, ...args], keywords: NULL };
    } finally {
      heap.decref(method);
    }
  }
  const bound = yield* bindAttribute(rt, method, object);
  try {
    return yield { callable: bound, args, keywords: NULL };
  } finally {
    heap.decref(bound);
  }
}
