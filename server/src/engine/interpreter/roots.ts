import { NULL, type Ref } from '../heap/ref.ts';
import { typeSpecs } from '../objects/core/define.ts';
import { traverseModuleStates } from '../objects/core/modulestate.ts';
import type { ExcInfo, Runtime } from '../objects/core/runtime.ts';
import type { Registers } from '../objects/core/threadstate.ts';

/** Visits the references that the machine itself owns: frames, the value stack, what is raised, the interpreter's state. */
export function visitRoots(rt: Runtime, visit: (ref: Ref) => void): void {
  const see = (ref: Ref): void => {
    if (ref !== NULL) visit(ref);
  };
  for (const ref of rt.interned.values()) visit(ref);
  for (const ref of [rt.sysDict, rt.builtinsDict, rt.modules]) see(ref);
  for (const thread of rt.threads) {
    visitRegisters(thread.registers ?? rt, see);
    for (const state of thread.states.values()) state.traverse(visit);
  }
  // Static types are no business of the collector's, so their layout does not visit what they own.
  for (const { handle } of typeSpecs()) {
    const { mro, bases, dict } = rt.typeObject(handle);
    for (const ref of [mro, bases, dict]) see(ref);
  }
  traverseModuleStates(rt, visit);
  for (const entry of rt.heap.deaths.heldReferences()) visit(entry as Ref);
}

/** What a thread's frames and its value stack hold, and what it is raising and handling. */
export function visitRegisters({ activation, stack, excInfo, exception, generatorReturn }: ThreadRegisters, see: (ref: Ref) => void): void {
  see(exception);
  see(generatorReturn);
  // A generator's item is visited with the generator; the thread's own is the last.
  for (let item: ExcInfo | null = excInfo; item !== null; item = item.previous) if (item.previous === null) see(item.exception);
  for (let current = activation; current !== null; current = current.previous) {
    // A generator that is thrown through is seen in the chain while its values are still saved: it visits them.
    if (!current.isPython || (current.generator !== NULL && current.saved !== null)) continue;
    for (let i = current.base; i < current.sp; i++) see(stack[i]!);
    // A running generator visits its frame's function, code and namespace itself; the frame holds the generator.
    if (current.generator !== NULL) see(current.generator);
    else for (const ref of [current.func, current.codeRef, current.locals, current.object]) see(ref);
  }
}

type ThreadRegisters = Pick<Registers, 'activation' | 'stack' | 'excInfo' | 'exception' | 'generatorReturn'>;
