import { Compare } from '../compiler/opcodes.ts';
import { TypeFlag } from '../heap/heap.ts';
import { ATTRIBUTE_ERROR, NONE, NOT_IMPLEMENTED, SENTINEL, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { hashPointer } from '../text/hash.ts';
import { addressOf } from './core/addresses.ts';
import { defineType } from './core/define.ts';
import { raise, raiseAttributeError } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { typeName } from './core/lookup.ts';
import { native } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { setHash } from './hashes.ts';
import { callerModule } from './typing/python.ts';
import { unionOr } from './union.ts';

/** Payload of a sentinel; its handles are owned, `repr` is NULL where the name is shown. */
class Sentinel {
  constructor(
    public name: Ref,
    public module: Ref,
    public repr: Ref,
  ) {}
}

const fields = ['name', 'module', 'repr'] as const;

const sentinelOf = (rt: Runtime, self: Ref): Sentinel => rt.heap.payload[self] as Sentinel;
const isText = (rt: Runtime, object: Ref): boolean => (rt.typeOf(object).flags & TypeFlag.STR_SUBCLASS) !== 0;

/** Mirrors sentinel_new(): its module is that of the code that makes it. */
function sentinelNew(rt: Runtime, _type: Ref, args: readonly Ref[], keywords: Ref): Ref {
  const [name, given] = bind(rt, 'sentinel', 'name, /, *, repr=None', args, keywords);
  if (!isText(rt, name!)) raise(rt, TYPE_ERROR, `sentinel() argument 1 must be str, not ${typeName(rt, name!)}`);
  const repr = given === NONE ? NULL : given!;
  if (repr !== NULL && !isText(rt, repr)) raise(rt, TYPE_ERROR, `sentinel() argument 'repr' must be str or None, not ${typeName(rt, repr)}`);
  const { heap } = rt;
  return newInstance(rt, SENTINEL, new Sentinel(heap.incref(name!), heap.incref(callerModule(rt)), repr === NULL ? NULL : heap.incref(repr)));
}

function compare(rt: Runtime, left: Ref, right: Ref, op: number): Ref {
  return op === Compare.EQ && left === right ? rt.newBool(true) : op === Compare.NE && left === right ? rt.newBool(false) : NOT_IMPLEMENTED;
}

const itself = (rt: Runtime, self: Ref): Ref => rt.heap.incref(self);

defineType({
  handle: SENTINEL,
  name: 'sentinel',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE,
  layout: {
    traverse(payload, visit) {
      for (const field of fields) if ((payload as Sentinel)[field] !== NULL) visit((payload as Sentinel)[field]);
    },
    clear(payload, released) {
      const sentinel = payload as Sentinel;
      for (const field of fields) {
        if (sentinel[field] !== NULL) released.push(sentinel[field]);
        sentinel[field] = NULL;
      }
    },
  },
  slots: {
    tp_new: sentinelNew,
    tp_repr: (rt, self) => {
      const { name, repr } = sentinelOf(rt, self);
      return rt.heap.incref(repr === NULL ? name : repr);
    },
    tp_hash: (rt, self) => setHash(rt, hashPointer(addressOf(rt, self))),
    tp_richcompare: compare,
    nb_or: unionOr,
  },
  methods: [
    native('__copy__', '', itself),
    native('__deepcopy__', 'object, /', itself),
    native('__reduce__', '', (rt, self) => rt.heap.incref(sentinelOf(rt, self).name)),
  ],
  attributes: [
    { name: '__name__', member: true, get: (rt, self) => rt.heap.incref(sentinelOf(rt, self).name), set: (rt) => raise(rt, ATTRIBUTE_ERROR, 'readonly attribute') },
    {
      name: '__module__',
      member: true,
      get: (rt, self) => {
        const { module } = sentinelOf(rt, self);
        return module === NULL ? raiseAttributeError(rt, self, rt.name('__module__'), "'sentinel' object has no attribute '__module__'") : rt.heap.incref(module);
      },
      set: (rt, self, value) => {
        const sentinel = sentinelOf(rt, self);
        const old = sentinel.module;
        sentinel.module = value === NULL ? NULL : rt.heap.incref(value);
        rt.heap.xdecref(old);
        return NULL;
      },
    },
  ],
});
