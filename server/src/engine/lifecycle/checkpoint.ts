import { Interpreter } from '../interpreter/interpreter.ts';
import type { PythonVersion } from '../journal/record.ts';
import type { Library } from '../library/library.ts';
import { Copier } from '../objects/core/copying.ts';
import type { Host, Runtime } from '../objects/core/runtime.ts';
import { hooksOf } from './hooks.ts';
import { initialize, newRuntime, runtimeOn, type InterpreterState } from './startup.ts';

/** A runtime that has started up and run no script. */
export interface Started {
  readonly rt: Runtime;
  readonly state: InterpreterState;
}

/** Start-up depends on version and library alone: it is done once for each, and every run goes on from a copy. */
const checkpoints = new Map<PythonVersion, { readonly library: Library | null; readonly started: Started }>();

/** A runtime for one run, as start-up leaves it. */
export function startedRuntime(version: PythonVersion, host: Host, memoryLimit: number): Started {
  let kept = checkpoints.get(version);
  if (kept === undefined || kept.library !== host.library) {
    kept = { library: host.library, started: startUp(version, host.library) };
    checkpoints.set(version, kept);
  }
  return restored(kept.started, version, host, memoryLimit);
}

function startUp(version: PythonVersion, library: Library | null): Started {
  const host: Host = { write: () => {}, readModule: () => null, library, sourceOf: () => null };
  const rt = newRuntime(version, host, Infinity);
  rt.hooks = hooksOf(new Interpreter(rt));
  return { rt, state: initialize(rt) };
}

/** Mirrors nothing of CPython: a copy of all that a run can change. */
function restored({ rt: from, state }: Started, version: PythonVersion, host: Host, memoryLimit: number): Started {
  const copier = new Copier();
  const heap = from.heap.copy((payload) => copier.copy(payload));
  const rt = runtimeOn(heap, version, host, memoryLimit);
  rt.collector.continueFrom(from.collector);
  rt.continueFrom(from, copier);
  return { rt, state: { builtinsCopy: state.builtinsCopy, heldModules: [...state.heldModules] } };
}
