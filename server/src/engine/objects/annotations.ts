import { ATTRIBUTE_ERROR, NONE, TYPE_ERROR } from '../heap/known.ts';
import { TypeFlag } from '../heap/heap.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { builtinTypes } from '../versions/builtin-types.ts';
import { getAttr, getNamespaceItem, removeNamespaceItem, setNamespaceItem } from './core/attributes.ts';
import { raise, raiseAttributeError } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { newDict } from './core/make.ts';
import type { NativeAttribute } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { displayName } from './object.ts';

// `__annotations__` and `__annotate__` of what keeps them in a namespace: classes and modules. Since 3.14 (PEP 649 and
// PEP 749) the compiler makes a function of the annotations, which is called when somebody asks for them.

/** `annotationlib.Format.VALUE`. */
const VALUE = 1;

export const isCallable = (rt: Runtime, object: Ref): boolean => rt.typeOf(object).slots.tp_call !== undefined;

const isLazy = (rt: Runtime): boolean => builtinTypes(rt.profile.version).lazyAnnotations;

/** Calls an `__annotate__` for the values. */
export function* annotationsBy(rt: Runtime, annotate: Ref): Steps<Ref> {
  const annotations = yield { callable: annotate, args: [rt.newInt(VALUE)], keywords: NULL };
  if ((rt.typeOf(annotations).flags & TypeFlag.DICT_SUBCLASS) === 0) {
    const type = typeName(rt, annotations);
    rt.heap.decref(annotations);
    raise(rt, TYPE_ERROR, rt.profile.words.annotateNotADict(type));
  }
  return annotations;
}

/** An `__annotate__` that is assigned: NULL is a deletion. */
export function checkAnnotate(rt: Runtime, value: Ref, deletion: string): void {
  if (value === NULL) raise(rt, TYPE_ERROR, deletion);
  if (value !== NONE && !isCallable(rt, value)) raise(rt, TYPE_ERROR, '__annotate__ must be callable or None');
}

const CANNOT_DELETE = 'cannot delete __annotate__ attribute';

const put = (rt: Runtime, dict: Ref, name: string, value: Ref): void => setNamespaceItem(rt, dict, rt.name(name), rt.heap.incref(value));
const item = (rt: Runtime, dict: Ref, name: string): Ref => getNamespaceItem(rt, dict, rt.name(name));
const drop = (rt: Runtime, dict: Ref, name: string): void => removeNamespaceItem(rt, dict, rt.name(name));

// Classes

const namespaceOf = (rt: Runtime, type: Ref): Ref => rt.typeObject(type).dict;

function checkHeapType(rt: Runtime, type: Ref, name: string): void {
  if ((rt.typeObject(type).flags & TypeFlag.HEAP) !== 0) return;
  raise(rt, ATTRIBUTE_ERROR, `type object '${displayName(rt, type)}' has no attribute '${name}'`);
}

function checkMutable(rt: Runtime, type: Ref, name: string): void {
  if ((rt.typeObject(type).flags & TypeFlag.HEAP) !== 0) return;
  raise(rt, TYPE_ERROR, `cannot set '${name}' attribute of immutable type '${displayName(rt, type)}'`);
}

/** What a class attribute gives when it is read through the class; owned. */
function bound(rt: Runtime, value: Ref, type: Ref): Eventual {
  const get = rt.typeOf(value).slots.tp_descr_get;
  return get === undefined ? rt.heap.incref(value) : get(rt, value, NULL, type);
}

/** Mirrors type_get_annotate(). */
function typeAnnotate(rt: Runtime, type: Ref): Eventual {
  checkHeapType(rt, type, '__annotate__');
  const dict = namespaceOf(rt, type);
  const set = item(rt, dict, '__annotate__');
  const found = set === NULL ? item(rt, dict, '__annotate_func__') : set;
  if (found !== NULL) return bound(rt, found, type);
  put(rt, dict, '__annotate_func__', NONE);
  rt.typeModified(type);
  return NONE;
}

