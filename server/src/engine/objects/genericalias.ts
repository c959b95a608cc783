import { Compare } from '../compiler/opcodes.ts';
import { TypeFlag } from '../heap/heap.ts';
import { ATTRIBUTE_ERROR, ELLIPSIS, GENERIC_ALIAS, LIST, NONE, NOT_IMPLEMENTED, TUPLE, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { typingOf } from '../versions/typing.ts';
import { genericGetAttr, getAttr, getAttrOrNull, getNamespaceItem, setAttr } from './core/attributes.ts';
import { defineType, moduleTypeHandle } from './core/define.ts';
import { caught, matches, raise, rethrow } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { callSpecial, lookupText } from './core/lookup.ts';
import { itemsOf, newList, newTuple, tupleOf } from './core/make.ts';
import { native, suspending, type NativeAttribute } from './core/native.ts';
import { collect, equals, hash, repr } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { builtinIter, reduceIterator } from './iterator-state.ts';
import { exhaust, iteratorFlags, SequenceIterator, sequenceIteratorLayout } from './iterators.ts';
import { parametersAmong, substituted } from './typing/substitution.ts';
import { unionOr } from './union.ts';

/** Payload of `types.GenericAlias`, as `list[int]`. `parameters` is computed when asked for. */
export class GenericAlias {
  parameters: Ref = NULL;
  constructor(
    public origin: Ref,
    public args: Ref,
    /** As in `*tuple[int]`. */
    readonly starred = false,
  ) {}
}

const aliasOf = (rt: Runtime, object: Ref): GenericAlias => rt.heap.payload[object] as GenericAlias;

/** `origin[item]`: what `__class_getitem__` of the built-in types answers. */
export const genericAlias = (rt: Runtime, origin: Ref, item: Ref): Ref => rt.heap.allocateTracked(GENERIC_ALIAS, newPayload(rt, origin, item));

function newPayload(rt: Runtime, origin: Ref, item: Ref): GenericAlias {
  const isTuple = (rt.typeOf(item).flags & TypeFlag.TUPLE_SUBCLASS) !== 0;
  return new GenericAlias(rt.heap.incref(origin), isTuple ? rt.heap.incref(item) : tupleOf(rt, item));
}

function* reprSteps(rt: Runtime, self: Ref): Steps<Ref> {
  const { origin, args, starred } = aliasOf(rt, self);
  const shown: string[] = [];
  for (const arg of itemsOf(rt, args)) shown.push(yield* itemText(rt, arg));
  const inner = shown.length === 0 ? '()' : shown.join(', ');
  return rt.newStr(`${starred ? '*' : ''}${yield* itemText(rt, origin)}[${inner}]`);
}

/** Mirrors ga_repr_item(): of an argument that is a list, each item is shown like an argument; a list in there is no longer. */
export function* itemText(rt: Runtime, item: Ref): Steps<string> {
  if (rt.heap.type[item] !== LIST || !typingOf(rt.profile.version).aliasListsArguments) return yield* typeText(rt, item);
  const shown: string[] = [];
  for (const part of itemsOf(rt, item)) shown.push(yield* typeText(rt, part));
  return `[${shown.join(', ')}]`;
}

/** Mirrors _Py_typing_type_repr(): types go by their qualified name. */
function* typeText(rt: Runtime, item: Ref): Steps<string> {
  if (item === ELLIPSIS) return '...';
  const origin = yield* getAttrOrNull(rt, item, rt.name('__origin__'));
  const args = origin === NULL ? NULL : yield* getAttrOrNull(rt, item, rt.name('__args__'));
  rt.heap.xdecref(origin);
  rt.heap.xdecref(args);
  if (args === NULL) {
    const name = yield* attributeText(rt, item, '__qualname__');
    const module = name === null ? null : yield* attributeText(rt, item, '__module__');
    if (name !== null && module !== null) return module === 'builtins' ? name : `${module}.${name}`;
  }
  return yield* reprText(rt, item);
}

/** The text of an attribute that is a str; null if it is none. */
function* attributeText(rt: Runtime, object: Ref, name: string): Steps<string | null> {
  const value = yield* getAttrOrNull(rt, object, rt.name(name));
  if (value === NULL) return null;
  const text = (rt.typeOf(value).flags & TypeFlag.STR_SUBCLASS) !== 0 ? rt.text(value) : null;
  rt.heap.decref(value);
  return text;
}

/** Attributes of the alias itself; all others are the origin's. */
const own = new Set([
  '__class__',
  '__origin__',
  '__args__',
  '__unpacked__',
  '__parameters__',
  '__typing_unpacked_tuple_args__',
  '__mro_entries__',
  '__reduce_ex__',
  '__reduce__',
]);

/** Mirrors ga_dir(). */
function* aliasDir(rt: Runtime, self: Ref): Steps<Ref> {
  const { origin } = aliasOf(rt, self);
  const answer = yield* callSpecial(rt, origin, lookupText(rt, rt.heap.type[origin]!, '__dir__'), []);
  let names: readonly Ref[];
  try {
    names = yield* collect(rt, answer);
  } finally {
    rt.heap.decref(answer);
  }
  const known = new Set(names.map((name) => rt.text(name)));
  const { aliasBlocks, aliasShowsBlocked } = typingOf(rt.profile.version);
  const added = aliasShowsBlocked ? [...own, ...aliasBlocks] : [...own];
  return newList(rt, [...names, ...added.filter((name) => !known.has(name)).map((name) => rt.intern(name))]);
}

function aliasGetAttr(rt: Runtime, self: Ref, name: Ref): Eventual {
  const text = rt.text(name);
  return own.has(text) || typingOf(rt.profile.version).aliasBlocks.includes(text) ? genericGetAttr(rt, self, name) : getAttr(rt, aliasOf(rt, self).origin, name);
}

/** Mirrors ga_call(): the new object learns of the alias if it can. */
function* callSteps(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const made = yield { callable: aliasOf(rt, self).origin, args, keywords };
  try {
    yield* settle(rt, setAttr(rt, made, rt.name('__orig_class__'), self));
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, ATTRIBUTE_ERROR) && !matches(rt, exception, TYPE_ERROR)) {
      rt.heap.decref(made);
      rethrow(rt, exception);
    }
    rt.heap.decref(exception);
  }
  return made;
}

