import { NULL, type Ref } from '../heap/ref.ts';
import { typeSpecs } from '../objects/core/define.ts';
import { traverseModuleStates } from '../objects/core/modulestate.ts';
import type { Runtime } from '../objects/core/runtime.ts';

/** Visits the references that the machine itself owns: frames, the value stack, what is raised, the interpreter's state. */
export function visitRoots(rt: Runtime, visit: (ref: Ref) => void): void {
  const see = (ref: Ref): void => {
    if (ref !== NULL) visit(ref);
  };
  for (const ref of rt.interned.values()) visit(ref);
  for (const ref of [rt.exception, rt.generatorReturn, rt.sysDict, rt.builtinsDict, rt.modules]) see(ref);
  // A generator's item is visited with the generator; the thread's own is the last.
  for (let item: typeof rt.excInfo | null = rt.excInfo; item !== null; item = item.previous) if (item.previous === null) see(item.exception);
  for (let activation = rt.activation; activation !== null; activation = activation.previous) {
    // A generator that is thrown through is seen in the chain while its values are still saved: it visits them.
    if (!activation.isPython || (activation.generator !== NULL && activation.saved !== null)) continue;
    for (let i = activation.base; i < activation.sp; i++) see(rt.stack[i]!);
    // A running generator visits its frame's function, code and namespace itself; the frame holds the generator.
    if (activation.generator !== NULL) visit(activation.generator);
    else for (const ref of [activation.func, activation.codeRef, activation.locals, activation.object]) see(ref);
  }
  // Static types are no business of the collector's, so their layout does not visit what they own.
  for (const { handle } of typeSpecs()) {
    const { mro, bases, dict } = rt.typeObject(handle);
    for (const ref of [mro, bases, dict]) see(ref);
  }
  traverseModuleStates(rt, visit);
  for (const entry of rt.heap.deaths.heldReferences()) visit(entry as Ref);
}
