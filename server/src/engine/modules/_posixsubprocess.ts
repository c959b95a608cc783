import { FileType } from '../files/nodes.ts';
import { NONE } from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import { cInt } from '../objects/arguments.ts';
import { positionalNative } from '../objects/core/native.ts';
import { collect } from '../objects/core/protocol.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { begin, type Steps } from '../objects/core/suspend.ts';
import { unsupported } from '../objects/core/unsupported.ts';
import { defineModule } from './core/define.ts';
import { startSleeping } from './posix/children.ts';
import { fsEncoded } from './posix/pathtext.ts';

/** The seconds that a command line only sleeps: `sleep N`, or an interpreter told so with `-c`. */
function sleepOf([program = '', ...args]: readonly string[]): number | null {
  const name = program.slice(program.lastIndexOf('/') + 1);
  const line = /^python[\d.]*$/.test(name) && args.length === 2 && args[0] === '-c' ? args[1]! : '';
  const seconds = name === 'sleep' && args.length === 1 ? args[0]! : /^\s*import time[;\n]\s*time\.sleep\(([^()]*)\)\s*$/.exec(line)?.[1];
  return seconds !== undefined && /^(\d+\.?\d*|\.\d+)$/.test(seconds) ? Number(seconds) : null;
}

function* texts(rt: Runtime, sequence: Ref): Steps<string[]> {
  const items = yield* collect(rt, sequence);
  const found: string[] = [];
  try {
    for (const item of items) found.push(yield* fsEncoded(rt, item));
  } finally {
    for (const item of items) rt.heap.decref(item);
  }
  return found;
}

/**
 * Mirrors subprocess_fork_exec_impl() for a child that only sleeps and has no pipe to the program: what any other would do
 * is not known. Where the program lies does not matter then.
 */
function* forkExec(rt: Runtime, args: readonly Ref[]): Steps<Ref> {
  const command = yield* texts(rt, args[0]!);
  const seconds = sleepOf(command);
  if (seconds === null) unsupported(`starting the program ${command[0] ?? ''}`);
  if (args.slice(16).some((option, i) => option !== NONE && i >= 1 && i <= 3)) unsupported('starting a program as another user');
  if (args[21] !== undefined && args[21] !== NONE) unsupported('preexec_fn of a process');
  for (const end of [6, 9, 11]) {
    const descriptor = yield* cInt(rt, args[end]!);
    if (descriptor >= 0 && (rt.files.fstat(descriptor).mode & 0o170000) === FileType.FIFO) unsupported('a pipe to another process');
  }
  return rt.newInt(startSleeping(rt, seconds));
}

defineModule({ name: '_posixsubprocess', functions: [positionalNative('fork_exec', (rt, _module, args) => begin(rt, forkExec(rt, args)))] });
