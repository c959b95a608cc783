import { NONE } from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import { cInt } from '../objects/arguments.ts';
import { positionalNative } from '../objects/core/native.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { begin, type Steps } from '../objects/core/suspend.ts';
import { unsupported } from '../objects/core/unsupported.ts';
import { defineModule } from './core/define.ts';
import { startProgram } from './posix/spawn.ts';

/** Mirrors subprocess_fork_exec_impl(). */
function* forkExec(rt: Runtime, args: readonly Ref[]): Steps<Ref> {
  if (args.slice(17, 20).some((option) => option !== NONE)) unsupported('starting a program as another user');
  if (args[21] !== undefined && args[21] !== NONE) unsupported('preexec_fn of a process');
  const descriptors: number[] = [];
  for (const end of [6, 9, 11]) descriptors.push(yield* cInt(rt, args[end]!));
  return rt.newInt(yield* startProgram(rt, args[0]!, descriptors));
}

defineModule({ name: '_posixsubprocess', functions: [positionalNative('fork_exec', (rt, _module, args) => begin(rt, forkExec(rt, args)))] });
