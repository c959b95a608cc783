import { NONE, OS_ERROR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { cInt, toSize } from '../../objects/arguments.ts';
import { bytesLike, isBytes } from '../../objects/bytes-like.ts';
import { getAttrText } from '../../objects/core/attributes.ts';
import { defineType } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { native, suspending, type NativeAttribute, type NativeFunction } from '../../objects/core/native.ts';
import { index, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { modulesOf } from '../../versions/modules.ts';
import {
  Buffered,
  bufferedLayout,
  bufferedOf,
  closeBuffered,
  detachBuffered,
  flushAndRewind,
  flushWritten,
  initBuffered,
  isClosed,
  rawSeek,
  rawTell,
  showStream,
  usable,
  usableOpen,
  warnBelow,
} from './buffered.ts';
import { peek, read, read1, readInto, readline } from './bufferedread.ts';
import { writeBuffered } from './bufferedwrite.ts';
import { callMethod, ioFlags, sizeArgument, unsupportedOperation } from './calls.ts';
import { checkAbility } from './iobase.ts';
import { BUFFERED_IO_BASE, BUFFERED_RANDOM, BUFFERED_READER, BUFFERED_WRITER } from './types.ts';

/** Passes a question on to the raw stream. */
const forwarded = (name: string): NativeFunction => suspending(name, '', (rt, self) => callMethod(rt, usable(rt, self).raw, name));

function* tell(rt: Runtime, self: Ref): Steps<Ref> {
  const buffered = usable(rt, self);
  const position = yield* rawTell(rt, buffered);
  return rt.newInt(Math.max(position - buffered.offset, 0));
}

/** Mirrors _io__Buffered_seek_impl(): 1 within what was read ahead; 2 what is to be written goes first; 3 the raw stream. */
function* seek(rt: Runtime, self: Ref, offset: Ref, whenceArgument: Ref): Steps<Ref> {
  const buffered = usable(rt, self);
  const whence = whenceArgument === NULL ? 0 : yield* cInt(rt, whenceArgument);
  if (whence < 0 || whence > 4) raise(rt, VALUE_ERROR, `whence value ${whence} unsupported`);
  yield* usableOpen(rt, self, 'seek of closed file');
  yield* checkAbility(rt, buffered.raw, 'seekable');
  let target = toSize(rt, yield* index(rt, offset));
  // 1
  if (whence < 2 && buffered.readable) {
    const current = buffered.rawPosition !== -1 ? buffered.rawPosition : yield* rawTell(rt, buffered);
    const { ahead, position } = buffered;
    if (ahead > 0) {
      const moved = whence === 0 ? target - (current - buffered.offset) : target;
      if (moved >= -position && moved <= ahead) {
        buffered.position += moved;
        return rt.newInt(current - ahead + moved);
      }
    }
  }
  // 2
  if (buffered.writable) {
    yield* flushWritten(rt, buffered);
    buffered.forgetWritten();
  }
  // 3
  if (whence === 1) target -= buffered.offset;
  const position = yield* rawSeek(rt, buffered, target, whence);
  buffered.rawOffset = -1;
  if (buffered.readable) buffered.forgetRead();
  return rt.newInt(position);
}

function* truncate(rt: Runtime, self: Ref, size: Ref): Steps<Ref> {
  const buffered = yield* usableOpen(rt, self, 'truncate of closed file');
  if (!buffered.writable) unsupportedOperation(rt, 'truncate');
  yield* flushAndRewind(rt, buffered);
  const result = yield* callMethod(rt, buffered.raw, 'truncate', size === NULL ? NONE : size);
  yield* rawTell(rt, buffered);
  return result;
}

const refusePickling = (rt: Runtime, self: Ref): never => raise(rt, TYPE_ERROR, modulesOf(rt.profile.version).streams.cannotPickle(rt.typeOf(self).name));

const common: readonly NativeFunction[] = [
  suspending('detach', '', detachBuffered),
  suspending('close', '', function* (rt, self) {
    yield* closeBuffered(rt, self);
    return NONE;
  }),
  ...['seekable', 'fileno', 'isatty'].map(forwarded),
  suspending('_dealloc_warn', 'source, /', function* (rt, self, [source]) {
    const { initialised, raw } = bufferedOf(rt, self);
    if (initialised && raw !== NULL) yield* warnBelow(rt, raw, source!);
    return NONE;
  }),
  suspending('seek', 'target, whence=0, /', (rt, self, [target, whence]) => seek(rt, self, target!, whence!)),
  suspending('tell', '', tell),
  suspending('truncate', 'pos=None, /', (rt, self, [size]) => truncate(rt, self, size!)),
  native('__reduce__', '', refusePickling),
  native('__reduce_ex__', 'protocol, /', refusePickling),
  native('__getstate__', '', refusePickling),
];

const reading: readonly NativeFunction[] = [
  suspending('read', 'size=-1, /', function* (rt, self, [size]) {
    usable(rt, self);
    return yield* read(rt, self, yield* sizeArgument(rt, size!));
  }),
  suspending('read1', 'size=-1, /', function* (rt, self, [size]) {
    usable(rt, self);
    return yield* read1(rt, self, size === NULL ? -1 : toSize(rt, yield* index(rt, size!)));
  }),
  suspending('readinto', 'buffer, /', (rt, self, [buffer]) => readInto(rt, self, buffer!, false)),
  suspending('readinto1', 'buffer, /', (rt, self, [buffer]) => readInto(rt, self, buffer!, true)),
  suspending('readline', 'size=-1, /', function* (rt, self, [size]) {
    usable(rt, self);
    return yield* readline(rt, self, yield* sizeArgument(rt, size!));
  }),
  suspending('peek', 'size=0, /', (rt, self) => peek(rt, self)),
];

const writing: readonly NativeFunction[] = [
  suspending('write', 'buffer, /', function* (rt, self, [data]) {
    usable(rt, self);
    const bytes = bytesLike(rt, data!);
    rt.charge(bytes.length >> 6);
    return rt.newInt(yield* writeBuffered(rt, self, bytes.slice()));
  }),
  suspending('flush', '', function* (rt, self) {
    const buffered = yield* usableOpen(rt, self, 'flush of closed file');
    yield* flushAndRewind(rt, buffered);
    return NONE;
  }),
];

/** An attribute of the raw stream. */
const below = (name: string): NativeAttribute => ({
  name,
  get: (rt, self) => getAttrText(rt, usable(rt, self).raw, name),
});

const attributes: readonly NativeAttribute[] = [
  { name: 'raw', member: true, get: (rt, self) => (bufferedOf(rt, self).raw === NULL ? NONE : rt.heap.incref(bufferedOf(rt, self).raw)) },
  {
    name: '_finalizing',
    member: true,
    get: (rt, self) => rt.newBool(bufferedOf(rt, self).finalizing),
    set: (rt, self, value) => begin(rt, setFinalizing(rt, self, value)),
  },
  { name: 'closed', get: (rt, self) => begin(rt, closed(rt, self)) },
  below('name'),
  below('mode'),
];

function* setFinalizing(rt: Runtime, self: Ref, value: Ref): Steps<Ref> {
  bufferedOf(rt, self).finalizing = yield* truth(rt, value);
  return NULL;
}

function* closed(rt: Runtime, self: Ref): Steps<Ref> {
  return rt.newBool(yield* isClosed(rt, self));
}

type Ability = 'readable' | 'writable';

/** Mirrors _io_BufferedReader___init___impl() and its siblings. */
function* init(rt: Runtime, self: Ref, name: string, abilities: readonly Ability[], args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const [raw, sizeGiven] = bind(rt, name, 'raw, buffer_size=8192', args, keywords);
  const size = sizeGiven === NULL ? modulesOf(rt.profile.version).streams.defaultBufferSize : toSize(rt, yield* index(rt, sizeGiven!));
  const buffered = bufferedOf(rt, self);
  buffered.initialised = false;
  buffered.detached = false;
  if (abilities.length === 2) yield* checkAbility(rt, raw!, 'seekable');
  for (const ability of abilities) yield* checkAbility(rt, raw!, ability);
  buffered.readable = abilities.includes('readable');
  buffered.writable = abilities.includes('writable');
  yield* initBuffered(rt, self, raw!, size);
  return NULL;
}

/** The next line: by `readline`, where a subclass may have its own. */
function* nextLine(rt: Runtime, self: Ref, type: Ref): Steps<Ref> {
  const line = rt.heap.type[self] === type ? yield* readline(rt, self, -1) : yield* callMethod(rt, self, 'readline');
  if (!isBytes(rt, line)) raise(rt, OS_ERROR, `readline() should have returned a bytes object, not '${typeName(rt, line)}'`);
  if ((rt.heap.payload[line] as Uint8Array).length > 0) return line;
  rt.heap.decref(line);
  return NULL;
}

function define(handle: Ref, name: string, abilities: readonly Ability[], methods: readonly NativeFunction[]): void {
  defineType({
    handle,
    name,
    module: '_io',
    base: BUFFERED_IO_BASE,
    addsLayout: true,
    flags: ioFlags,
    layout: bufferedLayout,
    slots: {
      tp_new: (rt, type) => newInstance(rt, type, new Buffered()),
      tp_init: (rt, self, args, keywords) => begin(rt, init(rt, self, name, abilities, args, keywords)),
      tp_repr: (rt, self) =>
        begin(
          rt,
          showStream(rt, self, (shown) => (shown === null ? `<${typeName(rt, self)}>` : `<${typeName(rt, self)} name=${shown}>`)),
        ),
      ...(abilities.includes('readable') ? { tp_iternext: (rt: Runtime, self: Ref) => begin(rt, nextLine(rt, self, handle)) } : {}),
    },
    methods: [...common, ...methods],
    attributes,
  });
}

/** What a reader flushes is the raw stream. */
const flushRaw = suspending('flush', '', (rt, self) => callMethod(rt, usable(rt, self).raw, 'flush'));

define(BUFFERED_READER, 'BufferedReader', ['readable'], [...reading, flushRaw, forwarded('readable')]);
define(BUFFERED_WRITER, 'BufferedWriter', ['writable'], [...writing, forwarded('writable')]);
define(BUFFERED_RANDOM, 'BufferedRandom', ['readable', 'writable'], [...reading, ...writing, forwarded('readable'), forwarded('writable')]);
