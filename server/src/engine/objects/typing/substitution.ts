import { TypeFlag } from '../../heap/heap.ts';
import { ELLIPSIS, GENERIC_ALIAS, LIST, NONE, TUPLE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { typingOf } from '../../versions/typing.ts';
import { getAttrOrNull } from '../core/attributes.ts';
import { raise } from '../core/errors.ts';
import { copyRefs, itemsOf, newList, newTuple, tupleOf } from '../core/make.ts';
import { getItem, truth } from '../core/protocol.ts';
import type { Runtime } from '../core/runtime.ts';
import { call, settle, type Steps } from '../core/suspend.ts';
import { reprText, type GenericAlias } from '../genericalias.ts';

const isType = (rt: Runtime, object: Ref): boolean => (rt.typeOf(object).flags & TypeFlag.TYPE_SUBCLASS) !== 0;
const isTuple = (rt: Runtime, object: Ref): boolean => (rt.typeOf(object).flags & TypeFlag.TUPLE_SUBCLASS) !== 0;

/** Whether the arguments are looked into: a tuple or list among them. */
const holdsArguments = (rt: Runtime, arg: Ref): boolean =>
  typingOf(rt.profile.version).substitutesInLists && (isTuple(rt, arg) || (rt.typeOf(arg).flags & TypeFlag.LIST_SUBCLASS) !== 0);

/** A tuple of the type variables among the arguments, each once. Mirrors _Py_make_parameters(). */
export function* parametersAmong(rt: Runtime, args: Ref): Steps<Ref> {
  const found: Ref[] = [];
  try {
    yield* collectParameters(rt, itemsOf(rt, args), found);
    return newTuple(rt, copyRefs(rt, found));
  } finally {
    rt.heap.deaths.drop(found);
  }
}

function* collectParameters(rt: Runtime, args: readonly Ref[], found: Ref[]): Steps<void> {
  const { heap } = rt;
  const add = (parameter: Ref): void => {
    if (!found.includes(parameter)) found.push(heap.incref(parameter));
  };
  for (const arg of args) {
    if (isType(rt, arg)) continue;
    if (holdsArguments(rt, arg)) {
      yield* collectParameters(rt, itemsOf(rt, arg), found);
      continue;
    }
    const substitutes = yield* getAttrOrNull(rt, arg, rt.name('__typing_subst__'));
    if (substitutes !== NULL) {
      heap.decref(substitutes);
      add(arg);
      continue;
    }
    const inner = yield* getAttrOrNull(rt, arg, rt.name('__parameters__'));
    if (inner === NULL) continue;
    if (isTuple(rt, inner)) for (const parameter of itemsOf(rt, inner)) add(parameter);
    heap.decref(inner);
  }
}

/**
 * The arguments with `item` (or its items) in the place of the type variables, owned. Mirrors _Py_subs_parameters():
 * 1 starred tuples among the items are unpacked; 2 each parameter may rewrite the items; 3 they must be as many;
 * 4 each argument is replaced.
 */
export function* substituted(rt: Runtime, self: Ref, args: Ref, variables: Ref, item: Ref): Steps<Ref[]> {
  const { heap } = rt;
  const parameters = itemsOf(rt, variables);
  if (parameters.length === 0) raise(rt, TYPE_ERROR, `${yield* reprText(rt, self)} is not a generic class`);
  let given = yield* unpackedItems(rt, item);
  try {
    for (const parameter of parameters) {
      const prepare = yield* getAttrOrNull(rt, parameter, rt.name('__typing_prepare_subst__'));
      if (prepare === NULL) continue;
      const wrapped = isTuple(rt, given) ? heap.incref(given) : tupleOf(rt, given);
      try {
        const rewritten = prepare === NONE ? heap.incref(given) : yield* call(prepare, [self, wrapped]);
        heap.decref(given);
        given = rewritten;
      } finally {
        heap.decref(wrapped);
        heap.decref(prepare);
      }
    }
    const items = isTuple(rt, given) ? itemsOf(rt, given) : [given];
    if (items.length !== parameters.length) {
      const amount = items.length < parameters.length ? 'few' : 'many';
      raise(rt, TYPE_ERROR, `Too ${amount} arguments for ${yield* reprText(rt, self)}; actual ${items.length}, expected ${parameters.length}`);
    }
    return yield* replaced(rt, itemsOf(rt, args), parameters, items);
  } finally {
    heap.decref(given);
  }
}

/** Mirrors _unpack_args(): the items as a tuple, those of `*tuple[int, str]` one by one. */
function* unpackedItems(rt: Runtime, item: Ref): Steps<Ref> {
  const { heap } = rt;
  const items: Ref[] = [];
  try {
    for (const one of isTuple(rt, item) ? itemsOf(rt, item) : [item]) {
      const inner = isType(rt, one) ? NULL : yield* unpackedTupleArgs(rt, one);
      if (inner !== NULL && isTuple(rt, inner) && itemsOf(rt, inner).at(-1) !== ELLIPSIS) for (const part of itemsOf(rt, inner)) items.push(heap.incref(part));
      else items.push(heap.incref(one));
      heap.xdecref(inner);
    }
    return newTuple(rt, copyRefs(rt, items));
  } finally {
    heap.deaths.drop(items);
  }
}

/** The arguments of a starred tuple, owned; NULL for anything else. */
function* unpackedTupleArgs(rt: Runtime, arg: Ref): Steps<Ref> {
  const { heap } = rt;
  if (heap.type[arg] === GENERIC_ALIAS) {
    const { origin, args, starred } = heap.payload[arg] as GenericAlias;
    if (starred && origin === TUPLE) return heap.incref(args);
  }
  const result = yield* getAttrOrNull(rt, arg, rt.name('__typing_unpacked_tuple_args__'));
  return result === NONE ? NULL : result;
}

function* replaced(rt: Runtime, args: readonly Ref[], parameters: readonly Ref[], items: readonly Ref[]): Steps<Ref[]> {
  const { heap } = rt;
  const result: Ref[] = [];
  try {
    for (const arg of args) {
      if (isType(rt, arg)) {
        result.push(heap.incref(arg));
        continue;
      }
      if (holdsArguments(rt, arg)) {
        const inner = yield* replaced(rt, itemsOf(rt, arg), parameters, items);
        result.push(heap.type[arg] === LIST ? newList(rt, inner) : newTuple(rt, inner));
        continue;
      }
      const spreads = yield* isUnpackedVariables(rt, arg);
      const substitutes = yield* getAttrOrNull(rt, arg, rt.name('__typing_subst__'));
      let value: Ref;
      if (substitutes === NULL) value = yield* replacedInside(rt, arg, parameters, items);
      else {
        try {
          value = yield* call(substitutes, [items[parameters.indexOf(arg)]!]);
        } finally {
          heap.decref(substitutes);
        }
      }
      if (spreads && isTuple(rt, value)) {
        for (const part of itemsOf(rt, value)) result.push(heap.incref(part));
        heap.decref(value);
      } else result.push(value);
    }
    return result;
  } catch (error) {
    heap.deaths.drop(result);
    throw error;
  }
}

function* isUnpackedVariables(rt: Runtime, arg: Ref): Steps<boolean> {
  const mark = yield* getAttrOrNull(rt, arg, rt.name('__typing_is_unpacked_typevartuple__'));
  if (mark === NULL) return false;
  try {
    return yield* truth(rt, mark);
  } finally {
    rt.heap.decref(mark);
  }
}

/** An argument that has type variables of its own gets those that they stand for. Mirrors subs_tvars(). */
function* replacedInside(rt: Runtime, arg: Ref, parameters: readonly Ref[], items: readonly Ref[]): Steps<Ref> {
  const { heap } = rt;
  const inner = yield* getAttrOrNull(rt, arg, rt.name('__parameters__'));
  if (inner === NULL) return heap.incref(arg);
  const wanted: Ref[] = [];
  if (isTuple(rt, inner)) {
    for (const parameter of itemsOf(rt, inner)) {
      const at = parameters.indexOf(parameter);
      const value = at < 0 ? parameter : items[at]!;
      const isVariadic = at >= 0 && rt.typeOf(parameter).slots.tp_iter !== undefined && isTuple(rt, value);
      wanted.push(...(isVariadic ? itemsOf(rt, value) : [value]));
    }
  }
  const count = isTuple(rt, inner) ? itemsOf(rt, inner).length : 0;
  const key = tupleOf(rt, ...wanted);
  heap.decref(inner);
  try {
    return count === 0 ? heap.incref(arg) : yield* settle(rt, getItem(rt, arg, key));
  } finally {
    heap.decref(key);
  }
}
