import { ENUMERATE, NONE, TYPE_ERROR } from '../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../heap/ref.ts';
import { add, type Int } from '../text/integer.ts';
import { CONTAINER, defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { itemsOf, newTuple, tupleOf } from './core/make.ts';
import { native } from './core/native.ts';
import { index, iter, next } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { genericAlias } from './genericalias.ts';
import { nextTuple } from './resulttuple.ts';

/** Payload of `enumerate`. */
export class Enumerate {
  constructor(
    public index: Int,
    public iterator: Ref,
    public result: Ref,
  ) {}
}

const stateOf = (rt: Runtime, self: Ref): Enumerate => rt.heap.payload[self] as Enumerate;

/** Mirrors enumerate_vectorcall(), which parses its arguments itself. */
function parse(rt: Runtime, args: readonly Ref[], keywords: Ref): { iterable: Ref; start: Ref } {
  const names = keywords === NULL ? [] : itemsOf(rt, keywords).map((name) => rt.text(name));
  const given = args.length - names.length;
  if (args.length === 0) raise(rt, TYPE_ERROR, "enumerate() missing required argument 'iterable'");
  if (args.length > 2) raise(rt, TYPE_ERROR, `enumerate() takes at most 2 arguments (${args.length} given)`);
  const parameters = ['iterable', 'start'];
  const bound: Ref[] = [NULL, NULL];
  for (let i = 0; i < given; i++) bound[i] = args[i]!;
  for (const [i, name] of names.entries()) {
    const at = parameters.indexOf(name);
    if (at < 0 || bound[at] !== NULL) raise(rt, TYPE_ERROR, `'${name}' is an invalid keyword argument for enumerate()`);
    bound[at] = args[given + i]!;
  }
  const [iterable = NULL, start = NULL] = bound;
  if (iterable === NULL) raise(rt, TYPE_ERROR, `'${names[0]!}' is an invalid keyword argument for enumerate()`);
  return { iterable, start };
}

function* enumerateNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { iterable, start } = parse(rt, args, keywords);
  const first = start === NULL ? 0 : yield* index(rt, start);
  const iterator = yield* settle(rt, iter(rt, iterable));
  return newInstance(rt, type, new Enumerate(first, iterator, tupleOf(rt, NONE, NONE)));
}

function enumerateNext(rt: Runtime, self: Ref): Eventual {
  const item = next(rt, stateOf(rt, self).iterator);
  return item === SUSPENDED ? begin(rt, nextSteps(rt, self)) : numbered(rt, self, item);
}

function* nextSteps(rt: Runtime, self: Ref): Steps<Ref> {
  return numbered(rt, self, yield* settle(rt, SUSPENDED));
}

function numbered(rt: Runtime, self: Ref, item: Ref): Ref {
  if (item === NULL) return NULL;
  const state = stateOf(rt, self);
  const position = rt.newInt(state.index);
  state.index = add(state.index, 1);
  return nextTuple(rt, state.result, [position, item]);
}

defineType({
  handle: ENUMERATE,
  name: 'enumerate',
  flags: CONTAINER,
  layout: {
    traverse(payload, visit) {
      const { iterator, result } = payload as Enumerate;
      if (iterator !== NULL) visit(iterator);
      if (result !== NULL) visit(result);
    },
    clear(payload, released) {
      const state = payload as Enumerate;
      if (state.iterator !== NULL) released.push(state.iterator);
      if (state.result !== NULL) released.push(state.result);
      state.iterator = NULL;
      state.result = NULL;
    },
  },
  slots: {
    tp_new: (rt, type, args, keywords) => begin(rt, enumerateNew(rt, type, args, keywords)),
    tp_iter: (rt, self) => rt.heap.incref(self),
    tp_iternext: enumerateNext,
  },
  methods: [
    native('__reduce__', '', (rt, self) => {
      const { index: position, iterator } = stateOf(rt, self);
      const type = rt.heap.incref(rt.heap.type[self]!);
      return newTuple(rt, [type, newTuple(rt, [rt.heap.incref(iterator), rt.newInt(position)])]);
    }),
    native('__class_getitem__', 'item, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class'),
  ],
});
