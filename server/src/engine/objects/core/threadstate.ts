import { NULL, refColumn, type Ref, type RefColumn } from '../../heap/ref.ts';
import type { Activation } from '../frame.ts';
import type { ModuleState } from './modulestate.ts';
import type { ExcInfo, Runtime } from './runtime.ts';

/** What a waiting thread waits for. */
export interface Wait {
  /** Monotonic time in nanoseconds at which it gives up; null where it never does. */
  readonly deadline: bigint | null;
  /** The idents of those who wait for the same, the first first; null where only time passes. */
  readonly queue: number[] | null;
}

/** A lock that was let go while others wait for it: the first of them has it as soon as another thread runs. */
export interface Released {
  handOver(): void;
}

/** What the machine works on for the thread that runs; a thread keeps it while another does. */
export interface Registers {
  activation: Activation | null;
  stack: RefColumn;
  excInfo: ExcInfo;
  exception: Ref;
  generatorReturn: Ref;
  depth: number;
  incoming: Ref;
  raising: boolean;
}

export const freshRegisters = (): Registers => ({
  activation: null,
  stack: refColumn(1 << 12),
  excInfo: { exception: NULL, previous: null },
  exception: NULL,
  generatorReturn: NULL,
  depth: 0,
  incoming: NULL,
  raising: false,
});

/** One thread of the program (PyThreadState). */
export class ThreadState {
  /** Null while it runs. */
  registers: Registers | null = null;
  wait: Wait | null = null;
  /** What it is given when it goes on; NULL where it was not waiting for anything. */
  answer: Ref = NULL;
  /** What modules keep for each thread of its own, by name. */
  readonly states = new Map<string, ModuleState>();
  /** What the system calls it. */
  name = 'python3';

  constructor(
    /** What `get_ident()` answers in it: an address, as pthread_self() gives. */
    readonly ident: number,
    readonly nativeId: number,
  ) {}
}

const MAIN_IDENT = 0x7f5a1c0d2740;
/** `get_native_id()` of the main thread is the number of the process. */
const MAIN_NATIVE_ID = 4242;
/** Between the stacks of two threads: 8 MiB and a guard page. */
const stackDistance = 0x801000;

export const mainThread = (): ThreadState => new ThreadState(MAIN_IDENT, MAIN_NATIVE_ID);

export const isMainThread = (thread: ThreadState): boolean => thread.ident === MAIN_IDENT;

/** A new thread, not started. The system gives it the place of one that has ended, so its ident too. */
export function newThread(rt: Runtime): ThreadState {
  const taken = new Set(rt.threads.map(({ ident }) => ident));
  let ident = MAIN_IDENT - stackDistance;
  while (taken.has(ident)) ident -= stackDistance;
  return new ThreadState(ident, MAIN_NATIVE_ID + ++rt.threadsStarted);
}

/** The state of a module that the running thread has of its own, made when first asked for. */
export const threadModuleState = <S extends ModuleState>(rt: Runtime, name: string, make: () => S): S => stateOfThread(rt.thread, name) ?? entered(rt.thread, name, make());

/** The same of any thread; undefined where it has none. */
export const stateOfThread = <S extends ModuleState>(thread: ThreadState, name: string): S | undefined => thread.states.get(name) as S | undefined;

function entered<S extends ModuleState>(thread: ThreadState, name: string, state: S): S {
  thread.states.set(name, state);
  return state;
}
