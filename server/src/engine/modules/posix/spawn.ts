import { FileType } from '../../files/nodes.ts';
import { NONE } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { itemsOf } from '../../objects/core/make.ts';
import { suspending, type NativeFunction } from '../../objects/core/native.ts';
import { collect, index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { startSleeping } from './children.ts';
import { fsEncoded } from './pathtext.ts';

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
 * Starts a program that only sleeps and has no pipe to this one, and answers its number: what any other would do is not known.
 * `descriptors` are those that it gets, as far as they are open.
 */
export function* startProgram(rt: Runtime, args: Ref, descriptors: readonly number[]): Steps<number> {
  const command = yield* texts(rt, args);
  const seconds = sleepOf(command);
  if (seconds === null) unsupported(`starting the program ${command[0] ?? ''}`);
  for (const descriptor of descriptors) {
    if (descriptor > 2 && (rt.files.fstat(descriptor).mode & 0o170000) === FileType.FIFO) unsupported('a pipe to another process');
  }
  return startSleeping(rt, seconds);
}

const DUP2 = 2;

/** The descriptors that file actions hand to the child; what is closed or opened changes nothing for one that only sleeps. */
function* handedOver(rt: Runtime, actions: Ref): Steps<number[]> {
  const descriptors: number[] = [];
  if (actions === NULL || actions === NONE) return descriptors;
  const items = yield* collect(rt, actions);
  try {
    for (const action of items) {
      const [kind, descriptor] = itemsOf(rt, action);
      if ((yield* index(rt, kind!)) === DUP2) descriptors.push(Number(yield* index(rt, descriptor!)));
    }
  } finally {
    for (const item of items) rt.heap.decref(item);
  }
  return descriptors;
}

const options = 'file_actions=, setpgroup=, resetids=False, setsid=False, setsigmask=, setsigdef=, scheduler=';

export const spawnFunctions: readonly NativeFunction[] = ['posix_spawn', 'posix_spawnp'].map((name) =>
  suspending(name, `path, argv, env, /, *, ${options}`, function* (rt, _module, [, args, , actions]) {
    const open = (yield* handedOver(rt, actions!)).filter((descriptor) => rt.files.descriptors.has(descriptor));
    return rt.newInt(yield* startProgram(rt, args!, open));
  }),
);
