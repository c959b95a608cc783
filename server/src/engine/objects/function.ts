import { LocalKind } from '../compiler/code.ts';
import { TypeFlag, type Heap } from '../heap/heap.ts';
import { CELL, CODE, DICT, FUNCTION, METHOD, NONE, TUPLE, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { addressOf } from './core/addresses.ts';
import { genericGetAttr, getAttr, getAttrOrNull, getNamespaceItem, instanceDict } from './core/attributes.ts';
import { annotationsBy, checkAnnotate, isCallable } from './annotations.ts';
import { codeOf } from './code.ts';
import type { SelfCopying } from './core/copying.ts';
import { badArgument } from './arguments.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { lookup, typeName } from './core/lookup.ts';
import { itemsOf, newDict, newTuple } from './core/make.ts';
import { type NativeAttribute, suspending } from './core/native.ts';
import { repr } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { type Steps, begin, settle } from './core/suspend.ts';
import { compareBound, hashBound } from './descriptors.ts';
import { fixedDictAttribute } from './object.ts';

/** Payload of a function. All handles are owned; NULL where there is none. */
export class FunctionObject implements SelfCopying {
  defaults = NULL;
  kwdefaults = NULL;
  closure = NULL;
  annotations = NULL;
  /** What computes the annotations when they are asked for (3.14 and later). */
  annotate = NULL;
  doc: Ref = NONE;
  module = NULL;
  typeParams = NULL;
  constructor(
    public code: Ref,
    public globals: Ref,
    public builtins: Ref,
    public name: Ref,
    public qualname: Ref,
  ) {}

  copied(): FunctionObject {
    const copy = new FunctionObject(this.code, this.globals, this.builtins, this.name, this.qualname);
    copy.defaults = this.defaults;
    copy.kwdefaults = this.kwdefaults;
    copy.closure = this.closure;
    copy.annotations = this.annotations;
    copy.annotate = this.annotate;
    copy.doc = this.doc;
    copy.module = this.module;
    copy.typeParams = this.typeParams;
    return copy;
  }
}

export const functionOf = (rt: Runtime, ref: Ref): FunctionObject => rt.heap.payload[ref] as FunctionObject;

/** Mirrors PyFunction_NewWithQualName(): counts references to all it is given. */
export function newFunction(rt: Runtime, code: Ref, globals: Ref): Ref {
  const { heap } = rt;
  const { nameRef, qualnameRef, constants, data } = codeOf(rt, code);
  const builtins = builtinsOf(rt, globals);
  const made = new FunctionObject(heap.incref(code), heap.incref(globals), heap.incref(builtins), heap.incref(nameRef), heap.incref(qualnameRef));
  if (data.constants[0]?.type === 'str') made.doc = heap.incref(constants[0]!);
  const module = getNamespaceItem(rt, globals, rt.name('__name__'));
  if (module !== NULL) made.module = heap.incref(module);
  const ref = heap.allocateTracked(FUNCTION, made);
  rt.journal?.born(ref);
  return ref;
}

/** The builtins of a globals dict: its `__builtins__`, a module or a dict (_PyEval_BuiltinsFromGlobals). Borrowed. */
function builtinsOf(rt: Runtime, globals: Ref): Ref {
  const item = getNamespaceItem(rt, globals, rt.name('__builtins__'));
  if (item === NULL) return rt.builtinsDict;
  return rt.heap.type[item] === DICT ? item : instanceDict(rt, item);
}

const functionLayout = {
  // Order of func_clear(): defaults, kwdefaults, doc, name, dict, closure, annotations; globals and code last.
  traverse: (payload: unknown, visit: (ref: Ref) => void): void => {
    const f = payload as FunctionObject;
    for (const ref of [f.code, f.globals, f.builtins, f.module, f.defaults, f.kwdefaults, f.doc, f.name, f.closure, f.annotations, f.annotate, f.typeParams, f.qualname]) {
      if (ref !== NULL) visit(ref);
    }
  },
  clear: (payload: unknown, released: Ref[], heap: Heap, self: Ref): void => {
    const f = payload as FunctionObject;
    // The dict goes among the fields, not before them as an instance's does.
    const dict = heap.attributes[self]?.[0] ?? NULL;
    heap.attributes[self] = undefined;
    for (const ref of [f.globals, f.builtins, f.module, f.defaults, f.kwdefaults, f.doc, dict, f.closure, f.annotations, f.annotate, f.typeParams, f.name, f.qualname, f.code]) {
      if (ref !== NULL) released.push(ref);
    }
    f.globals = f.builtins = f.module = f.defaults = f.kwdefaults = f.closure = f.annotations = f.annotate = f.typeParams = f.name = f.qualname = f.code = NULL;
    f.doc = NULL;
  },
};

type OwnedField = 'annotate' | 'defaults' | 'kwdefaults' | 'closure' | 'annotations' | 'doc' | 'module' | 'typeParams' | 'name' | 'qualname' | 'code' | 'globals' | 'builtins';

const readField =
  (field: OwnedField) =>
  (rt: Runtime, self: Ref): Ref => {
    const ref = functionOf(rt, self)[field];
    return ref === NULL ? NONE : rt.heap.incref(ref);
  };

function setField(rt: Runtime, self: Ref, field: OwnedField, value: Ref): Ref {
  const f = functionOf(rt, self);
  const old = f[field];
  f[field] = value === NULL ? NULL : rt.heap.incref(value);
  rt.heap.xdecref(old);
  return NULL;
}

/** A field that holds None or an object of one type. */
const typedField = (name: string, field: OwnedField, type: Ref, article: string): NativeAttribute => ({
  name,
  get: readField(field),
  set: (rt, self, value) => {
    const absent = value === NULL || value === NONE;
    if (!absent && rt.heap.type[value] !== type) raise(rt, TYPE_ERROR, `${name} must be set to a ${article} object`);
    return setField(rt, self, field, absent ? NULL : value);
  },
});

const nameField = (name: string, field: 'name' | 'qualname'): NativeAttribute => ({
  name,
  get: readField(field),
  set: (rt, self, value) => {
    if (value === NULL || (rt.typeOf(value).flags & TypeFlag.STR_SUBCLASS) === 0) raise(rt, TYPE_ERROR, `${name} must be set to a string object`);
    return setField(rt, self, field, value);
  },
});

const freeCount = (rt: Runtime, code: Ref): number => codeOf(rt, code).data.localspluskinds.filter((kind) => (kind & LocalKind.FREE) !== 0).length;

/** Mirrors func_new_impl(). */
function functionNew(rt: Runtime, args: readonly Ref[], keywords: Ref): Ref {
  const { heap } = rt;
  const signature = rt.profile.functionTakesKeywordDefaults
    ? 'code, globals, name=None, argdefs=None, closure=None, kwdefaults=None'
    : 'code, globals, name=None, argdefs=None, closure=None';
  const [code, globals, name = NULL, defaults = NULL, closure = NULL, kwdefaults = NULL] = bind(rt, 'function', signature, args, keywords) as [Ref, Ref, Ref?, Ref?, Ref?, Ref?];
  const isAbsent = (value: Ref): boolean => value === NULL || value === NONE;
  const isTuple = (value: Ref): boolean => (rt.typeOf(value).flags & TypeFlag.TUPLE_SUBCLASS) !== 0;
  if (heap.type[code] !== CODE) badArgument(rt, 'function', "argument 'code'", 'code', code);
  if ((rt.typeOf(globals).flags & TypeFlag.DICT_SUBCLASS) === 0) badArgument(rt, 'function', "argument 'globals'", 'dict', globals);
  if (!isAbsent(name) && (rt.typeOf(name).flags & TypeFlag.STR_SUBCLASS) === 0) raise(rt, TYPE_ERROR, 'arg 3 (name) must be None or string');
  if (!isAbsent(defaults) && !isTuple(defaults)) raise(rt, TYPE_ERROR, 'arg 4 (defaults) must be None or tuple');
  const wanted = freeCount(rt, code);
  if (closure !== NULL && !isTuple(closure)) {
    if (wanted !== 0 && closure === NONE) raise(rt, TYPE_ERROR, 'arg 5 (closure) must be tuple');
    if (closure !== NONE) raise(rt, TYPE_ERROR, 'arg 5 (closure) must be None or tuple');
  }
  if (isAbsent(closure) && wanted !== 0) raise(rt, TYPE_ERROR, 'arg 5 (closure) must be tuple');
  if (!isAbsent(kwdefaults) && (rt.typeOf(kwdefaults).flags & TypeFlag.DICT_SUBCLASS) === 0) raise(rt, TYPE_ERROR, 'arg 6 (kwdefaults) must be None or dict');
  const cells = isAbsent(closure) ? [] : itemsOf(rt, closure);
  if (cells.length !== wanted) raise(rt, VALUE_ERROR, `${codeOf(rt, code).data.name} requires closure of length ${wanted}, not ${cells.length}`);
  for (const cell of cells) if (heap.type[cell] !== CELL) raise(rt, TYPE_ERROR, `arg 5 (closure) expected cell, found ${typeName(rt, cell)}`);
  const made = newFunction(rt, code, globals);
  if (!isAbsent(name)) setField(rt, made, 'name', name);
  if (!isAbsent(defaults)) setField(rt, made, 'defaults', defaults);
  if (!isAbsent(closure)) setField(rt, made, 'closure', closure);
  if (!isAbsent(kwdefaults)) setField(rt, made, 'kwdefaults', kwdefaults);
  return made;
}

defineType({
  handle: FUNCTION,
  name: 'function',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.MANAGED_DICT | TypeFlag.WEAKREFS,
  layout: functionLayout,
  slots: {
    tp_call: (rt, self, args, keywords) => begin(rt, callBound(self, args, keywords)),
    tp_repr: (rt, self) => rt.newStr(`<function ${rt.text(functionOf(rt, self).qualname)} at 0x${addressOf(rt, self).toString(16)}>`),
    tp_descr_get: (rt, self, instance) => (instance === NULL || instance === NONE ? rt.heap.incref(self) : newMethod(rt, self, instance)),
    tp_new: (rt, _type, args, keywords) => functionNew(rt, args, keywords),
  },
  attributes: [
    {
      ...typedField('__code__', 'code', CODE, 'code'),
      set: (rt, self, value) => {
        if (value === NULL || rt.heap.type[value] !== CODE) raise(rt, TYPE_ERROR, '__code__ must be set to a code object');
        const { closure, name } = functionOf(rt, self);
        const wanted = freeCount(rt, value);
        const cells = closure === NULL ? 0 : itemsOf(rt, closure).length;
        if (wanted !== cells) raise(rt, VALUE_ERROR, `${rt.text(name)}() requires a code object with ${cells} free vars, not ${wanted}`);
        return setField(rt, self, 'code', value);
      },
    },
    typedField('__defaults__', 'defaults', TUPLE, 'tuple'),
    typedField('__kwdefaults__', 'kwdefaults', DICT, 'dict'),
    {
      name: '__annotations__',
      get: (rt, self) => begin(rt, annotationsSteps(rt, functionOf(rt, self))),
      set: (rt, self, value) => {
        typedField('__annotations__', 'annotations', DICT, 'dict').set!(rt, self, value);
        return setField(rt, self, 'annotate', NULL);
      },
    },
    {
      name: '__annotate__',
      get: readField('annotate'),
      set: (rt, self, value) => {
        checkAnnotate(rt, value, '__annotate__ cannot be deleted');
        if (value !== NONE) setField(rt, self, 'annotations', NULL);
        return setField(rt, self, 'annotate', value);
      },
    },
    nameField('__name__', 'name'),
    nameField('__qualname__', 'qualname'),
    {
      name: '__type_params__',
      get: (rt, self) => (functionOf(rt, self).typeParams === NULL ? newTuple(rt, []) : readField('typeParams')(rt, self)),
      set: (rt, self, value) => {
        if (value === NULL || (rt.typeOf(value).flags & TypeFlag.TUPLE_SUBCLASS) === 0) raise(rt, TYPE_ERROR, '__type_params__ must be set to a tuple');
        return setField(rt, self, 'typeParams', value);
      },
    },
    { name: '__closure__', member: true, get: readField('closure') },
    { name: '__doc__', member: true, get: readField('doc'), set: (rt, self, value) => setField(rt, self, 'doc', value) },
    { name: '__globals__', member: true, get: readField('globals') },
    { name: '__module__', member: true, get: readField('module'), set: (rt, self, value) => setField(rt, self, 'module', value) },
    { name: '__builtins__', member: true, get: readField('builtins') },
    fixedDictAttribute,
  ],
});

/** Mirrors func_get_annotation_dict(): what `__annotate__` answers for the format VALUE is kept. */
function* annotationsSteps(rt: Runtime, f: FunctionObject): Steps<Ref> {
  if (f.annotations === NULL) {
    const isComputed = f.annotate !== NULL && isCallable(rt, f.annotate);
    const annotations = isComputed ? yield* annotationsBy(rt, f.annotate) : newDict(rt);
    const old = f.annotations;
    f.annotations = annotations;
    rt.heap.xdecref(old);
  }
  return rt.heap.incref(f.annotations);
}

/** Payload of a bound method; both are owned. */
export class BoundMethod {
  constructor(
    public func: Ref,
    public self: Ref,
  ) {}
}

export const methodOf = (rt: Runtime, ref: Ref): BoundMethod => rt.heap.payload[ref] as BoundMethod;

export function newMethod(rt: Runtime, func: Ref, self: Ref): Ref {
  return rt.heap.allocateTracked(METHOD, new BoundMethod(rt.heap.incref(func), rt.heap.incref(self)));
}

function methodGetAttr(rt: Runtime, self: Ref, name: Ref): Eventual {
  const found = lookup(rt, METHOD, name);
  return found !== NULL ? genericGetAttr(rt, self, name) : getAttr(rt, methodOf(rt, self).func, name);
}

function* methodRepr(rt: Runtime, self: Ref): Steps<Ref> {
  const { func, self: receiver } = methodOf(rt, self);
  let name = yield* getAttrOrNull(rt, func, rt.name('__qualname__'));
  if (name === NULL) name = yield* getAttrOrNull(rt, func, rt.name('__name__'));
  const text = name !== NULL && (rt.typeOf(name).flags & TypeFlag.STR_SUBCLASS) !== 0 ? rt.text(name) : '?';
  rt.heap.xdecref(name);
  const shown = yield* settle(rt, repr(rt, receiver));
  const result = rt.newStr(`<bound method ${text} of ${rt.text(shown)}>`);
  rt.heap.decref(shown);
  return result;
}

const methodKey = (rt: Runtime, object: Ref): readonly [Ref, unknown] | null => {
  const payload = rt.heap.payload[object];
  return payload instanceof BoundMethod ? [payload.self, payload.func] : null;
};

defineType({
  handle: METHOD,
  name: 'method',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.WEAKREFS,
  layout: {
    traverse: (payload, visit) => {
      const { func, self } = payload as BoundMethod;
      if (func !== NULL) visit(func);
      if (self !== NULL) visit(self);
    },
    clear: (payload, released) => {
      const method = payload as BoundMethod;
      if (method.func !== NULL) released.push(method.func);
      if (method.self !== NULL) released.push(method.self);
      method.func = method.self = NULL;
    },
  },
  slots: {
    tp_call: (rt, self, args, keywords) => {
      const { func, self: receiver } = methodOf(rt, self);
      return begin(rt, callBound(func, [receiver, ...args], keywords));
    },
    tp_new: (rt, _type, args, keywords) => {
      const [func, self] = bind(rt, 'method', 'function, instance, /', args, keywords);
      if (rt.typeOf(func!).slots.tp_call === undefined && rt.heap.type[func!] !== FUNCTION) raise(rt, TYPE_ERROR, 'first argument must be callable');
      if (self === NONE) raise(rt, TYPE_ERROR, rt.profile.words.methodInstanceNone);
      return newMethod(rt, func!, self!);
    },
    tp_getattro: methodGetAttr,
    tp_repr: (rt, self) => begin(rt, methodRepr(rt, self)),
    tp_richcompare: (rt, left, right, op) => compareBound(rt, left, right, op, methodKey),
    tp_hash: (rt, self) => hashBound(rt, self, methodKey),
    tp_descr_get: (rt, self) => rt.heap.incref(self),
  },
  methods: [
    suspending('__reduce__', '', function* (rt, self) {
      const { func, self: receiver } = methodOf(rt, self);
      const name = yield* settle(rt, getAttr(rt, func, rt.name('__name__')));
      const getter = rt.heap.incref(getNamespaceItem(rt, rt.builtinsDict, rt.name('getattr')));
      return newTuple(rt, [getter, newTuple(rt, [rt.heap.incref(receiver), name])]);
    }),
  ],
  attributes: [
    { name: '__func__', member: true, get: (rt, self) => rt.heap.incref(methodOf(rt, self).func) },
    { name: '__self__', member: true, get: (rt, self) => rt.heap.incref(methodOf(rt, self).self) },
    { name: '__doc__', get: (rt, self) => getAttr(rt, methodOf(rt, self).func, rt.name('__doc__')) },
  ],
});

function* callBound(func: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  return yield { callable: func, args, keywords };
}