/** Mirrors type_get_annotations(). */
function* typeAnnotations(rt: Runtime, type: Ref): Steps<Ref> {
  checkHeapType(rt, type, '__annotations__');
  const dict = namespaceOf(rt, type);
  const known = item(rt, dict, '__annotations__');
  const kept = known === NULL && isLazy(rt) ? item(rt, dict, '__annotations_cache__') : known;
  if (kept !== NULL) return yield* settle(rt, bound(rt, kept, type));
  let annotations: Ref;
  if (isLazy(rt)) {
    const annotate = yield* settle(rt, getAttr(rt, type, rt.name('__annotate__')));
    try {
      annotations = isCallable(rt, annotate) ? yield* annotationsBy(rt, annotate) : newDict(rt);
    } finally {
      rt.heap.decref(annotate);
    }
  } else {
    annotations = newDict(rt);
  }
  put(rt, dict, isLazy(rt) ? '__annotations_cache__' : '__annotations__', annotations);
  rt.typeModified(type);
  return annotations;
}

/** Mirrors type_set_annotations(). */
function setTypeAnnotations(rt: Runtime, type: Ref, value: Ref): Ref {
  checkMutable(rt, type, '__annotations__');
  const dict = namespaceOf(rt, type);
  const place = isLazy(rt) && item(rt, dict, '__annotations__') === NULL ? '__annotations_cache__' : '__annotations__';
  if (value !== NULL) {
    put(rt, dict, place, value);
  } else {
    if (item(rt, dict, place) === NULL) raiseAttributeError(rt, type, rt.name('__annotations__'), '__annotations__');
    drop(rt, dict, place);
  }
  if (isLazy(rt)) {
    drop(rt, dict, '__annotate_func__');
    drop(rt, dict, '__annotate__');
  }
  rt.typeModified(type);
  return NULL;
}

function setTypeAnnotate(rt: Runtime, type: Ref, value: Ref): Ref {
  if (value === NULL) raise(rt, TYPE_ERROR, CANNOT_DELETE);
  checkMutable(rt, type, '__annotate__');
  checkAnnotate(rt, value, CANNOT_DELETE);
  const dict = namespaceOf(rt, type);
  put(rt, dict, '__annotate_func__', value);
  if (value !== NONE) drop(rt, dict, '__annotations_cache__');
  rt.typeModified(type);
  return NULL;
}

export const typeAnnotationAttributes: readonly NativeAttribute[] = [
  { name: '__annotations__', get: (rt, self) => begin(rt, typeAnnotations(rt, self)), set: setTypeAnnotations },
  { name: '__annotate__', get: typeAnnotate, set: setTypeAnnotate },
];

// Modules

/** The namespaces of modules by their objects: how to get at them is the module's own business. */
export function moduleAnnotationAttributes(moduleDict: (rt: Runtime, module: Ref) => Ref, isInitializing: (rt: Runtime, module: Ref) => boolean): readonly NativeAttribute[] {
  function* annotations(rt: Runtime, self: Ref): Steps<Ref> {
    const dict = moduleDict(rt, self);
    const known = item(rt, dict, '__annotations__');
    if (known !== NULL) return rt.heap.incref(known);
    const annotate = isLazy(rt) ? item(rt, dict, '__annotate__') : NULL;
    const found = annotate !== NULL && isCallable(rt, annotate) ? yield* annotationsBy(rt, annotate) : newDict(rt);
    if (!(isLazy(rt) && isInitializing(rt, self))) put(rt, dict, '__annotations__', found);
    return found;
  }
  return [
    {
      name: '__annotations__',
      get: (rt, self) => begin(rt, annotations(rt, self)),
      set: (rt, self, value) => {
        const dict = moduleDict(rt, self);
        if (value === NULL && item(rt, dict, '__annotations__') === NULL) raiseAttributeError(rt, self, rt.name('__annotations__'), '__annotations__');
        if (value === NULL) drop(rt, dict, '__annotations__');
        else put(rt, dict, '__annotations__', value);
        if (isLazy(rt)) drop(rt, dict, '__annotate__');
        return NULL;
      },
    },
    {
      name: '__annotate__',
      get: (rt, self) => {
        const dict = moduleDict(rt, self);
        const found = item(rt, dict, '__annotate__');
        if (found !== NULL) return rt.heap.incref(found);
        put(rt, dict, '__annotate__', NONE);
        return NONE;
      },
      set: (rt, self, value) => {
        checkAnnotate(rt, value, CANNOT_DELETE);
        const dict = moduleDict(rt, self);
        put(rt, dict, '__annotate__', value);
        if (value !== NONE) drop(rt, dict, '__annotations__');
        return NULL;
      },
    },
  ];
}