function* compareSteps(rt: Runtime, left: Ref, right: Ref, wanted: boolean): Steps<Ref> {
  const a = aliasOf(rt, left);
  const b = aliasOf(rt, right);
  const equal = a.starred === b.starred && (yield* equals(rt, a.origin, b.origin)) && (yield* equals(rt, a.args, b.args));
  return rt.newBool(equal === wanted);
}

function* hashSteps(rt: Runtime, self: Ref): Steps<Ref> {
  const { origin, args } = aliasOf(rt, self);
  yield* settle(rt, hash(rt, origin));
  const low = rt.hashLow;
  const high = rt.hashHigh;
  yield* settle(rt, hash(rt, args));
  rt.hashLow ^= low;
  rt.hashHigh ^= high;
  return NULL;
}

function* parametersOf(rt: Runtime, self: Ref): Steps<Ref> {
  const alias = aliasOf(rt, self);
  if (alias.parameters === NULL) alias.parameters = yield* parametersAmong(rt, alias.args);
  return alias.parameters;
}

/** `alias[item]`. */
function* subscript(rt: Runtime, self: Ref, item: Ref): Steps<Ref> {
  const { origin, args, starred } = aliasOf(rt, self);
  const replaced = yield* substituted(rt, self, args, yield* parametersOf(rt, self), item);
  return rt.heap.allocateTracked(GENERIC_ALIAS, new GenericAlias(rt.heap.incref(origin), newTuple(rt, replaced), starred));
}

export function* reprText(rt: Runtime, object: Ref): Steps<string> {
  const shown = yield* settle(rt, repr(rt, object));
  const text = rt.text(shown);
  rt.heap.decref(shown);
  return text;
}

const aliasIterator = moduleTypeHandle();

/** Mirrors ga_iternext(): an alias yields itself starred, for `*tuple[int]`, and nothing more. */
function iteratorNext(rt: Runtime, self: Ref): Ref {
  const state = rt.heap.payload[self] as SequenceIterator;
  if (state.sequence === NULL) return NULL;
  const { origin, args } = aliasOf(rt, state.sequence);
  const starred = rt.heap.allocateTracked(GENERIC_ALIAS, new GenericAlias(rt.heap.incref(origin), rt.heap.incref(args), true));
  exhaust(rt, state);
  return starred;
}

