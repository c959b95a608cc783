import { TypeFlag } from '../heap/heap.ts';
import { BASE_EXCEPTION_GROUP, NONE, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { getAttrText } from './core/attributes.ts';
import { exceptionOf, raise } from './core/errors.ts';
import { isSubtype, typeName } from './core/lookup.ts';
import { itemsOf } from './core/make.ts';
import type { Runtime } from './core/runtime.ts';
import { settle, type Steps } from './core/suspend.ts';
import { errorsProfile } from './exceptions-base.ts';
import { exceptionsOf, isGroup, matchesAny, newGroup, splitGroup } from './exceptions-group.ts';
import { frameObject, pythonFrame } from './frame.ts';
import { newTraceback } from './traceback.ts';

/** What `except*` needs: both functions answer new references and only borrow. */

/**
 * Mirrors exception_group_match(): what of `exception` a clause for `type` handles, and what is left for the next;
 * None where there is nothing. A naked exception is wrapped.
 */
export function* matchGroup(rt: Runtime, exception: Ref, type: Ref): Steps<readonly [match: Ref, rest: Ref]> {
  const { heap } = rt;
  refuseGroupTypes(rt, type);
  if (exception === NONE) return [NONE, NONE];
  if (matchesAny(rt, exception, type)) return [isGroup(rt, exception) ? heap.incref(exception) : wrapped(rt, exception), NONE];
  if (!isGroup(rt, exception)) return [NONE, heap.incref(exception)];
  const split = yield* settle(rt, getAttrText(rt, exception, 'split'));
  let pair: Ref;
  try {
    pair = yield { callable: split, args: [type], keywords: NULL };
  } finally {
    heap.decref(split);
  }
  try {
    const name = typeName(rt, exception);
    if ((rt.typeOf(pair).flags & TypeFlag.TUPLE_SUBCLASS) === 0) raise(rt, TYPE_ERROR, `${name}.split must return a tuple, not ${typeName(rt, pair)}`);
    const parts = itemsOf(rt, pair);
    if (parts.length < 2) raise(rt, TYPE_ERROR, `${name}.split must return a 2-tuple, got tuple of size ${parts.length}`);
    return [heap.incref(parts[0]!), heap.incref(parts[1]!)];
  } finally {
    heap.decref(pair);
  }
}

/** Mirrors the part of _PyEval_CheckExceptStarTypeValid() that is about groups. */
function refuseGroupTypes(rt: Runtime, type: Ref): void {
  const types = (rt.typeOf(type).flags & TypeFlag.TUPLE_SUBCLASS) !== 0 ? itemsOf(rt, type) : [type];
  if (types.some((each) => isSubtype(rt, each, BASE_EXCEPTION_GROUP))) {
    raise(rt, TYPE_ERROR, 'catching ExceptionGroup with except* is not allowed. Use except instead.');
  }
}

/** A naked exception in a group of its own. */
function wrapped(rt: Runtime, exception: Ref): Ref {
  const group = newGroup(rt, '', [rt.heap.incref(exception)], false);
  const frame = pythonFrame(rt.activation);
  if (errorsProfile(rt).wrappedExceptionHasTraceback && frame !== null) {
    exceptionOf(rt, group).traceback = newTraceback(rt, NULL, rt.heap.incref(frameObject(rt, frame)), frame.instruction, frame.line);
  }
  return group;
}

/**
 * Mirrors _PyExc_PrepReraiseStar(): of what the clauses raised and left over, 1 nothing; 2 a naked exception's one
 * successor; 3 what was left or raised again unchanged, put together in the original's shape; 4 with what was newly
 * raised, in one more group where there are several.
 */
export function* prepareReraiseStar(rt: Runtime, original: Ref, results: readonly Ref[]): Steps<Ref> {
  const { heap } = rt;
  const given = results.filter((result) => result !== NONE);
  if (given.length === 0) return NONE;
  if (!isGroup(rt, original)) return heap.incref(given[0]!);
  const raised = given.filter((result) => !isPartOf(rt, result, original));
  const leaves = new Set(given.filter((result) => isPartOf(rt, result, original)).flatMap((result) => leavesOf(rt, result)));
  const { match: kept } = yield* splitGroup(rt, original, { kind: 'instances', exceptions: leaves }, false);
  if (raised.length === 0) return kept === NULL ? NONE : kept;
  const all = raised.map((exception) => heap.incref(exception));
  if (kept !== NULL) all.push(kept);
  return all.length === 1 ? all[0]! : newGroup(rt, '', all, true);
}

/** Mirrors is_same_exception_metadata(): a part split off the original shares its links, a new exception does not. */
function isPartOf(rt: Runtime, exception: Ref, original: Ref): boolean {
  const a = exceptionOf(rt, exception);
  const b = exceptionOf(rt, original);
  return a.traceback === b.traceback && a.cause === b.cause && a.context === b.context;
}

const leavesOf = (rt: Runtime, exception: Ref): Ref[] =>
  isGroup(rt, exception) ? exceptionsOf(rt, exception).flatMap((inner) => leavesOf(rt, inner)) : [exception];
