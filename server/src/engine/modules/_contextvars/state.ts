import { TypeFlag } from '../../heap/heap.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { CONTAINER, defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { moduleState, type ModuleState } from '../../objects/core/modulestate.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { stateOfThread, threadModuleState, type ThreadState } from '../../objects/core/threadstate.ts';

export const CONTEXT = moduleTypeHandle();
export const CONTEXT_VAR = moduleTypeHandle();
export const TOKEN = moduleTypeHandle();
export const MISSING_TYPE = moduleTypeHandle();
/** The immutable mapping that contexts share. */
const BINDINGS = moduleTypeHandle();

/** Payload of a context: its bindings, and the context to go back to while it is entered. */
export class Context {
  entered = false;
  previous: Ref = NULL;
  constructor(public bindings: Ref) {}
}

/** Payload of `ContextVar`. */
export class ContextVar {
  hashLow = 0;
  hashHigh = 0;
  constructor(
    public name: Ref,
    public initial: Ref,
  ) {}
}

/** Payload of the mapping (CPython's `hamt`): variables in the order of the trie, and their values; all owned. */
export class Bindings {
  constructor(
    public keys: Ref[],
    public values: Ref[],
  ) {}
}

/** The context of a thread, NULL until it is asked for. */
class ContextState implements ModuleState {
  current: Ref = NULL;

  traverse(visit: (ref: Ref) => void): void {
    if (this.current !== NULL) visit(this.current);
  }
}

export const contextState = (rt: Runtime): ContextState => threadModuleState(rt, '_contextvars', () => new ContextState());

class MissingState implements ModuleState {
  mark: Ref = NULL;

  traverse(visit: (ref: Ref) => void): void {
    if (this.mark !== NULL) visit(this.mark);
  }
}

export const contextOf = (rt: Runtime, context: Ref): Context => rt.heap.payload[context] as Context;
export const varOf = (rt: Runtime, variable: Ref): ContextVar => rt.heap.payload[variable] as ContextVar;
export const bindingsOf = (rt: Runtime, context: Ref): Bindings => rt.heap.payload[contextOf(rt, context).bindings] as Bindings;

const newBindings = (rt: Runtime, keys: Ref[], values: Ref[]): Ref => rt.heap.allocateTracked(BINDINGS, new Bindings(keys, values));

export const newContext = (rt: Runtime, bindings: Ref = newBindings(rt, [], [])): Ref => rt.heap.allocateTracked(CONTEXT, new Context(bindings));

/** Borrowed; mirrors context_get(). */
export function currentContext(rt: Runtime): Ref {
  const state = contextState(rt);
  if (state.current === NULL) state.current = newContext(rt);
  return state.current;
}

/** `Token.MISSING`, borrowed. */
export function missingMark(rt: Runtime): Ref {
  const state = moduleState(rt, '_contextvars', () => new MissingState());
  if (state.mark === NULL) state.mark = rt.heap.allocate(MISSING_TYPE, undefined);
  return state.mark;
}

/** Mirrors hamt_hash(): 64 bits folded to 32. */
function foldedHash({ hashLow, hashHigh }: ContextVar): number {
  const folded = hashLow ^ hashHigh;
  return folded === -1 ? -2 : folded;
}

/** Whether `a` comes before `b` in a trie that takes five bits of the hash a level, the lowest first. */
function precedes(a: number, b: number): boolean {
  for (let shift = 0; shift < 32; shift += 5) {
    const left = (a >>> shift) & 31;
    const right = (b >>> shift) & 31;
    if (left !== right) return left < right;
  }
  return false;
}

/** Binds the variable, or unbinds it where `value` is NULL: the context has another mapping afterwards. */
export function rebind(rt: Runtime, context: Ref, variable: Ref, value: Ref): void {
  const { heap } = rt;
  const { keys, values } = bindingsOf(rt, context);
  rt.charge(keys.length + 1, 16 * (keys.length + 1));
  const newKeys = [...keys];
  const newValues = [...values];
  const at = keys.indexOf(variable);
  if (value === NULL) {
    newKeys.splice(at, 1);
    newValues.splice(at, 1);
  } else if (at >= 0) newValues[at] = value;
  else {
    const hash = foldedHash(varOf(rt, variable));
    const before = keys.findIndex((key) => precedes(hash, foldedHash(varOf(rt, key))));
    const place = before < 0 ? keys.length : before;
    newKeys.splice(place, 0, variable);
    newValues.splice(place, 0, value);
  }
  for (const ref of [...newKeys, ...newValues]) heap.incref(ref);
  const payload = contextOf(rt, context);
  const old = payload.bindings;
  payload.bindings = newBindings(rt, newKeys, newValues);
  heap.decref(old);
}

/** The value that the context has for the variable, borrowed, or NULL. */
export function boundIn(rt: Runtime, context: Ref, variable: Ref): Ref {
  if (context === NULL) return NULL;
  const { keys, values } = bindingsOf(rt, context);
  const at = keys.indexOf(variable);
  return at < 0 ? NULL : values[at]!;
}

/** What PyThreadState_Clear() does to the context. */
export function releaseContext(rt: Runtime, thread: ThreadState): void {
  const state = stateOfThread<ContextState>(thread, '_contextvars');
  if (state === undefined) return;
  const { current } = state;
  state.current = NULL;
  rt.heap.xdecref(current);
}

defineType({
  handle: BINDINGS,
  name: 'hamt',
  flags: (CONTAINER & ~TypeFlag.BASETYPE) | TypeFlag.DISALLOW_INSTANTIATION,
  layout: {
    traverse(payload, visit) {
      const { keys, values } = payload as Bindings;
      for (let i = keys.length - 1; i >= 0; i--) {
        visit(values[i]!);
        visit(keys[i]!);
      }
    },
    clear(payload, released) {
      const bindings = payload as Bindings;
      for (let i = bindings.keys.length - 1; i >= 0; i--) released.push(bindings.values[i]!, bindings.keys[i]!);
      bindings.keys = [];
      bindings.values = [];
    },
  },
  slots: {},
});
