import { FLOAT, NONE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { modulesOf } from '../../versions/modules.ts';
import { raise } from '../../objects/core/errors.ts';
import { isSubtype, typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newTuple } from '../../objects/core/make.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { index, indexNow } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { textArgument } from '../../objects/arguments.ts';
import { defineModule } from '../core/define.ts';
import { defineStructSequence } from '../core/structsequence.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { asctime, breakDown, strftime, toSeconds, type BrokenDownTime } from './calendar.ts';
import { monotonicTime, processTime, sleep, wallTime } from './clock.ts';

const structTime = defineStructSequence('time', 'struct_time', [
  'tm_year',
  'tm_mon',
  'tm_mday',
  'tm_hour',
  'tm_min',
  'tm_sec',
  'tm_wday',
  'tm_yday',
  'tm_isdst',
]);

const clock = (name: string, read: (rt: Runtime) => bigint): NativeFunction[] => [
  native(name, '', (rt) => rt.newFloat(Number(read(rt)) / 1e9)),
  native(`${name}_ns`, '', (rt) => {
    const value = read(rt);
    return rt.newInt(value <= Number.MAX_SAFE_INTEGER ? Number(value) : value);
  }),
];

/** Seconds as the argument gives them: an int, a float or what has `__index__`. */
function* secondsOf(rt: Runtime, object: Ref): Steps<number> {
  if (isSubtype(rt, rt.heap.type[object]!, FLOAT)) {
    const value = rt.heap.payload[object] as number;
    if (Number.isNaN(value)) raise(rt, VALUE_ERROR, 'Invalid value NaN (not a number)');
    return value;
  }
  if (rt.typeOf(object).slots.nb_index === undefined) raise(rt, TYPE_ERROR, modulesOf(rt.profile.version).secondsWanted(typeName(rt, object)));
  return Number(yield* index(rt, object));
}

function* sleepFor(rt: Runtime, seconds: Ref): Steps<Ref> {
  const value = yield* secondsOf(rt, seconds);
  if (value < 0) raise(rt, VALUE_ERROR, 'sleep length must be non-negative');
  sleep(rt, BigInt(Math.ceil(value * 1e9)));
  return NONE;
}

function newStructTime(rt: Runtime, t: BrokenDownTime): Ref {
  const fields = [t.year, t.month, t.day, t.hour, t.minute, t.second, t.weekday, t.yearday, 0];
  return structTime.make(
    rt,
    fields.map((field) => rt.newInt(field)),
  );
}

/** The time of an argument in seconds, absent or None for now. The zone is UTC. */
function* timeOf(rt: Runtime, seconds: Ref): Steps<BrokenDownTime> {
  const value = seconds === NULL || seconds === NONE ? Number(wallTime(rt) / 1_000_000_000n) : Math.floor(yield* secondsOf(rt, seconds));
  return breakDown(value, 'UTC');
}

/** The fields of a struct_time or of a tuple of nine ints. */
function brokenDown(rt: Runtime, object: Ref): BrokenDownTime {
  if (rt.heap.type[object] !== structTime.type && !Array.isArray(rt.heap.payload[object])) raise(rt, TYPE_ERROR, 'Tuple or struct_time argument required');
  const items = itemsOf(rt, object).map((item) => {
    const value = indexNow(rt, item);
    if (value === undefined) raise(rt, TYPE_ERROR, `'${typeName(rt, item)}' object cannot be interpreted as an integer`);
    return Number(value);
  });
  if (items.length !== 9) raise(rt, TYPE_ERROR, 'time tuple must have exactly 9 elements');
  const [year, month, day, hour, minute, second, weekday, yearday] = items as [number, number, number, number, number, number, number, number];
  return { year, month: Math.max(month, 1), day: Math.max(day, 1), hour, minute, second, weekday, yearday: Math.max(yearday, 1) };
}

const givenOrNow = function* (rt: Runtime, object: Ref): Steps<BrokenDownTime> {
  return object === NULL ? yield* timeOf(rt, NULL) : brokenDown(rt, object);
};

const functions: readonly NativeFunction[] = [
  ...clock('time', wallTime),
  ...clock('monotonic', monotonicTime),
  ...clock('perf_counter', monotonicTime),
  ...clock('process_time', processTime),
  ...clock('thread_time', processTime),
  suspending('sleep', 'seconds, /', (rt, _module, [seconds]) => sleepFor(rt, seconds!)),
  suspending('gmtime', 'seconds=None, /', function* (rt, _module, [seconds]) {
    return newStructTime(rt, yield* timeOf(rt, seconds!));
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
    const result = strftime(yield* givenOrNow(rt, time!), textArgument(rt, 'strftime', 'argument 1', format!));
    if ('unknown' in result) unsupported(`time.strftime with ${result.unknown}`);
    return rt.newStr(result.text);
  }),
  native('mktime', 'tuple, /', (rt, _module, [time]) => rt.newFloat(toSeconds(brokenDown(rt, time!)))),
  native('tzset', '', () => NONE),
];

defineModule({
  name: 'time',
  origin: 'built-in',
  functions,
  types: [structTime.type],
  init: (rt, put) => {
    put('timezone', rt.newInt(0));
    put('altzone', rt.newInt(0));
    put('daylight', rt.newInt(0));
    put('tzname', newTuple(rt, [rt.newStr('UTC'), rt.newStr('UTC')]));
  },
});
