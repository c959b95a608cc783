import { Errno } from '../../files/errors.ts';
import { strerror } from '../../files/messages.ts';
import { NONE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { fromLatin1 } from '../../text/bytes.ts';
import { cInt, isStr, toSize, withCInt } from '../../objects/arguments.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { newBytes, newDict, newList } from '../../objects/core/make.ts';
import { moduleState } from '../../objects/core/modulestate.ts';
import { native, rawNative, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { dictSet } from '../../objects/dictsearch.ts';
import { raiseOsError } from '../../objects/exceptions-os.ts';
import { addKey, newSet } from '../../objects/setops.ts';
import { modulesOf } from '../../versions/modules.ts';
import { defineStructSequence } from '../core/structsequence.ts';
import { monotonicTime, processTime } from '../../objects/core/clock.ts';
import { childFunctions } from './children.ts';
import { fsEncoded } from './pathtext.ts';
import { spawnFunctions } from './spawn.ts';
import { system } from './system.ts';

/** The environment of every run: that in which the truth about the scenarios is recorded. */
const environment: Readonly<Record<string, string>> = {
  PATH: '/usr/bin:/bin',
  LC_ALL: 'C.UTF-8',
  HOME: '/nonexistent',
  PYTHONHASHSEED: '0',
  PYTHONDONTWRITEBYTECODE: '1',
};

const processors = 2;
const processId = 4242;

export const terminalSize = defineStructSequence('os', 'terminal_size', 'columns lines', { callable: true });
const timesResult = defineStructSequence('posix', 'times_result', 'user system children_user children_system elapsed', { callable: true });
const unameResult = defineStructSequence('posix', 'uname_result', 'sysname nodename release version machine', { callable: true });
export const processTypes: readonly Ref[] = [terminalSize.type, timesResult.type, unameResult.type];

/** A new dict of the environment, in bytes. */
export function newEnvironment(rt: Runtime): Ref {
  const dict = newDict(rt);
  for (const [name, value] of Object.entries(environment)) {
    const entry = [newBytes(rt, fromLatin1(name)), newBytes(rt, fromLatin1(value))] as const;
    dictSet(rt, dict, ...entry);
    for (const part of entry) rt.heap.decref(part);
  }
  return dict;
}

/** What `register_at_fork` keeps alive until the interpreter's state goes; nothing forks, so nothing is called. */
interface ForkHooks {
  readonly lists: readonly [before: Ref[], afterInParent: Ref[], afterInChild: Ref[]];
  traverse(visit: (ref: Ref) => void): void;
}

class ForkState implements ForkHooks {
  readonly lists = [[], [], []] as [Ref[], Ref[], Ref[]];
  traverse(visit: (ref: Ref) => void): void {
    for (const list of this.lists) list.forEach(visit);
  }
}

const forkState = (rt: Runtime): ForkHooks => moduleState<ForkHooks>(rt, 'posix', () => new ForkState());

/** Drops what was registered, at the exit. */
export function clearForkHooks(rt: Runtime): void {
  for (const list of forkState(rt).lists) for (const hook of list.splice(0)) rt.heap.decref(hook);
}

const registerAtFork = native('register_at_fork', '*, before=, after_in_child=, after_in_parent=', (rt, _module, [before, child, parent]) => {
  if (before === NULL && child === NULL && parent === NULL) raise(rt, TYPE_ERROR, 'At least one argument is required.');
  const given = [
    ['before', before!, 0],
    ['after_in_child', child!, 2],
    ['after_in_parent', parent!, 1],
  ] as const;
  for (const [name, hook] of given) {
    if (hook !== NULL && rt.typeOf(hook).slots.tp_call === undefined) raise(rt, TYPE_ERROR, `'${name}' must be callable, not ${typeName(rt, hook)}`);
  }
  for (const [, hook, list] of given) if (hook !== NULL) forkState(rt).lists[list].push(rt.heap.incref(hook));
  return NONE;
});

/** What cannot be done without a second process or program. */
const refusedProcesses =
  'fork fork1 forkpty execv execve system killpg wait wait3 wait4 waitid abort openpty login_tty';

const refused: readonly NativeFunction[] = refusedProcesses.split(' ').map((name) => rawNative(name, () => unsupported(`processes (os.${name})`)));

const constant = (name: string, value: number): NativeFunction => native(name, '', (rt) => rt.newInt(value));

const ofStatus = (name: string, work: (status: number) => number | boolean): NativeFunction =>
  suspending(name, 'status', function* (rt, _module, [argument]) {
    const result = work(yield* cInt(rt, argument!));
    return typeof result === 'boolean' ? rt.newBool(result) : rt.newInt(result);
  });

const signalOf = (status: number): number => status & 0x7f;
const hasExited = (status: number): boolean => signalOf(status) === 0;
const isStopped = (status: number): boolean => (status & 0xff) === 0x7f;
const isSignaled = (status: number): boolean => !hasExited(status) && signalOf(status) !== 0x7f;
const upperByte = (status: number): number => (status >> 8) & 0xff;

const statusFunctions: readonly NativeFunction[] = [
  ofStatus('WCOREDUMP', (status) => (status & 0x80) !== 0),
  ofStatus('WIFCONTINUED', (status) => status === 0xffff),
  ofStatus('WIFSTOPPED', isStopped),
  ofStatus('WIFSIGNALED', isSignaled),
  ofStatus('WIFEXITED', hasExited),
  ofStatus('WEXITSTATUS', upperByte),
  ofStatus('WTERMSIG', signalOf),
  ofStatus('WSTOPSIG', upperByte),
  suspending('waitstatus_to_exitcode', 'status', function* (rt, _module, [argument]) {
    const status = yield* cInt(rt, argument!);
    if (hasExited(status)) return rt.newInt(upperByte(status));
    if (isSignaled(status) && status >= 0) return rt.newInt(-signalOf(status));
    if (isStopped(status) && status >= 0) raise(rt, VALUE_ERROR, `process stopped by delivery of signal ${upperByte(status)}`);
    return raise(rt, VALUE_ERROR, `invalid wait status: ${status}`);
  }),
];

/** What `sysconf` answers, by number. */
const configuration: ReadonlyMap<number, number> = new Map([
  [0, 2097152],
  [2, 100],
  [4, 1024],
  [30, 4096],
  [60, 1024],
  [83, processors],
  [84, processors],
  [85, 1 << 20],
]);
const configurationNames: Readonly<Record<string, number>> = { SC_ARG_MAX: 0, SC_CLK_TCK: 2, SC_OPEN_MAX: 4, SC_PAGESIZE: 30, SC_PAGE_SIZE: 30, SC_IOV_MAX: 60, SC_NPROCESSORS_CONF: 83, SC_NPROCESSORS_ONLN: 84, SC_PHYS_PAGES: 85 };

const sysconf = suspending('sysconf', 'name, /', function* (rt, _module, [name]) {
  let number: number;
  if (isStr(rt, name!)) {
    const text = rt.text(name!);
    number = configurationNames[text] ?? (text.startsWith('SC_') ? unsupported(`os.sysconf('${text}')`) : raise(rt, VALUE_ERROR, 'unrecognized configuration name'));
  } else if (rt.typeOf(name!).slots.nb_index === undefined) raise(rt, TYPE_ERROR, 'configuration names must be strings or integers');
  else number = yield* cInt(rt, name!);
  const value = configuration.get(number);
  if (value === undefined) return number < 0 || number > 249 ? raiseOsError(rt, Errno.EINVAL) : unsupported(`os.sysconf(${number})`);
  return rt.newInt(value);
});

/** What `confstr` answers, by number, and the numbers of names. */
const configurationTexts: ReadonlyMap<number, string> = new Map([[0, '/bin:/usr/bin'], [2, 'glibc 2.36']]);
const configurationTextNames: Readonly<Record<string, number>> = { CS_PATH: 0, CS_GNU_LIBC_VERSION: 2 };

const confstr = suspending('confstr', 'name, /', function* (rt, _module, [name]) {
  let number: number;
  if (isStr(rt, name!)) {
    const text = rt.text(name!);
    number = configurationTextNames[text] ?? (text.startsWith('CS_') ? unsupported(`os.confstr('${text}')`) : raise(rt, VALUE_ERROR, 'unrecognized configuration name'));
  } else if (rt.typeOf(name!).slots.nb_index === undefined) raise(rt, TYPE_ERROR, 'configuration names must be strings or integers');
  else number = yield* cInt(rt, name!);
  return rt.newStr(configurationTexts.get(number) ?? (number < 0 || number > 1149 ? raiseOsError(rt, Errno.EINVAL) : unsupported(`os.confstr(${number})`)));
});

/** Sets nothing that anybody could read: `os.environ` is a dict of its own, and no program is started. */
const environmentFunctions: readonly NativeFunction[] = [
  suspending('putenv', 'name, value, /', function* (rt, _module, [nameArgument, valueArgument]) {
    const [name, value] = [yield* fsEncoded(rt, nameArgument!), yield* fsEncoded(rt, valueArgument!)];
    if (name.includes('\0') || value.includes('\0')) raise(rt, VALUE_ERROR, 'embedded null byte');
    if (name.includes('=')) raise(rt, VALUE_ERROR, 'illegal environment variable name');
    if (name === '') raiseOsError(rt, Errno.EINVAL);
    return NONE;
  }),
  suspending('unsetenv', 'name, /', function* (rt, _module, [nameArgument]) {
    const name = yield* fsEncoded(rt, nameArgument!);
    if (name.includes('\0')) raise(rt, VALUE_ERROR, 'embedded null byte');
    if (name === '' || name.includes('=')) raiseOsError(rt, Errno.EINVAL);
    return NONE;
  }),
  native('_create_environ', '', newEnvironment),
  native('_clearenv', '', () => NONE),
];

function randomBytes(rt: Runtime, count: number): Ref {
  rt.charge(count, count);
  return newBytes(rt, rt.files.descriptors.randomBytes(count));
}

const seconds = (nanoseconds: bigint): number => Math.round(Number(nanoseconds) / 1e7) / 100;

const session = (name: string): NativeFunction =>
  suspending(name, 'pid, /', function* (rt, _module, [pid]) {
    const asked = yield* cInt(rt, pid!);
    return asked === 0 || asked === processId ? rt.newInt(processId) : raiseOsError(rt, Errno.ESRCH);
  });

export const processFunctions: readonly NativeFunction[] = [
  native('_exit', 'status', (rt, _module, [status]) => withCInt(rt, status!, (value) => rt.hooks.hardExit(value))),
  constant('getpid', processId),
  suspending('pidfd_open', 'pid, flags=0', function* (rt, _module, [pid, flags]) {
    const given = yield* cInt(rt, pid!);
    if (flags !== NULL) yield* cInt(rt, flags!);
    if (given !== processId) raiseOsError(rt, given > 0 ? Errno.ESRCH : Errno.EINVAL);
    return rt.newInt(system(rt, () => rt.files.openProcess()));
  }),
  constant('getppid', processId - 1),
  constant('getpgrp', processId),
  ...['getuid', 'geteuid', 'getgid', 'getegid'].map((name) => constant(name, 0)),
  session('getsid'),
  session('getpgid'),
  native('getgroups', '', (rt) => newList(rt, [])),
  native('getlogin', '', (rt) => raiseOsError(rt, Errno.ENXIO)),
  native('cpu_count', '', (rt) => rt.newInt(processors)),
  suspending('sched_getaffinity', 'pid, /', function* (rt, _module, [pid]) {
    yield* cInt(rt, pid!);
    const set = newSet(rt);
    for (let processor = 0; processor < processors; processor++) yield* addKey(rt, set, rt.newInt(processor));
    return set;
  }),
  native('sched_yield', '', () => NONE),
  // Setting a priority is a request that nobody has to grant.
  suspending('nice', 'increment, /', function* (rt, _module, [increment]) {
    return rt.newInt(yield* cInt(rt, increment!));
  }),
  native('uname', '', (rt) =>
    unameResult.make(
      rt,
      ['Linux', 'localhost', '6.1.0', '#1 SMP', 'x86_64'].map((text) => rt.newStr(text)),
    ),
  ),
  native('times', '', (rt) => {
    const [user, elapsed] = [processTime(rt), monotonicTime(rt)];
    return timesResult.make(
      rt,
      [seconds(user), 0, 0, 0, seconds(elapsed)].map((value) => rt.newFloat(value)),
    );
  }),
  suspending('urandom', 'size, /', function* (rt, _module, [size]) {
    const count = toSize(rt, yield* index(rt, size!));
    if (count < 0) raise(rt, VALUE_ERROR, modulesOf(rt.profile.version).files.negativeRandom);
    return randomBytes(rt, count);
  }),
  suspending('getrandom', 'size, flags=0', function* (rt, _module, [size]) {
    const count = toSize(rt, yield* index(rt, size!));
    return count < 0 ? raiseOsError(rt, Errno.EINVAL) : randomBytes(rt, count);
  }),
  suspending('strerror', 'code, /', function* (rt, _module, [code]) {
    return rt.newStr(strerror(yield* cInt(rt, code!)));
  }),
  native('_is_inputhook_installed', '', (rt) => rt.newBool(false)),
  registerAtFork,
  sysconf,
  confstr,
  ...environmentFunctions,
  ...statusFunctions,
  ...childFunctions,
  ...spawnFunctions,
  ...refused,
];
