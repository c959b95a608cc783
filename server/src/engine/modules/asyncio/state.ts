import { NONE } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { replayAllocations } from '../../interpreter/allocations.ts';
import { importName } from '../../interpreter/imports.ts';
import { getAttr, getNamespaceItem } from '../../objects/core/attributes.ts';
import { newDict, newTuple } from '../../objects/core/make.ts';
import { moduleState, type ModuleState } from '../../objects/core/modulestate.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { call, settle, type Steps } from '../../objects/core/suspend.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { ModuleObject } from '../../objects/module.ts';
import { newSet } from '../../objects/setops.ts';
import { Kind } from '../../versions/freelists.ts';
import { moduleCosts } from '../../versions/modulecosts.ts';
import { asyncioOf } from '../../versions/asyncio.ts';

/** What the module holds beside its namespace, in the order in which CPython visits it and lets it go. */
export const enum Held {
  PACKAGE,
  EXTRACT_STACK,
  FUTURE_REPR,
  POLICY,
  IS_COROUTINE,
  GET_STACK,
  PRINT_STACK,
  TASK_REPR,
  INVALID_STATE_ERROR,
  CANCELLED_ERROR,
  /** A WeakSet: `_all_tasks`, later `_scheduled_tasks`; since 3.14 of tasks that are not of this module. */
  SCHEDULED,
  /** A set of the tasks that are in their first step since they were made. */
  EAGER,
  /** A dict from event loops to the tasks that run in them. */
  CURRENT,
  COROUTINE_TYPES,
  CONTEXT_KEYWORD,
  COUNT,
}

/** State of the module in a run. */
class AsyncioState implements ModuleState {
  /** The module, borrowed. */
  module: Ref = NULL;
  /** What was got ready for a module that is being made; owned until the module is there. */
  prepared: Ref[] = [];
  /** What the module holds where the collector does not look: the module's own list, which it empties as it dies. */
  hidden: readonly Ref[] = [];
  tasksNamed = 0;

  traverse(visit: (ref: Ref) => void): void {
    for (const ref of this.prepared) if (ref !== NULL) visit(ref);
    for (const ref of this.hidden) if (ref !== NULL) visit(ref);
  }
}

export const asyncioState = (rt: Runtime): AsyncioState => moduleState(rt, '_asyncio', () => new AsyncioState());

/** One of the things that the module holds, borrowed; NULL if it holds nothing any more. */
export function heldOrNull(rt: Runtime, what: Held): Ref {
  const payload = rt.heap.payload[asyncioState(rt).module];
  return payload instanceof ModuleObject ? (payload.state[what] ?? NULL) : NULL;
}

export function held(rt: Runtime, what: Held): Ref {
  const found = heldOrNull(rt, what);
  return found === NULL ? unsupported('asyncio once its module is cleared') : found;
}

/** Where what is taken from other modules comes from, in order of import. */
const taken: readonly (readonly [Held, module: string, name: string])[] = [
  [Held.FUTURE_REPR, 'asyncio.base_futures', '_future_repr'],
  [Held.INVALID_STATE_ERROR, 'asyncio.exceptions', 'InvalidStateError'],
  [Held.CANCELLED_ERROR, 'asyncio.exceptions', 'CancelledError'],
  [Held.TASK_REPR, 'asyncio.base_tasks', '_task_repr'],
  [Held.GET_STACK, 'asyncio.base_tasks', '_task_get_stack'],
  [Held.PRINT_STACK, 'asyncio.base_tasks', '_task_print_stack'],
  [Held.IS_COROUTINE, 'asyncio.coroutines', 'iscoroutine'],
  [Held.EXTRACT_STACK, 'traceback', 'extract_stack'],
];

/** A module by its full name, borrowed, imported if need be (PyImport_ImportModule). */
function* importedModule(rt: Runtime, name: string): Steps<Ref> {
  rt.heap.decref(yield* importName(rt, rt.builtinsDict, name, NULL, 0));
  return getNamespaceItem(rt, rt.modules, rt.name(name));
}

function* attributeOf(rt: Runtime, module: string, name: string): Steps<Ref> {
  return yield* settle(rt, getAttr(rt, yield* importedModule(rt, module), rt.name(name)));
}

/** Mirrors module_init(), behind what `asyncio` imports before it and is not here: 1 the package and containers; 2 functions and exceptions of other modules; 3 sets of tasks. */
export function* prepareState(rt: Runtime): Steps<void> {
  const { heap } = rt;
  const { hasEagerTasks, taskOnThread } = asyncioOf(rt.profile.version);
  const { prepared } = asyncioState(rt);
  for (const ref of prepared.splice(0)) heap.xdecref(ref);
  for (let i = 0; i < Held.COUNT; i++) prepared.push(NULL);
  yield* replayAllocations(rt, Array<number>(moduleCosts(rt.profile.version).get('ssl') ?? 0).fill(Kind.OTHER), true);
  // 1
  prepared[Held.PACKAGE] = heap.incref(yield* importedModule(rt, 'asyncio'));
  if (!taskOnThread) prepared[Held.CURRENT] = newDict(rt);
  prepared[Held.COROUTINE_TYPES] = newSet(rt);
  prepared[Held.CONTEXT_KEYWORD] = newTuple(rt, [rt.intern('context')]);
  // 2
  prepared[Held.POLICY] = yield* attributeOf(rt, 'asyncio.events', taskOnThread ? '_get_event_loop_policy' : 'get_event_loop_policy');
  for (const [what, module, name] of taken) prepared[what] = yield* attributeOf(rt, module, name);
  // 3
  const weakSet = yield* attributeOf(rt, 'weakref', 'WeakSet');
  prepared[Held.SCHEDULED] = yield* call(weakSet, []);
  heap.decref(weakSet);
  if (hasEagerTasks) prepared[Held.EAGER] = newSet(rt);
}

/** The module takes over what was got ready. */
export function adoptState(rt: Runtime, module: Ref): void {
  const state = asyncioState(rt);
  const payload = rt.heap.payload[module] as ModuleObject;
  state.module = module;
  payload.state.push(...state.prepared.splice(0));
  payload.hidesState = asyncioOf(rt.profile.version).hidesState;
  state.hidden = payload.hidesState ? payload.state : [];
}

export const orNone = (rt: Runtime, object: Ref): Ref => (object === NULL ? NONE : rt.heap.incref(object));
