import { TypeFlag } from '../heap/heap.ts';
import { BASE_EXCEPTION, BASE_EXCEPTION_GROUP, EXCEPTION, EXCEPTION_GROUP, FUNCTION, LIST, NONE, TUPLE, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { badArgument, isStr } from './arguments.ts';
import { getAttrOrNull, setAttr } from './core/attributes.ts';
import { ExceptionObject, exceptionOf, raise } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { isInstance, isSubtype, typeName } from './core/lookup.ts';
import { copyRefs, itemsOf, newList, newTuple } from './core/make.ts';
import { type NativeFunction, type NativeSteps, native, rawNative, suspending, varargs } from './core/native.ts';
import { collect, repr, truth } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { defineException, errorsProfile, exceptionInit, fieldOf, isException, isExceptionClass, memberField, positionals } from './exceptions-base.ts';
import { genericAlias } from './genericalias.ts';
import { weakrefAttribute } from './object.ts';

const enum Field {
  MESSAGE,
  /** A tuple. */
  EXCEPTIONS,
  /** The repr of what the exceptions were given as, where that is no list and no tuple. */
  SHOWN,
}

export const isGroup = (rt: Runtime, object: Ref): boolean => isInstance(rt, object, BASE_EXCEPTION_GROUP);
export const exceptionsOf = (rt: Runtime, group: Ref): readonly Ref[] => itemsOf(rt, fieldOf(rt, group, Field.EXCEPTIONS));

/** Mirrors PySequence_Check(). */
export function isSequence(rt: Runtime, object: Ref): boolean {
  const { flags, slots } = rt.typeOf(object);
  if ((flags & TypeFlag.DICT_SUBCLASS) !== 0) return false;
  return slots.sq_item !== undefined || (flags & (TypeFlag.LIST_SUBCLASS | TypeFlag.TUPLE_SUBCLASS | TypeFlag.STR_SUBCLASS | TypeFlag.BYTES_SUBCLASS)) !== 0;
}

/** Mirrors BaseExceptionGroup_new(): a BaseExceptionGroup of nothing but Exceptions becomes an ExceptionGroup. */
function* groupNew(rt: Runtime, type: Ref, args: readonly Ref[]): Steps<Ref> {
  const { heap } = rt;
  if (args.length !== 2) raise(rt, TYPE_ERROR, `BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`);
  const [message, given] = args as [Ref, Ref];
  if (!isStr(rt, message)) badArgument(rt, 'BaseExceptionGroup.__new__', 'argument 1', 'str', message);
  if (!isSequence(rt, given)) raise(rt, TYPE_ERROR, 'second argument (exceptions) must be a sequence');
  const exceptions = heap.type[given] === TUPLE ? heap.incref(given) : newTuple(rt, yield* collect(rt, given));
  let shown = NULL;
  try {
    const actual = groupType(rt, type, itemsOf(rt, exceptions));
    if (errorsProfile(rt).groupReprIsItsOwn && heap.type[given] !== LIST && heap.type[given] !== TUPLE) shown = yield* settle(rt, repr(rt, given));
    const payload = new ExceptionObject(newTuple(rt, copyRefs(rt, args)));
    payload.fields = [heap.incref(message), heap.incref(exceptions), shown];
    shown = NULL;
    return newInstance(rt, actual, payload);
  } finally {
    heap.xdecref(shown);
    heap.decref(exceptions);
  }
}

/** The type that a group of these exceptions gets; they are checked. */
function groupType(rt: Runtime, type: Ref, exceptions: readonly Ref[]): Ref {
  if (exceptions.length === 0) raise(rt, VALUE_ERROR, 'second argument (exceptions) must be a non-empty sequence');
  const wrong = exceptions.findIndex((exception) => !isException(rt, exception));
  if (wrong >= 0) raise(rt, VALUE_ERROR, `Item ${wrong} of second argument (exceptions) is not an exception`);
  const plain = exceptions.every((exception) => isInstance(rt, exception, EXCEPTION));
  if (type === BASE_EXCEPTION_GROUP) return plain ? EXCEPTION_GROUP : type;
  if (!plain && type === EXCEPTION_GROUP) raise(rt, TYPE_ERROR, 'Cannot nest BaseExceptions in an ExceptionGroup');
  if (!plain && isSubtype(rt, type, EXCEPTION)) raise(rt, TYPE_ERROR, `Cannot nest BaseExceptions in '${rt.typeObject(type).name}'`);
  return type;
}

/**
 * An exception group made by the engine, of the type that suits; takes over the references in `exceptions`, which its
 * `args` show as a list or as a tuple.
 */
export function newGroup(rt: Runtime, message: string, exceptions: Ref[], asList: boolean): Ref {
  const type = exceptions.every((exception) => isInstance(rt, exception, EXCEPTION)) ? EXCEPTION_GROUP : BASE_EXCEPTION_GROUP;
  const items = newTuple(rt, exceptions);
  const text = rt.newStr(message);
  const given = asList ? newList(rt, copyRefs(rt, exceptions)) : rt.heap.incref(items);
  const payload = new ExceptionObject(newTuple(rt, [rt.heap.incref(text), given]));
  payload.fields = [text, items, NULL];
  return newInstance(rt, type, payload);
}

function groupStr(rt: Runtime, self: Ref): Ref {
  const count = exceptionsOf(rt, self).length;
  return rt.newStr(`${rt.text(fieldOf(rt, self, Field.MESSAGE))} (${count} sub-exception${count > 1 ? 's' : ''})`);
}

/** Mirrors BaseExceptionGroup_repr() of 3.14: the exceptions as a list if they were given as one. */
function* groupRepr(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const exceptions = fieldOf(rt, self, Field.EXCEPTIONS);
  const given = itemsOf(rt, exceptionOf(rt, self).args)[1];
  const asList = given !== undefined && heap.type[given] === LIST;
  const parts = [heap.incref(fieldOf(rt, self, Field.MESSAGE)), asList ? newList(rt, copyRefs(rt, itemsOf(rt, exceptions))) : heap.incref(exceptions)];
  const known = fieldOf(rt, self, Field.SHOWN);
  try {
    const message = yield* settle(rt, repr(rt, parts[0]!));
    const shown = known === NULL ? yield* settle(rt, repr(rt, parts[1]!)) : heap.incref(known);
    const text = `${typeName(rt, self)}(${rt.text(message)}, ${rt.text(shown)})`;
    heap.decref(message);
    heap.decref(shown);
    return rt.newStr(text);
  } finally {
    for (const part of parts) heap.decref(part);
  }
}

/** What `split` and `subgroup` go by. */
export type GroupCondition =
  | { readonly kind: 'type'; readonly type: Ref }
  | { readonly kind: 'predicate'; readonly callable: Ref }
  | { readonly kind: 'instances'; readonly exceptions: ReadonlySet<Ref> };

/** Mirrors get_matcher_type(). */
function conditionOf(rt: Runtime, value: Ref): GroupCondition {
  const profile = errorsProfile(rt);
  const isType = (rt.typeOf(value).flags & TypeFlag.TYPE_SUBCLASS) !== 0;
  const isPredicate = profile.groupConditionIsAnyCallable ? rt.typeOf(value).slots.tp_call !== undefined && !isType : rt.heap.type[value] === FUNCTION;
  if (isPredicate) return { kind: 'predicate', callable: value };
  const types = rt.heap.type[value] === TUPLE ? itemsOf(rt, value) : [value];
  if (!types.every((type) => isExceptionClass(rt, type))) raise(rt, TYPE_ERROR, profile.groupConditionWanted);
  return { kind: 'type', type: value };
}

/** Mirrors PyErr_GivenExceptionMatches() for an exception and a class or a (nested) tuple of classes. */
export function matchesAny(rt: Runtime, exception: Ref, type: Ref): boolean {
  if ((rt.typeOf(type).flags & TypeFlag.TUPLE_SUBCLASS) !== 0) return itemsOf(rt, type).some((one) => matchesAny(rt, exception, one));
  return isExceptionClass(rt, type) && isInstance(rt, exception, type);
}

function* meets(rt: Runtime, exception: Ref, condition: GroupCondition): Steps<boolean> {
  switch (condition.kind) {
    case 'type':
      return matchesAny(rt, exception, condition.type);
    case 'instances':
      return condition.exceptions.has(exception);
    case 'predicate': {
      const result = yield { callable: condition.callable, args: [exception], keywords: NULL };
      try {
        return yield* truth(rt, result);
      } finally {
        rt.heap.decref(result);
      }
    }
  }
}

/** Owned; NULL where nothing is left on that side. */
interface Split {
  readonly match: Ref;
  readonly rest: Ref;
}

/** Mirrors exceptiongroup_split_recursive(): 1 a match; 2 a leaf; 3 a group, whose parts keep its shape. */
export function* splitGroup(rt: Runtime, exception: Ref, condition: GroupCondition, wantsRest: boolean): Steps<Split> {
  const { heap } = rt;
  if (yield* meets(rt, exception, condition)) return { match: heap.incref(exception), rest: NULL };
  if (!isGroup(rt, exception)) return { match: NULL, rest: wantsRest ? heap.incref(exception) : NULL };
  // Lists of the heap's hold what was found, so that a collection meanwhile sees the references.
  const matching = newList(rt, []);
  const remaining = newList(rt, []);
  try {
    for (const inner of exceptionsOf(rt, exception)) {
      const { match, rest } = yield* splitGroup(rt, inner, condition, wantsRest);
      if (match !== NULL) (heap.payload[matching] as Ref[]).push(match);
      if (rest !== NULL) (heap.payload[remaining] as Ref[]).push(rest);
    }
    const match = yield* subset(rt, exception, matching);
    try {
      return { match, rest: wantsRest ? yield* subset(rt, exception, remaining) : NULL };
    } catch (error) {
      heap.xdecref(match);
      throw error;
    }
  } finally {
    heap.decref(matching);
    heap.decref(remaining);
  }
}

/** Mirrors exceptiongroup_subset(): `derive` makes the new group, which gets the old one's traceback, links and notes. */
function* subset(rt: Runtime, group: Ref, exceptions: Ref): Steps<Ref> {
  const { heap } = rt;
  if (itemsOf(rt, exceptions).length === 0) return NULL;
  const derive = yield* settle(rt, rt.typeOf(group).slots.tp_getattro!(rt, group, rt.name('derive')));
  let derived: Ref;
  try {
    derived = yield { callable: derive, args: [exceptions], keywords: NULL };
  } finally {
    heap.decref(derive);
  }
  try {
    if (!isGroup(rt, derived)) raise(rt, TYPE_ERROR, 'derive must return an instance of BaseExceptionGroup');
    const from = exceptionOf(rt, group);
    const to = exceptionOf(rt, derived);
    for (const field of ['traceback', 'context', 'cause'] as const) {
      const old = to[field];
      if (from[field] === NULL && field === 'traceback') continue;
      to[field] = from[field] === NULL ? NULL : heap.incref(from[field]);
      heap.xdecref(old);
    }
    to.suppressContext = true;
    const notes = yield* getAttrOrNull(rt, group, rt.name('__notes__'));
    if (notes !== NULL) yield* copyNotes(rt, derived, notes);
    return derived;
  } catch (error) {
    heap.decref(derived);
    throw error;
  }
}

/** Takes over `notes`; what is no sequence is left behind. */
function* copyNotes(rt: Runtime, group: Ref, notes: Ref): Steps<void> {
  let copy = NULL;
  try {
    if (!isSequence(rt, notes)) return;
    copy = newList(rt, yield* collect(rt, notes));
    yield* settle(rt, setAttr(rt, group, rt.name('__notes__'), copy));
  } finally {
    rt.heap.xdecref(copy);
    rt.heap.decref(notes);
  }
}

const owned = (ref: Ref): Ref => (ref === NULL ? NONE : ref);

/** A method of one argument, which up to 3.12 is METH_VARARGS and has words of its own about their number. */
const groupMethod = (name: string, parameter: string, wrongCount: (given: number) => string, steps: NativeSteps): NativeFunction[] => [
  {
    ...varargs(
      rawNative(name, (rt, self, args) => {
        if (args.length !== 1) raise(rt, TYPE_ERROR, wrongCount(args.length));
        return begin(rt, steps(rt, self, args));
      }),
    ),
    versions: '-12',
  },
  { ...suspending(name, `${parameter}, /`, steps), versions: '13-' },
];

defineException({
  handle: BASE_EXCEPTION_GROUP,
  name: 'BaseExceptionGroup',
  base: BASE_EXCEPTION,
  addsLayout: true,
  slots: {
    tp_new: (rt, type, args, keywords) => begin(rt, groupNew(rt, type, positionals(rt, args, keywords))),
    tp_init: exceptionInit,
    tp_str: groupStr,
    tp_repr: (rt, self): Eventual =>
      errorsProfile(rt).groupReprIsItsOwn ? begin(rt, groupRepr(rt, self)) : rt.typeObject(BASE_EXCEPTION).slots.tp_repr!(rt, self),
  },
  methods: [
    native('__class_getitem__', 'object, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class'),
    ...groupMethod('derive', 'excs', (given) => `function takes exactly 1 argument (${given} given)`, function* (rt, self, [exceptions]) {
      return yield { callable: BASE_EXCEPTION_GROUP, args: [fieldOf(rt, self, Field.MESSAGE), exceptions!], keywords: NULL };
    }),
    ...groupMethod('split', 'matcher_value', (given) => `split expected 1 argument, got ${given}`, function* (rt, self, [value]) {
      const { match, rest } = yield* splitGroup(rt, self, conditionOf(rt, value!), true);
      return newTuple(rt, [owned(match), owned(rest)]);
    }),
    ...groupMethod('subgroup', 'matcher_value', (given) => `subgroup expected 1 argument, got ${given}`, function* (rt, self, [value]) {
      return owned((yield* splitGroup(rt, self, conditionOf(rt, value!), false)).match);
    }),
  ],
  attributes: [memberField('message', Field.MESSAGE, true), memberField('exceptions', Field.EXCEPTIONS, true)],
});

defineException({ handle: EXCEPTION_GROUP, name: 'ExceptionGroup', base: BASE_EXCEPTION_GROUP, furtherBases: [EXCEPTION], flags: TypeFlag.WEAKREFS, attributes: [weakrefAttribute] });
