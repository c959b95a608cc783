import type { FileSystem } from '../files/filesystem.ts';
import { NONE } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { Interpreter } from '../interpreter/interpreter.ts';
import type { PythonVersion } from '../journal/record.ts';
import type { Library } from '../library/library.ts';
import { Copier } from '../objects/core/copying.ts';
import { exceptionOf } from '../objects/core/errors.ts';
import { typeName } from '../objects/core/lookup.ts';
import { RunStopped, type Host, type Runtime } from '../objects/core/runtime.ts';
import { frameOf, pythonFrame } from '../objects/frame.ts';
import { tracebackEntries } from '../objects/traceback.ts';
import { newFiles } from './files.ts';
import { hooksOf } from './hooks.ts';
import { initialize, moduleNamed, newRuntime, runtimeOn, type InterpreterState } from './startup.ts';

/** A runtime that has started up and run no script. */
export interface Started {
  readonly rt: Runtime;
  readonly state: InterpreterState;
  readonly files: FileSystem;
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

/** Instructions of start-up between two looks at how far it is. */
const stepsBetweenLooks = 20;

function startUp(version: PythonVersion, library: Library | null): Started {
  const host: Host = { write: () => {}, readModule: () => null, listFolder: () => [], library, sourceOf: () => null };
  const rt = newRuntime(version, host, Infinity);
  const vm = new Interpreter(rt);
  rt.hooks = hooksOf(vm);
  rt.files = newFiles(rt);
  let state: InterpreterState | null = null;
  vm.start(
    (function* () {
      state = yield* initialize(rt);
      return NONE;
    })(),
  );
  try {
    // The last collection of CPython's start-up leaves what is older in the next generation.
    for (let isOld = false; !vm.run(stepsBetweenLooks); ) {
      if (isOld || moduleNamed(rt, rt.profile.collector.youngSince) === NULL) continue;
      isOld = true;
      rt.collector.promote();
    }
  } catch (error) {
    if (!(error instanceof RunStopped) || !('unsupported' in error.reason)) throw error;
    const frame = pythonFrame(rt.activation);
    throw new Error(`the interpreter did not start: ${error.reason.unsupported} is not modelled (${frame?.code.data.filename}:${frame?.line})`, { cause: error });
  }
  if (state === null) throw new Error(`the interpreter did not start: ${describeFailure(rt, vm.failure)}`);
  return { rt, state, files: rt.files };
}

/** What the engine's own start-up could not do is its own fault; the text is for who mends it. */
function describeFailure(rt: Runtime, exception: Ref): string {
  const { args } = exceptionOf(rt, exception);
  const shown = (rt.heap.payload[args] as Ref[]).map((arg) => String(rt.heap.payload[arg]));
  const frames = tracebackEntries(rt, exceptionOf(rt, exception).traceback).map((entry) => `${frameOf(rt, entry.frame).code.data.filename}:${entry.line(rt)}`);
  return `${typeName(rt, exception)}: ${shown.join(', ')} (${frames.join(' < ')})`;
}

/** Mirrors nothing of CPython: a copy of all that a run can change. */
function restored({ rt: from, state, files }: Started, version: PythonVersion, host: Host, memoryLimit: number): Started {
  const copier = new Copier();
  const heap = from.heap.copy((payload) => copier.copy(payload));
  const rt = runtimeOn(heap, version, host, memoryLimit);
  rt.collector.continueFrom(from.collector);
  rt.continueFrom(from, copier);
  return { rt, state: { builtinsCopy: state.builtinsCopy, heldModules: [...state.heldModules], moduleCopies: [...state.moduleCopies] }, files };
}
