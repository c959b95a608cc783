import type { Ref } from '../../heap/ref.ts';
import { setNamespaceItem } from '../../objects/core/attributes.ts';
import { newDict, tableOf } from '../../objects/core/make.ts';
import { moduleState, type ModuleState } from '../../objects/core/modulestate.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { moduleDict } from '../../objects/module.ts';

/** What C holds of modules that are made in one go (PEP 3121 and before): all references are owned. */
class SinglePhaseModules implements ModuleState {
  /** The modules in order of import (modules_by_index). */
  modules: Ref[] = [];
  /** Copies of their namespaces as they were made (m_copy). */
  copies: Ref[] = [];

  traverse(visit: (ref: Ref) => void): void {
    for (const ref of [...this.modules, ...this.copies]) visit(ref);
  }
}

const stateOf = (rt: Runtime): SinglePhaseModules => moduleState(rt, 'single-phase', () => new SinglePhaseModules());

/** Mirrors _PyImport_FixupExtensionObject(): C keeps the module and a copy of its namespace. */
export function holdSinglePhase(rt: Runtime, module: Ref): void {
  const state = stateOf(rt);
  const copy = newDict(rt);
  const { keys, values } = tableOf(rt, moduleDict(rt, module));
  for (const [i, key] of keys.entries()) setNamespaceItem(rt, copy, key, rt.heap.incref(values[i]!));
  state.modules.push(rt.heap.incref(module));
  state.copies.push(copy);
}

/** Hands over what is held, in the order in which it is dropped (_PyInterpreterState_ClearModules). */
export function takeSinglePhase(rt: Runtime): readonly Ref[] {
  const state = stateOf(rt);
  return [...state.copies.splice(0), ...state.modules.splice(0).reverse()];
}
