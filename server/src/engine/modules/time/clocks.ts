import { OVERFLOW_ERROR, TRUE, TYPE_ERROR, VALUE_ERROR, FALSE } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { normalize, type Int } from '../../text/integer.ts';
import { modulesOf } from '../../versions/modules.ts';
import { Errno } from '../../files/errors.ts';
import { isInt, textArgument } from '../../objects/arguments.ts';
import { monotonicTime, processTime, wallTime } from '../../objects/core/clock.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { rawNative, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { raiseOsError } from '../../objects/exceptions-os.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { newNamespace } from '../../objects/simplenamespace.ts';

/** The numbers of Linux's clocks. */
export const clockNumbers = {
  CLOCK_REALTIME: 0,
  CLOCK_MONOTONIC: 1,
  CLOCK_PROCESS_CPUTIME_ID: 2,
  CLOCK_THREAD_CPUTIME_ID: 3,
  CLOCK_MONOTONIC_RAW: 4,
  CLOCK_BOOTTIME: 7,
  CLOCK_TAI: 11,
} as const;

const readers: ReadonlyMap<number, (rt: Runtime) => bigint> = new Map([
  [0, wallTime],
  [1, monotonicTime],
  [2, processTime],
  [3, processTime],
  [4, monotonicTime],
  [7, monotonicTime],
  [11, wallTime],
]);

/** The time of the clock of an argument. */
function* timeOf(rt: Runtime, clock: Ref): Steps<bigint> {
  const read = readers.get(modulesOf(rt.profile.version).clockIdsConverted ? clockId(rt, clock) : yield* plainInt(rt, clock));
  return read === undefined ? raiseOsError(rt, Errno.EINVAL) : read(rt);
}

/** Mirrors time_clockid_converter(). */
function clockId(rt: Runtime, clock: Ref): number {
  const value = isInt(rt, clock) ? (rt.heap.payload[clock] as Int) : NaN;
  if (!(value >= -(2 ** 31) && value < 2 ** 31)) raise(rt, TYPE_ERROR, `clk_id should be integer, not ${typeName(rt, clock)}`);
  return Number(value);
}

function* plainInt(rt: Runtime, clock: Ref): Steps<number> {
  const value = yield* index(rt, clock);
  if (value >= 2 ** 31 || value < -(2 ** 31)) raise(rt, OVERFLOW_ERROR, `signed integer is ${value > 0 ? 'greater than maximum' : 'less than minimum'}`);
  return Number(value);
}

const implementations: Readonly<Record<string, readonly [clock: string, monotonic: boolean, adjustable: boolean]>> = {
  time: ['CLOCK_REALTIME', false, true],
  monotonic: ['CLOCK_MONOTONIC', true, false],
  perf_counter: ['CLOCK_MONOTONIC', true, false],
  process_time: ['CLOCK_PROCESS_CPUTIME_ID', true, false],
  thread_time: ['CLOCK_THREAD_CPUTIME_ID', true, false],
};

/** Mirrors time_get_clock_info(). */
function clockInfo(rt: Runtime, name: Ref): Ref {
  const known = implementations[textArgument(rt, 'get_clock_info', 'argument 1', name)];
  if (known === undefined) raise(rt, VALUE_ERROR, 'unknown clock');
  const [clock, monotonic, adjustable] = known;
  return newNamespace(rt, {
    implementation: rt.newStr(`clock_gettime(${clock})`),
    monotonic: monotonic ? TRUE : FALSE,
    adjustable: adjustable ? TRUE : FALSE,
    resolution: rt.newFloat(1e-9),
  });
}

export const clockFunctions: readonly NativeFunction[] = [
  suspending('clock_gettime', 'clk_id, /', function* (rt, _module, [clock]) {
    return rt.newFloat(Number(yield* timeOf(rt, clock!)) / 1e9);
  }),
  suspending('clock_gettime_ns', 'clk_id, /', function* (rt, _module, [clock]) {
    return rt.newInt(normalize(yield* timeOf(rt, clock!)));
  }),
  suspending('clock_getres', 'clk_id, /', function* (rt, _module, [clock]) {
    return readers.has(yield* plainInt(rt, clock!)) ? rt.newFloat(1e-9) : raiseOsError(rt, Errno.EINVAL);
  }),
  rawNative('get_clock_info', (rt, _module, args) => {
    if (args.length !== 1) raise(rt, TYPE_ERROR, `get_clock_info() takes exactly 1 argument (${args.length} given)`);
    return clockInfo(rt, args[0]!);
  }),
];
