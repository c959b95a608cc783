import { moduleState } from './modulestate.ts';
import type { Runtime } from './runtime.ts';

/** The clock of a run: it goes by what is executed and by `sleep`, so that every run tells the same times. */
interface Clock {
  /** Nanoseconds slept. */
  slept: bigint;
  /** Times the clock was read, so that no two readings are equal. */
  readings: number;
  traverse(): void;
}

const clockOf = (rt: Runtime): Clock => moduleState<Clock>(rt, 'time', () => ({ slept: 0n, readings: 0, traverse: () => {} }));

export const nanosecondsPerStep = 40;
const nanosecondsPerReading = 100;
/** 2024-01-01 00:00:00 UTC. */
export const epochAtStart = 1_704_067_200_000_000_000n;
const monotonicAtStart = 1_000_000_000_000n;

const worked = (rt: Runtime): bigint => BigInt(rt.hooks.steps(rt) * nanosecondsPerStep + clockOf(rt).readings * nanosecondsPerReading);

/** A program reads a clock. */
function read(rt: Runtime): bigint {
  clockOf(rt).readings++;
  return worked(rt);
}

/** Nanoseconds of each clock. */
export const processTime = (rt: Runtime): bigint => read(rt);
export const monotonicTime = (rt: Runtime): bigint => monotonicAtStart + read(rt) + clockOf(rt).slept;
export const wallTime = (rt: Runtime): bigint => epochAtStart + read(rt) + clockOf(rt).slept;

/** The monotonic clock for what only looks at it. */
export const monotonicNow = (rt: Runtime): bigint => monotonicAtStart + worked(rt) + clockOf(rt).slept;

/** The wall clock for what only looks at it, such as a file that is written. */
export const fileTime = (rt: Runtime): bigint => epochAtStart + BigInt(rt.hooks.steps(rt) * nanosecondsPerStep) + clockOf(rt).slept;

export function sleep(rt: Runtime, nanoseconds: bigint): void {
  clockOf(rt).slept += nanoseconds;
}
