import type { Ref } from '../../heap/ref.ts';
import type { Runtime } from './runtime.ts';

/** State of a module that belongs to the interpreter and not to the module object; its references are owned. */
export interface ModuleState {
  traverse(visit: (ref: Ref) => void): void;
}

/** The state of a module in this run, made when first asked for. */
export function moduleState<S extends ModuleState>(rt: Runtime, name: string, make: () => S): S {
  let state = rt.moduleStates.get(name) as S | undefined;
  if (state === undefined) rt.moduleStates.set(name, (state = make()));
  return state;
}

/** Visits the references that module states own: roots for the audit. */
export function traverseModuleStates(rt: Runtime, visit: (ref: Ref) => void): void {
  for (const state of rt.moduleStates.values()) state.traverse(visit);
}
