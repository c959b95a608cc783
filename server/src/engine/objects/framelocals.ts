import { CodeFlag, LocalKind } from '../compiler/code.ts';
import { Compare } from '../compiler/opcodes.ts';
import { TypeFlag } from '../heap/heap.ts';
import { CELL, DICT, FRAME, KEY_ERROR, NONE, NOT_IMPLEMENTED, STR, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { cellOf } from './cell.ts';
import { getNamespaceItem, removeNamespaceItem, setNamespaceItem } from './core/attributes.ts';
import { defineType, moduleTypeHandle } from './core/define.ts';
import { raise, raiseKeyError, raiseWith } from './core/errors.ts';
import { isInstance, typeName } from './core/lookup.ts';
import { newDict, newList, newTuple, tableOf } from './core/make.ts';
import { native, suspending } from './core/native.ts';
import { delItem, equals, hash, iter, repr } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { dictFind, dictSet } from './dictsearch.ts';
import { dictUpdate } from './dictupdate.ts';
import { FrameExtras, frameOf, localsSnapshot, namedLocals, variableAt, type Frame } from './frame.ts';

export const FRAME_LOCALS_PROXY = moduleTypeHandle();

/** Payload of what `f_locals` of a function's frame is: the frame object, owned. */
class FrameLocalsProxy {
  constructor(public frame: Ref) {}
}

const frameBehind = (rt: Runtime, self: Ref): Frame => frameOf(rt, (rt.heap.payload[self] as FrameLocalsProxy).frame);
const isProxy = (rt: Runtime, object: Ref): boolean => rt.heap.type[object] === FRAME_LOCALS_PROXY;

const isOptimized = (frame: Frame): boolean => (frame.code.data.flags & CodeFlag.OPTIMIZED) !== 0;

/** Names of comprehensions that are inlined in a module or a class, while they have a value (3.12 and later). */
function hiddenLocals(rt: Runtime, frame: Frame): readonly number[] {
  const { localspluskinds } = frame.code.data;
  return [...localspluskinds.keys()].filter((i) => (localspluskinds[i]! & LocalKind.HIDDEN) !== 0 && variableAt(rt, frame, i) !== NULL);
}

/** `f_locals` of a frame object (PyFrame_GetLocals). */
export function frameLocals(rt: Runtime, self: Ref): Ref {
  const frame = frameOf(rt, self);
  if (!rt.profile.locals.areProxied || (!isOptimized(frame) && hiddenLocals(rt, frame).length === 0)) return currentLocals(rt, frame);
  return rt.heap.allocateTracked(FRAME_LOCALS_PROXY, new FrameLocalsProxy(rt.heap.incref(self)));
}

/** What `locals()` answers, and `exec`, `eval`, `vars` and `dir` look into (_PyFrame_GetLocals). */
export function currentLocals(rt: Runtime, frame: Frame): Ref {
  const { heap } = rt;
  const hidden = isOptimized(frame) ? [] : hiddenLocals(rt, frame);
  if (!isOptimized(frame) && hidden.length === 0) return localsSnapshot(rt, frame);
  if (!rt.profile.locals.areProxied) return isOptimized(frame) ? heap.incref(refreshedLocals(rt, frame)) : withHidden(rt, frame, hidden);
  const dict = newDict(rt);
  for (const [key, value] of itemsOf(rt, frame)) setNamespaceItem(rt, dict, key, heap.incref(value));
  return dict;
}

/** In 3.12: the namespace, and what a comprehension in it has made its own. */
function withHidden(rt: Runtime, frame: Frame, hidden: readonly number[]): Ref {
  const namespace = localsSnapshot(rt, frame);
  if (rt.heap.type[namespace] !== DICT) return namespace;
  const copy = newDict(rt);
  const { keys, values } = tableOf(rt, namespace);
  keys.forEach((key, i) => {
    if (key !== NULL) setNamespaceItem(rt, copy, key, rt.heap.incref(values[i]!));
  });
  for (const i of hidden) setNamespaceItem(rt, copy, frame.code.localNames[i]!, rt.heap.incref(variableAt(rt, frame, i)));
  rt.heap.decref(namespace);
  return copy;
}

/** Up to 3.12: the one dict of the frame, with the variables as they are now (PyFrame_FastToLocalsWithError); borrowed. */
function refreshedLocals(rt: Runtime, frame: Frame): Ref {
  if (frame.locals === NULL) frame.locals = newDict(rt);
  const dict = frame.locals;
  if (rt.heap.type[dict] !== DICT) return dict;
  const { localNames, data } = frame.code;
  for (let i = 0; i < localNames.length; i++) {
    if ((data.localspluskinds[i]! & LocalKind.HIDDEN) !== 0) continue;
    const value = variableAt(rt, frame, i);
    if (value !== NULL) setNamespaceItem(rt, dict, localNames[i]!, rt.heap.incref(value));
    else if (getNamespaceItem(rt, dict, localNames[i]!) !== NULL) removeNamespaceItem(rt, dict, localNames[i]!);
  }
  return dict;
}

const extrasOf = (rt: Runtime, frame: Frame): Ref => {
  const extras = (frame.extras ??= new FrameExtras());
  if (extras.locals === NULL) extras.locals = newDict(rt);
  return extras.locals;
};

function* extraItems(rt: Runtime, frame: Frame): Generator<readonly [Ref, Ref]> {
  if (frame.extras === null || frame.extras.locals === NULL) return;
  const { keys, values } = tableOf(rt, frame.extras.locals);
  for (let i = 0; i < keys.length; i++) if (keys[i] !== NULL) yield [keys[i]!, values[i]!];
}

/** All items, borrowed: variables first. */
function itemsOf(rt: Runtime, frame: Frame): (readonly [Ref, Ref])[] {
  return [...[...namedLocals(rt, frame)].map(([i, value]) => [frame.code.localNames[i]!, value] as const), ...extraItems(rt, frame)];
}

/**
 * The index of the variable whose name equals the key; −1 if there is none. `reading` wants it to have a value.
 * Mirrors framelocalsproxy_getkeyindex().
 */
function* variableIndex(rt: Runtime, frame: Frame, key: Ref, reading: boolean): Steps<number> {
  const { localsplusnames, localspluskinds } = frame.code.data;
  const counts = (i: number): boolean => (reading ? variableAt(rt, frame, i) !== NULL : (localspluskinds[i]! & LocalKind.HIDDEN) === 0);
  if (rt.heap.type[key] === STR) {
    const name = rt.text(key);
    return localsplusnames.findIndex((other, i) => other === name && counts(i));
  }
  yield* settle(rt, hash(rt, key));
  const { hashLow, hashHigh } = rt;
  for (let i = 0; i < localsplusnames.length; i++) {
    const name = frame.code.localNames[i]!;
    hash(rt, name);
    if (rt.hashLow === hashLow && rt.hashHigh === hashHigh && (yield* equals(rt, name, key)) && counts(i)) return i;
  }
  return -1;
}

function writeVariable(rt: Runtime, frame: Frame, index: number, value: Ref): void {
  const { heap } = rt;
  const values = frame.saved;
  const slot = values === null ? rt.stack[frame.base + index]! : values[index]!;
  heap.incref(value);
  if (slot !== NULL && heap.type[slot] === CELL && (frame.code.data.localspluskinds[index]! & (LocalKind.CELL | LocalKind.FREE)) !== 0) {
    const cell = cellOf(rt, slot);
    const old = cell.contents;
    cell.contents = value;
    heap.xdecref(old);
    return;
  }
  if (values === null) rt.stack[frame.base + index] = value;
  else values[index] = value;
  heap.xdecref(slot);
}

/** The value of a key, borrowed; NULL if there is none. */
function* find(rt: Runtime, self: Ref, key: Ref): Steps<Ref> {
  const frame = frameBehind(rt, self);
  const index = yield* variableIndex(rt, frame, key, true);
  return index >= 0 ? variableAt(rt, frame, index) : yield* findExtra(rt, frame, key);
}

function* findExtra(rt: Runtime, frame: Frame, key: Ref): Steps<Ref> {
  if (frame.extras === null || frame.extras.locals === NULL) return NULL;
  const table = tableOf(rt, frame.extras.locals);
  const at = yield* dictFind(rt, table, key);
  return at < 0 ? NULL : table.values[at]!;
}

function* getItem(rt: Runtime, self: Ref, key: Ref): Steps<Ref> {
  const value = yield* find(rt, self, key);
  if (value !== NULL) return rt.heap.incref(value);
  const shown = yield* settle(rt, repr(rt, key));
  const message = `local variable '${rt.text(shown)}' is not defined`;
  rt.heap.decref(shown);
  return raiseWith(rt, KEY_ERROR, rt.newStr(message));
}

function* setItem(rt: Runtime, self: Ref, key: Ref, value: Ref): Steps<Ref> {
  const frame = frameBehind(rt, self);
  if (value === NULL) return yield* removeItem(rt, self, key);
  const index = yield* variableIndex(rt, frame, key, false);
  if (index >= 0) writeVariable(rt, frame, index, value);
  else yield* settle(rt, dictSet(rt, extrasOf(rt, frame), key, value));
  return NULL;
}

function* removeItem(rt: Runtime, self: Ref, key: Ref): Steps<Ref> {
  const frame = frameBehind(rt, self);
  if (!rt.profile.locals.extrasCanGo) raise(rt, TYPE_ERROR, 'cannot remove variables from FrameLocalsProxy');
  if ((yield* variableIndex(rt, frame, key, false)) >= 0) raise(rt, VALUE_ERROR, 'cannot remove local variables from FrameLocalsProxy');
  if (frame.extras === null || frame.extras.locals === NULL) raiseKeyError(rt, key);
  yield* settle(rt, delItem(rt, frame.extras.locals, key));
  return NULL;
}

function* pop(rt: Runtime, self: Ref, key: Ref, fallback: Ref): Steps<Ref> {
  const frame = frameBehind(rt, self);
  if ((yield* variableIndex(rt, frame, key, false)) >= 0) raise(rt, VALUE_ERROR, 'cannot remove local variables from FrameLocalsProxy');
  const value = yield* findExtra(rt, frame, key);
  if (value === NULL && fallback === NULL) raiseKeyError(rt, key);
  const result = rt.heap.incref(value === NULL ? fallback : value);
  if (value !== NULL) yield* settle(rt, delItem(rt, frame.extras!.locals, key));
  return result;
}

function asDict(rt: Runtime, self: Ref): Ref {
  return currentLocals(rt, frameBehind(rt, self));
}

function* update(rt: Runtime, self: Ref, other: Ref): Steps<Ref> {
  if (!isProxy(rt, other) && (rt.typeOf(other).flags & TypeFlag.DICT_SUBCLASS) === 0) raise(rt, TYPE_ERROR, 'update() argument must be dict or another FrameLocalsProxy');
  const source = isProxy(rt, other) ? asDict(rt, other) : rt.heap.incref(other);
  try {
    const { keys, values } = tableOf(rt, source);
    for (let i = 0; i < keys.length; i++) if (keys[i] !== NULL) yield* setItem(rt, self, keys[i]!, values[i]!);
  } finally {
    rt.heap.decref(source);
  }
  return NONE;
}

function* merged(rt: Runtime, left: Ref, right: Ref): Steps<Ref> {
  const result = newDict(rt);
  for (const side of [left, right]) {
    const dict = isProxy(rt, side) ? asDict(rt, side) : rt.heap.incref(side);
    yield* settle(rt, dictUpdate(rt, result, dict));
    rt.heap.decref(dict);
  }
  return result;
}

const isMergeable = (rt: Runtime, object: Ref): boolean => isProxy(rt, object) || (rt.typeOf(object).flags & TypeFlag.DICT_SUBCLASS) !== 0;

function* compare(rt: Runtime, left: Ref, right: Ref, wanted: boolean): Steps<Ref> {
  if (isProxy(rt, right)) return rt.newBool((frameBehind(rt, left) === frameBehind(rt, right)) === wanted);
  const dict = asDict(rt, left);
  try {
    return rt.newBool((yield* equals(rt, dict, right)) === wanted);
  } finally {
    rt.heap.decref(dict);
  }
}

/** Those that are being shown: a proxy in its own repr is `{...}`, as a dict is. */
function* reprSteps(rt: Runtime, self: Ref): Steps<Ref> {
  const frame = frameBehind(rt, self);
  if (rt.shownFrames.has(frame)) return rt.newStr('{...}');
  rt.shownFrames.add(frame);
  const dict = asDict(rt, self);
  try {
    return yield* settle(rt, repr(rt, dict));
  } finally {
    rt.heap.decref(dict);
    rt.shownFrames.delete(frame);
  }
}

function* get(rt: Runtime, self: Ref, key: Ref, fallback: Ref, stores: boolean): Steps<Ref> {
  const value = yield* find(rt, self, key);
  if (value !== NULL) return rt.heap.incref(value);
  const result = fallback === NULL ? NONE : fallback;
  if (stores) yield* setItem(rt, self, key, result);
  return rt.heap.incref(result);
}

const listOf = (rt: Runtime, self: Ref, pick: (item: readonly [Ref, Ref]) => Ref): Ref => newList(rt, itemsOf(rt, frameBehind(rt, self)).map(pick));
const keysOf = (rt: Runtime, self: Ref): Ref => listOf(rt, self, ([key]) => rt.heap.incref(key));

function iterate(rt: Runtime, list: Ref): Eventual {
  const result = iter(rt, list);
  rt.heap.decref(list);
  return result;
}

defineType({
  handle: FRAME_LOCALS_PROXY,
  name: 'FrameLocalsProxy',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.MAPPING,
  layout: {
    traverse: (payload, visit) => {
      const { frame } = payload as FrameLocalsProxy;
      if (frame !== NULL) visit(frame);
    },
    clear: (payload, released) => {
      const proxy = payload as FrameLocalsProxy;
      if (proxy.frame !== NULL) released.push(proxy.frame);
      proxy.frame = NULL;
    },
  },
  slots: {
    tp_new: (rt, _type, args, keywords) => {
      if (keywords !== NULL) raise(rt, TYPE_ERROR, 'FrameLocalsProxy takes no keyword arguments');
      if (args.length !== 1) raise(rt, TYPE_ERROR, `FrameLocalsProxy expected 1 argument, got ${args.length}`);
      if (!isInstance(rt, args[0]!, FRAME)) raise(rt, TYPE_ERROR, `expect frame, not ${typeName(rt, args[0]!)}`);
      return rt.heap.allocateTracked(FRAME_LOCALS_PROXY, new FrameLocalsProxy(rt.heap.incref(args[0]!)));
    },
    tp_repr: (rt, self) => begin(rt, reprSteps(rt, self)),
    tp_hash: null,
    tp_richcompare: (rt, left, right, op) => {
      if ((op !== Compare.EQ && op !== Compare.NE) || !isMergeable(rt, right)) return NOT_IMPLEMENTED;
      return begin(rt, compare(rt, left, right, op === Compare.EQ));
    },
    tp_iter: (rt, self) => iterate(rt, keysOf(rt, self)),
    nb_or: (rt, left, right) => (isMergeable(rt, left) && isMergeable(rt, right) ? begin(rt, merged(rt, left, right)) : NOT_IMPLEMENTED),
    nb_inplace_or: (rt, self, other) => (isMergeable(rt, other) ? begin(rt, updated(rt, self, other)) : NOT_IMPLEMENTED),
    mp_length: (rt, self) => rt.newInt(itemsOf(rt, frameBehind(rt, self)).length),
    mp_subscript: (rt, self, key) => begin(rt, getItem(rt, self, key)),
    mp_ass_subscript: (rt, self, key, value) => begin(rt, setItem(rt, self, key, value)),
    sq_contains: (rt, self, key) => begin(rt, contains(rt, self, key)),
  },
  methods: [
    suspending('update', 'object, /', (rt, self, [other]) => update(rt, self, other!)),
    native('__reversed__', '', (rt, self) => newList(rt, itemsOf(rt, frameBehind(rt, self)).reverse().map(([key]) => rt.heap.incref(key)))),
    native('copy', '', asDict),
    native('keys', '', keysOf),
    native('values', '', (rt, self) => listOf(rt, self, ([, value]) => rt.heap.incref(value))),
    native('items', '', (rt, self) => listOf(rt, self, (item) => newTuple(rt, item.map((ref) => rt.heap.incref(ref))))),
    suspending('get', 'key, default=, /', (rt, self, [key, fallback]) => get(rt, self, key!, fallback!, false)),
    suspending('pop', 'key, default=, /', (rt, self, [key, fallback]) => pop(rt, self, key!, fallback!)),
    suspending('setdefault', 'key, default=, /', (rt, self, [key, fallback]) => get(rt, self, key!, fallback!, true)),
  ],
});

function* updated(rt: Runtime, self: Ref, other: Ref): Steps<Ref> {
  yield* update(rt, self, other);
  return rt.heap.incref(self);
}

function* contains(rt: Runtime, self: Ref, key: Ref): Steps<Ref> {
  return rt.newBool((yield* find(rt, self, key)) !== NULL);
}