defineType({
  handle: aliasIterator,
  name: 'generic_alias_iterator',
  flags: iteratorFlags,
  layout: sequenceIteratorLayout,
  slots: { tp_iter: (rt, self) => rt.heap.incref(self), tp_iternext: iteratorNext },
  methods: [
    native('__reduce__', '', (rt, self) => {
      const { sequence } = rt.heap.payload[self] as SequenceIterator;
      return reduceIterator(rt, builtinIter(rt), sequence === NULL ? newTuple(rt, [newTuple(rt, [])]) : tupleOf(rt, sequence));
    }),
  ],
});

const field = (name: string, get: NativeAttribute['get'], member = true): NativeAttribute => ({ name, get, member });

function* parametersAttribute(rt: Runtime, self: Ref): Steps<Ref> {
  return rt.heap.incref(yield* parametersOf(rt, self));
}

defineType({
  handle: GENERIC_ALIAS,
  name: 'GenericAlias',
  module: 'types',
  flags: TypeFlag.GC | TypeFlag.BASETYPE | TypeFlag.IMMUTABLE | TypeFlag.WEAKREFS,
  layout: {
    traverse(payload, visit) {
      const { origin, args, parameters } = payload as GenericAlias;
      for (const part of [origin, args, parameters]) if (part !== NULL) visit(part);
    },
    clear(payload, released) {
      const alias = payload as GenericAlias;
      for (const part of [alias.origin, alias.args, alias.parameters]) if (part !== NULL) released.push(part);
      alias.origin = alias.args = alias.parameters = NULL;
    },
  },
  slots: {
    tp_new: (rt, type, args, keywords) => {
      const [origin, item] = bind(rt, 'GenericAlias', 'origin, args, /', args, keywords);
      return newInstance(rt, type, newPayload(rt, origin!, item!));
    },
    tp_repr: (rt, self) => begin(rt, reprSteps(rt, self)),
    tp_hash: (rt, self) => begin(rt, hashSteps(rt, self)),
    tp_call: (rt, self, args, keywords) => begin(rt, callSteps(rt, self, args, keywords)),
    tp_getattro: aliasGetAttr,
    tp_richcompare: (rt, left, right, op) => {
      const comparable = rt.heap.type[left] === GENERIC_ALIAS && rt.heap.type[right] === GENERIC_ALIAS && (op === Compare.EQ || op === Compare.NE);
      return comparable ? begin(rt, compareSteps(rt, left, right, op === Compare.EQ)) : NOT_IMPLEMENTED;
    },
    nb_or: unionOr,
    tp_iter: (rt, self) => rt.heap.allocateTracked(aliasIterator, new SequenceIterator(rt.heap.incref(self), 0)),
    mp_subscript: (rt, self, item) => begin(rt, subscript(rt, self, item)),
  },
  methods: [
    suspending('__dir__', '', aliasDir),
    native('__mro_entries__', 'bases, /', (rt, self) => tupleOf(rt, aliasOf(rt, self).origin)),
    native('__instancecheck__', 'instance, /', (rt) => raise(rt, TYPE_ERROR, 'isinstance() argument 2 cannot be a parameterized generic')),
    native('__subclasscheck__', 'cls, /', (rt) => raise(rt, TYPE_ERROR, 'issubclass() argument 2 cannot be a parameterized generic')),
    native('__reduce__', '', (rt, self) => {
      const { origin, args, starred } = aliasOf(rt, self);
      if (!starred) return newTuple(rt, [GENERIC_ALIAS, tupleOf(rt, origin, args)]);
      const plain = rt.heap.allocateTracked(GENERIC_ALIAS, new GenericAlias(rt.heap.incref(origin), rt.heap.incref(args)));
      const iterator = rt.heap.allocateTracked(aliasIterator, new SequenceIterator(plain, 0));
      return newTuple(rt, [rt.heap.incref(getNamespaceItem(rt, rt.builtinsDict, rt.name('next'))), newTuple(rt, [iterator])]);
    }),
  ],
  attributes: [
    field('__origin__', (rt, self) => rt.heap.incref(aliasOf(rt, self).origin)),
    field('__args__', (rt, self) => rt.heap.incref(aliasOf(rt, self).args)),
    field('__typing_unpacked_tuple_args__', (rt, self) => (aliasOf(rt, self).starred && aliasOf(rt, self).origin === TUPLE ? rt.heap.incref(aliasOf(rt, self).args) : NONE), false),
    field('__unpacked__', (rt, self) => rt.newBool(aliasOf(rt, self).starred)),
    field('__parameters__', (rt, self) => begin(rt, parametersAttribute(rt, self)), false),
  ],
});
