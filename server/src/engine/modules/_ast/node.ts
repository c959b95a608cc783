import { TypeFlag } from '../../heap/heap.ts';
import { DEPRECATION_WARNING, EMPTY_TUPLE, GENERIC_ALIAS, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { genericGetAttr, genericSetAttr, getAttr, getAttrOrNull, setAttr } from '../../objects/core/attributes.ts';
import { defineType } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { fullTypeName, typeName } from '../../objects/core/lookup.ts';
import { newList } from '../../objects/core/make.ts';
import { native, rawNative, suspending } from '../../objects/core/native.ts';
import { collect, contains, equals } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { dictGet } from '../../objects/dictsearch.ts';
import { dictAttribute } from '../../objects/object.ts';
import { discardKey, setFrom } from '../../objects/setops.ts';
import { isUnion } from '../../objects/union.ts';
import { astOf, nodeClasses } from '../../versions/astnodes.ts';
import { reduceNode, replaceNode } from './copy.ts';
import { showNode } from './show.ts';
import { AST, astState } from './state.ts';

/** Whether a class is AST itself or one that stands for others. */
export function isAbstract(rt: Runtime, type: Ref): boolean {
  if (type === AST) return true;
  for (const [name, known] of astState(rt).types) if (known === type) return nodeClasses(rt.profile.version).get(name)!.isAbstract;
  return false;
}

function* warn(rt: Runtime, message: string): Steps<void> {
  yield* rt.hooks.warn(rt, DEPRECATION_WARNING, message, 1, NULL);
}

/**
 * Mirrors ast_type_init(): 1 the names of the fields; 2 arguments by position; 3 by name; 4 from 3.13 on, what was not
 * given.
 */
function* initNode(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const { checksFields, hasFieldTypes, warnsOfAbstract } = astOf(rt.profile.version);
  const raises = checksFields === 'raises';
  const type = heap.type[self]!;
  if (warnsOfAbstract && isAbstract(rt, type)) {
    yield* warn(rt, `Instantiating abstract AST node class ${fullTypeName(rt, self)} is deprecated. This will become an error in Python 3.20`);
  }
  // 1
  const called = raises ? fullTypeName(rt, self) : typeName(rt, self);
  const fields = yield* settle(rt, getAttr(rt, type, rt.name('_fields')));
  const held = [fields];
  try {
    const names = yield* namesOf(rt, fields);
    held.push(...names);
    const remaining = hasFieldTypes ? yield* setFrom(rt, fields) : NULL;
    if (remaining !== NULL) held.push(remaining);
    // 2
    const { positional, named } = keywordsOf(rt, args, keywords);
    if (names.length < positional.length) {
      raise(rt, TYPE_ERROR, `${rt.typeObject(type).name} constructor takes at most ${names.length} positional argument${names.length === 1 ? '' : 's'}`);
    }
    for (const [i, value] of positional.entries()) {
      const name = names[i]!;
      yield* setField(rt, self, name, value);
      if (remaining !== NULL) yield* discardKey(rt, remaining, name);
    }
    // 3
    for (const [key, value] of named) {
      if (yield* contains(rt, fields, key)) {
        const isNew = remaining !== NULL ? yield* discardKey(rt, remaining, key) : !(yield* isAmong(rt, names.slice(0, positional.length), key));
        if (!isNew) raise(rt, TYPE_ERROR, `${called} got multiple values for argument '${rt.text(key)}'`);
      } else if (checksFields !== 'not' && !(yield* isAttribute(rt, type, key))) {
        const message = `${called}.__init__ got an unexpected keyword argument '${rt.text(key)}'`;
        if (raises) raise(rt, TYPE_ERROR, message);
        yield* warn(rt, `${message}. Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.`);
      }
      yield* setField(rt, self, key, value);
    }
    // 4
    if (remaining !== NULL) yield* fillFields(rt, self, called, remaining, names);
  } finally {
    for (const ref of held) heap.decref(ref);
  }
  return NULL;
}

/** The names in `_fields`, owned; it has to be a sequence. */
function* namesOf(rt: Runtime, fields: Ref): Steps<Ref[]> {
  const { slots } = rt.typeOf(fields);
  if (slots.sq_length === undefined && slots.mp_length === undefined) raise(rt, TYPE_ERROR, `object of type '${typeName(rt, fields)}' has no len()`);
  return yield* collect(rt, fields);
}

/** The arguments by position, and those by name with the names as they came. */
function keywordsOf(rt: Runtime, args: readonly Ref[], keywords: Ref): { readonly positional: readonly Ref[]; readonly named: readonly (readonly [Ref, Ref])[] } {
  const names = keywords === NULL ? [] : (rt.heap.payload[keywords] as readonly Ref[]);
  const count = args.length - names.length;
  return { positional: args.slice(0, count), named: names.map((name, i) => [name, args[count + i]!] as const) };
}

function* isAmong(rt: Runtime, names: readonly Ref[], key: Ref): Steps<boolean> {
  for (const name of names) if (yield* equals(rt, name, key)) return true;
  return false;
}

function* isAttribute(rt: Runtime, type: Ref, key: Ref): Steps<boolean> {
  const attributes = yield* settle(rt, getAttr(rt, type, rt.name('_attributes')));
  try {
    return yield* contains(rt, attributes, key);
  } finally {
    rt.heap.decref(attributes);
  }
}

function* setField(rt: Runtime, self: Ref, name: Ref, value: Ref): Steps<void> {
  if (!isText(rt, name)) raise(rt, TYPE_ERROR, `attribute name must be string, not '${typeName(rt, name)}'`);
  yield* settle(rt, setAttr(rt, self, rt.name(rt.text(name)), value));
}

const isText = (rt: Runtime, object: Ref): boolean => (rt.typeOf(object).flags & TypeFlag.STR_SUBCLASS) !== 0;

/** Lists and contexts have a value of their own; what else is not given and may not be None is complained of. */
function* fillFields(rt: Runtime, self: Ref, called: string, remaining: Ref, names: readonly Ref[]): Steps<void> {
  const { heap } = rt;
  const raises = astOf(rt.profile.version).checksFields === 'raises';
  const types = yield* getAttrOrNull(rt, heap.type[self]!, rt.name('_field_types'));
  if (types === NULL) return;
  const context = astState(rt).types.get('expr_context') ?? NULL;
  const missing: string[] = [];
  const left = yield* collect(rt, remaining);
  try {
    for (const name of left) {
      const held = yield* settle(rt, dictGet(rt, types, name));
      const text = rt.text(name);
      if (held === NULL) {
        const message = `Field '${text}' is missing from ${called}._field_types`;
        if (raises) raise(rt, TYPE_ERROR, message);
        yield* warn(rt, `${message}. This will become an error in Python 3.15.`);
        continue;
      }
      heap.decref(held);
      if (isUnion(rt, held)) continue;
      if (heap.type[held] === GENERIC_ALIAS) {
        const list = newList(rt, []);
        yield* setField(rt, self, name, list);
        heap.decref(list);
      } else if (held === context) yield* setField(rt, self, name, astState(rt).singletons.get('Load')!);
      else if (raises) missing.push(text);
      else yield* warn(rt, `${called}.__init__ missing 1 required positional argument: '${text}'. This will become an error in Python 3.15.`);
    }
  } finally {
    for (const name of left) heap.decref(name);
    heap.decref(types);
  }
  if (missing.length === 0) return;
  const told = names.map((name) => rt.text(name)).filter((name) => missing.includes(name)).map((name) => `'${name}'`);
  const last = told.pop()!;
  const list = told.length === 0 ? last : `${told.join(', ')}${told.length === 1 ? '' : ','} and ${last}`;
  raise(rt, TYPE_ERROR, `${called}.__init__ missing ${missing.length} required positional argument${missing.length === 1 ? '' : 's'}: ${list}`);
}

defineType({
  handle: AST,
  name: 'AST',
  module: 'ast',
  flags: TypeFlag.GC | TypeFlag.BASETYPE | TypeFlag.MANAGED_DICT,
  slots: {
    tp_new: (rt, type) => newInstance(rt, type, undefined),
    tp_init: (rt, self, args, keywords) => begin(rt, initNode(rt, self, args, keywords)),
    tp_repr: (rt, self) => begin(rt, showNode(rt, self)),
    tp_getattro: genericGetAttr,
    tp_setattro: genericSetAttr,
  },
  methods: [
    suspending('__reduce__', '', (rt, self) => reduceNode(rt, self)),
    { ...rawNative('__replace__', (rt, self, args, keywords) => begin(rt, replaceNode(rt, self, args, keywords))), versions: '14-' },
  ],
  attributes: [dictAttribute],
  doc: null,
  fromSpec: true,
  constants: { _fields: () => EMPTY_TUPLE, __match_args__: () => EMPTY_TUPLE, _attributes: () => EMPTY_TUPLE },
});

/** 3.15 and later. */
export const isAbstractFunction = native('_is_abstract', 'cls, /', (rt, _module, [cls]) => rt.newBool(isAbstract(rt, cls!)));

