import { NONE, OS_ERROR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { cInt, isStr, isTuple, toSize } from '../../objects/arguments.ts';
import { instanceDict } from '../../objects/core/attributes.ts';
import { defineType } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newTuple } from '../../objects/core/make.ts';
import { native, suspending, type NativeFunction, type NativeSteps } from '../../objects/core/native.ts';
import { index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { isDict } from '../../objects/dictsearch.ts';
import { dictUpdate } from '../../objects/dictupdate.ts';
import { modulesOf } from '../../versions/modules.ts';
import { codePoints, length } from '../../text/str.ts';
import { ioFlags, sizeArgument } from './calls.ts';
import { attributesLayout } from './layout.ts';
import { nextLine } from './iobase.ts';
import { lineEnd, NewlineTranslator, type LineEnds } from './newlines.ts';
import { STRING_IO, TEXT_IO_BASE } from './types.ts';

const hasAstral = /[\ud800-\udbff][\udc00-\udfff]/;

/** Payload of a StringIO. Positions count characters: those of `text` are the same as long as it has none above U+FFFF. */
class StringIO {
  initialised = false;
  closed = false;
  text = '';
  position = 0;
  astral = false;
  /** Null, '', or what ends a line, as it was given. */
  newline: string | null = '\n';
  /** Reads `\r` and `\r\n` as line ends; null where only `newline` is one. */
  translator: NewlineTranslator | null = null;

  get size(): number {
    return this.astral ? length(this.text) : this.text.length;
  }

  /** Index into `text` of a position. */
  at(position: number): number {
    if (!this.astral) return Math.min(position, this.text.length);
    let index = 0;
    for (let i = 0; i < position && index < this.text.length; i++) index += this.text.codePointAt(index)! > 0xffff ? 2 : 1;
    return index;
  }

  /** Replaces what is at the position; a gap is filled with null characters. */
  write(text: string): void {
    const count = codePoints(text).length;
    const { size, position } = this;
    const end = position + count;
    this.astral ||= hasAstral.test(text);
    if (position >= size) this.text += '\0'.repeat(position - size) + text;
    else this.text = this.text.slice(0, this.at(position)) + text + (end >= size ? '' : this.text.slice(this.at(end)));
    this.position = end;
  }

  get lineEnds(): LineEnds {
    return { translated: this.translator?.translate === true, universal: this.translator !== null, terminator: this.newline ?? '\n' };
  }
}

const objectOf = (rt: Runtime, self: Ref): StringIO => rt.heap.payload[self] as StringIO;

function openStringIO(rt: Runtime, self: Ref): StringIO {
  const object = objectOf(rt, self);
  if (!object.initialised) raise(rt, VALUE_ERROR, 'I/O operation on uninitialized object');
  return object.closed ? raise(rt, VALUE_ERROR, 'I/O operation on closed file') : object;
}

/** Mirrors write_str(): line ends are read by the rule of the stream, and written by it. */
function write(rt: Runtime, object: StringIO, text: string): void {
  rt.charge(text.length >> 6, text.length + Math.max(object.position - object.size, 0));
  let written = object.translator === null ? text : object.translator.decode(text, true);
  if (object.newline !== null && object.newline.startsWith('\r')) written = written.replaceAll('\n', object.newline);
  if (written !== '') object.write(written);
}

function* init(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const [initial, newline] = bind(rt, 'StringIO', "initial_value='', newline='\\n'", args, keywords);
  start(rt, objectOf(rt, self), initial!, newline === NULL ? rt.name('\n') : newline!);
  return NULL;
}

function start(rt: Runtime, object: StringIO, initial: Ref, newline: Ref): void {
  if (newline !== NONE && !isStr(rt, newline)) raise(rt, TYPE_ERROR, `newline must be str or None, not ${typeName(rt, newline)}`);
  const ending = newline === NONE ? null : rt.text(newline);
  if (ending !== null && !['', '\n', '\r', '\r\n'].includes(ending)) raise(rt, VALUE_ERROR, `illegal newline value: '${ending}'`);
  if (initial !== NULL && initial !== NONE && !isStr(rt, initial)) raise(rt, TYPE_ERROR, `initial_value must be str or None, not ${typeName(rt, initial)}`);
  Object.assign(object, new StringIO());
  object.newline = ending;
  object.translator = ending === null || ending === '' ? new NewlineTranslator(ending === null) : null;
  object.initialised = true;
  if (initial !== NULL && initial !== NONE) write(rt, object, rt.text(initial));
  object.position = 0;
}

/** The text from the position on, at most `count` characters of it. */
function take(rt: Runtime, object: StringIO, count: number): Ref {
  const { text, position, size } = object;
  if (position >= size) return rt.newStr('');
  const end = count < 0 ? size : Math.min(size, position + count);
  object.position = end;
  rt.charge((end - position) >> 6, end - position);
  return rt.newStr(text.slice(object.at(position), object.at(end)));
}

function takeLine(rt: Runtime, object: StringIO, limit: number): Ref {
  if (limit === 0 || object.position >= object.size) return rt.newStr('');
  const start = object.at(object.position);
  const end = lineEnd(object.text, start, object.lineEnds);
  const line = object.text.slice(start, end < 0 ? undefined : end);
  const count = object.astral ? length(line) : line.length;
  return take(rt, object, limit >= 0 ? Math.min(limit, count) : count);
}

function* seek(rt: Runtime, self: Ref, offset: Ref, whence: Ref): Steps<Ref> {
  const object = openStringIO(rt, self);
  let position = toSize(rt, yield* index(rt, offset));
  const how = whence === NULL ? 0 : yield* cInt(rt, whence);
  if (how < 0 || how > 2) raise(rt, VALUE_ERROR, `Invalid whence (${how}, should be 0, 1 or 2)`);
  if (position < 0 && how === 0) raise(rt, VALUE_ERROR, `Negative seek position ${position}`);
  if (how !== 0 && position !== 0) raise(rt, OS_ERROR, "Can't do nonzero cur-relative seeks");
  if (how === 1) position = object.position;
  if (how === 2) position = object.size;
  object.position = position;
  return rt.newInt(position);
}

function* truncate(rt: Runtime, self: Ref, size: Ref): Steps<Ref> {
  const object = openStringIO(rt, self);
  const end = size === NULL || size === NONE ? object.position : toSize(rt, yield* index(rt, size));
  if (end < 0) raise(rt, VALUE_ERROR, modulesOf(rt.profile.version).streams.negativeTruncation(end));
  if (end < object.size) object.text = object.text.slice(0, object.at(end));
  return rt.newInt(end);
}

/** Mirrors _io_StringIO___setstate___impl(): 1 the line ends; 2 the text as it is; 3 the position; 4 the dict. */
function* setState(rt: Runtime, self: Ref, state: Ref): Steps<Ref> {
  const items = isTuple(rt, state) ? itemsOf(rt, state) : [];
  if (items.length < 4) raise(rt, TYPE_ERROR, `${typeName(rt, self)}.__setstate__ argument should be 4-tuple, got ${typeName(rt, state)}`);
  const [value, newline, position, dict] = items;
  const object = objectOf(rt, self);
  // 1
  start(rt, object, NULL, newline!);
  // 2
  if (!isStr(rt, value!)) raise(rt, TYPE_ERROR, `first item of state must be str, not ${typeName(rt, value!)}`);
  object.text = rt.text(value!);
  object.astral = hasAstral.test(object.text);
  // 3
  if (rt.typeOf(position!).slots.nb_index === undefined) raise(rt, TYPE_ERROR, `third item of state must be an integer, got ${typeName(rt, position!)}`);
  const at = toSize(rt, yield* index(rt, position!));
  if (at < 0) raise(rt, VALUE_ERROR, 'position value cannot be negative');
  object.position = at;
  // 4
  if (dict === NONE) return NONE;
  if (!isDict(rt, dict!)) raise(rt, TYPE_ERROR, `fourth item of state should be a dict, got a ${typeName(rt, dict!)}`);
  yield* settle(rt, dictUpdate(rt, instanceDict(rt, self), dict!));
  return NONE;
}

const open = (name: string, answer: (rt: Runtime, object: StringIO, self: Ref) => Ref): NativeFunction =>
  native(name, '', (rt, self) => answer(rt, openStringIO(rt, self), self));

const reading = (name: string, body: (rt: Runtime, object: StringIO, count: number) => Ref): NativeFunction =>
  suspending(name, 'size=-1, /', function* (rt, self, [size]) {
    const object = openStringIO(rt, self);
    return body(rt, object, yield* sizeArgument(rt, size!));
  } as NativeSteps);

defineType({
  handle: STRING_IO,
  name: 'StringIO',
  module: '_io',
  base: TEXT_IO_BASE,
  addsLayout: true,
  flags: ioFlags,
  layout: attributesLayout,
  slots: {
    tp_new: (rt, type) => newInstance(rt, type, new StringIO()),
    tp_init: (rt, self, args, keywords) => begin(rt, init(rt, self, args, keywords)),
    tp_iternext: (rt, self) => {
      if (rt.heap.type[self] !== STRING_IO) return begin(rt, nextLine(rt, self));
      const object = openStringIO(rt, self);
      return object.position >= object.size ? NULL : takeLine(rt, object, -1);
    },
  },
  methods: [
    ...['readable', 'writable', 'seekable'].map((name) => open(name, (rt) => rt.newBool(true))),
    open('tell', (rt, { position }) => rt.newInt(position)),
    open('getvalue', (rt, { text }) => rt.newStr(text)),
    reading('read', take),
    reading('readline', takeLine),
    native('write', 's, /', (rt, self, [text]) => {
      if (!isStr(rt, text!)) raise(rt, TYPE_ERROR, `string argument expected, got '${typeName(rt, text!)}'`);
      const object = openStringIO(rt, self);
      write(rt, object, rt.text(text!));
      return rt.newInt(length(rt.text(text!)));
    }),
    suspending('seek', 'pos, whence=0, /', (rt, self, [position, whence]) => seek(rt, self, position!, whence!)),
    suspending('truncate', 'pos=None, /', (rt, self, [size]) => truncate(rt, self, size!)),
    native('close', '', (rt, self) => {
      objectOf(rt, self).closed = true;
      objectOf(rt, self).text = '';
      return NONE;
    }),
    open('__getstate__', (rt, object, self) => {
      const dict = rt.heap.attributes[self]?.[0] ?? NULL;
      const { text, newline, position } = object;
      return newTuple(rt, [rt.newStr(text), newline === null ? NONE : rt.newStr(newline), rt.newInt(position), dict === NULL ? NONE : rt.heap.incref(dict)]);
    }),
    suspending('__setstate__', 'state, /', (rt, self, [state]) => setState(rt, self, state!)),
  ],
  attributes: [
    { name: 'closed', get: (rt, self) => rt.newBool(objectOf(rt, self).closed) },
    { name: 'newlines', get: (rt, self) => openStringIO(rt, self).translator?.kinds(rt) ?? NONE },
    { name: 'line_buffering', get: lineBuffering },
  ],
});

function lineBuffering(rt: Runtime, self: Ref): Ref {
  openStringIO(rt, self);
  return rt.newBool(false);
}
