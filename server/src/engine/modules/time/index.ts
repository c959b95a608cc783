import { NONE, OVERFLOW_ERROR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newTuple } from '../../objects/core/make.ts';
import { type NativeFunction, native, rawNative, suspending } from '../../objects/core/native.ts';
import { indexNow } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { type Steps, begin, waitFor } from '../../objects/core/suspend.ts';
import { isTuple, textArgument } from '../../objects/arguments.ts';
import { defineModule } from '../core/define.ts';
import { defineStructSequence } from '../core/structsequence.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { asctime, breakDown, strftime, toSeconds, type BrokenDownTime } from './calendar.ts';
import { nanosecondsOf, secondsOf } from './seconds.ts';
import { monotonicTime, processTime, wallTime } from '../../objects/core/clock.ts';
import { importedAttribute } from '../core/import.ts';
import { clockFunctions, clockNumbers } from './clocks.ts';

const structTime = defineStructSequence('time', 'struct_time', 'tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst', {
  hidden: 'tm_zone tm_gmtoff',
  callable: true,
});

const clock = (name: string, read: (rt: Runtime) => bigint): NativeFunction[] => [
  native(name, '', (rt) => rt.newFloat(Number(read(rt)) / 1e9)),
  native(`${name}_ns`, '', (rt) => {
    const value = read(rt);
    return rt.newInt(value <= Number.MAX_SAFE_INTEGER ? Number(value) : value);
  }),
];

function* sleepFor(rt: Runtime, seconds: Ref): Steps<Ref> {
  const nanoseconds = yield* nanosecondsOf(rt, seconds);
  if (nanoseconds < 0) raise(rt, VALUE_ERROR, 'sleep length must be non-negative');
  yield* waitFor(null, nanoseconds);
  return NONE;
}

function newStructTime(rt: Runtime, t: BrokenDownTime): Ref {
  const fields = [t.year, t.month, t.day, t.hour, t.minute, t.second, t.weekday, t.yearday, 0].map((field) => rt.newInt(field));
  return structTime.make(rt, [...fields, rt.newStr(t.zone ?? 'UTC'), rt.newInt(0)]);
}

/** Of what is broken down, in either direction. */
const mostSeconds = 8.64e12;

/** The time of an argument in seconds, absent or None for now. The zone is UTC. */
function* timeOf(rt: Runtime, seconds: Ref, zone = 'UTC'): Steps<BrokenDownTime> {
  const value = seconds === NULL || seconds === NONE ? Number(wallTime(rt) / 1_000_000_000n) : Math.floor(yield* secondsOf(rt, seconds, true));
  if (value >= 2 ** 63 || value < -(2 ** 63)) raise(rt, OVERFLOW_ERROR, 'timestamp out of range for platform time_t');
  if (Math.abs(value) > mostSeconds) unsupported('times that far from now');
  return breakDown(value, zone);
}

/** The fields of a struct_time or of a tuple of nine ints. */
function brokenDown(rt: Runtime, object: Ref): BrokenDownTime {
  if (!isTuple(rt, object)) raise(rt, TYPE_ERROR, 'Tuple or struct_time argument required');
  const items = itemsOf(rt, object).map((item) => {
    const value = indexNow(rt, item);
    if (value === undefined) raise(rt, TYPE_ERROR, `'${typeName(rt, item)}' object cannot be interpreted as an integer`);
    return Number(value);
  });
  if (items.length !== 9) raise(rt, TYPE_ERROR, 'time tuple must have exactly 9 elements');
  const [year, month, day, hour, minute, second, weekday, yearday] = items as [number, number, number, number, number, number, number, number];
  const zone = rt.heap.attributes[object]?.[1] ?? NONE;
  return {
    year,
    month: Math.max(month, 1),
    day: Math.max(day, 1),
    hour,
    minute,
    second,
    weekday,
    yearday: Math.max(yearday, 1),
    ...(zone === NONE ? {} : { zone: rt.text(zone) }),
  };
}

const givenOrNow = function* (rt: Runtime, object: Ref): Steps<BrokenDownTime> {
  return object === NULL ? yield* timeOf(rt, NULL) : brokenDown(rt, object);
};

/** Mirrors time_strptime(): the work is done by a function of the library. */
function* parseTime(rt: Runtime, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const parse = yield* importedAttribute(rt, '_strptime', '_strptime_time');
  try {
    return yield { callable: parse, args, keywords };
  } finally {
    rt.heap.decref(parse);
  }
}

const functions: readonly NativeFunction[] = [
  ...clock('time', wallTime),
  ...clock('monotonic', monotonicTime),
  ...clock('perf_counter', monotonicTime),
  ...clock('process_time', processTime),
  ...clock('thread_time', processTime),
  suspending('sleep', 'seconds, /', (rt, _module, [seconds]) => sleepFor(rt, seconds!)),
  suspending('gmtime', 'seconds=None, /', function* (rt, _module, [seconds]) {
    return newStructTime(rt, yield* timeOf(rt, seconds!, 'GMT'));
  }),
  suspending('localtime', 'seconds=None, /', function* (rt, _module, [seconds]) {
    return newStructTime(rt, yield* timeOf(rt, seconds!));
  }),
  suspending('asctime', 'tuple=, /', function* (rt, _module, [time]) {
    return rt.newStr(asctime(yield* givenOrNow(rt, time!)));
  }),
  suspending('ctime', 'seconds=None, /', function* (rt, _module, [seconds]) {
    return rt.newStr(asctime(yield* timeOf(rt, seconds!)));
  }),
  suspending('strftime', 'format, tuple=, /', function* (rt, _module, [format, time]) {
    const text = textArgument(rt, 'strftime', 'argument 1', format!);
    const result = strftime(yield* givenOrNow(rt, time!), text);
    if ('unknown' in result) unsupported(`time.strftime with ${result.unknown}`);
    return rt.newStr(result.text);
  }),
  native('mktime', 'tuple, /', (rt, _module, [time]) => rt.newFloat(toSeconds(brokenDown(rt, time!)))),
  native('tzset', '', () => NONE),
  ...clockFunctions,
  rawNative('strptime', (rt, _module, args, keywords) => begin(rt, parseTime(rt, args, keywords))),
];

defineModule({
  name: 'time',
  functions,
  types: [structTime.type],
  init: (rt, put) => {
    put('_STRUCT_TM_ITEMS', rt.newInt(11));
    for (const [name, value] of Object.entries(clockNumbers)) put(name, rt.newInt(value));
    put('timezone', rt.newInt(0));
    put('altzone', rt.newInt(0));
    put('daylight', rt.newInt(0));
    put('tzname', newTuple(rt, [rt.newStr('UTC'), rt.newStr('UTC')]));
  },
});
