import { TypeFlag } from '../heap/heap.ts';
import { BinaryOp, Compare } from '../compiler/opcodes.ts';
import { LIST, MAPPING_PROXY, NONE, NOT_IMPLEMENTED, TUPLE, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { containersOf } from '../versions/containers.ts';
import { binary } from './core/arithmetic.ts';
import { getAttrText } from './core/attributes.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { native, suspending, type NativeFunction } from './core/native.ts';
import { contains, getItem, hash, iter, length, repr, richCompare, str } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin, call, settle, type Steps } from './core/suspend.ts';
import { genericAlias } from './genericalias.ts';

/** Payload of `types.MappingProxyType`; the mapping is owned. */
export class MappingProxy {
  constructor(public mapping: Ref) {}
}

const mappingOf = (rt: Runtime, proxy: Ref): Ref => (rt.heap.payload[proxy] as MappingProxy).mapping;
const isProxy = (rt: Runtime, object: Ref): boolean => rt.heap.type[object] === MAPPING_PROXY;
const unwrap = (rt: Runtime, object: Ref): Ref => (isProxy(rt, object) ? mappingOf(rt, object) : object);

/** Mirrors mappingproxy_check_mapping(). */
function proxyNew(rt: Runtime, _type: Ref, args: readonly Ref[], keywords: Ref): Ref {
  const [mapping = NULL] = bind(rt, 'mappingproxy', 'mapping', args, keywords);
  const type = rt.heap.type[mapping];
  if (rt.typeOf(mapping).slots.mp_subscript === undefined || type === LIST || type === TUPLE) {
    raise(rt, TYPE_ERROR, `mappingproxy() argument must be a mapping, not ${typeName(rt, mapping)}`);
  }
  return rt.heap.allocateTracked(MAPPING_PROXY, new MappingProxy(rt.heap.incref(mapping)));
}

function* reprSteps(rt: Runtime, self: Ref): Steps<Ref> {
  const shown = yield* settle(rt, repr(rt, mappingOf(rt, self)));
  const text = `mappingproxy(${rt.text(shown)})`;
  rt.heap.decref(shown);
  return rt.newStr(text);
}

/** Calls a method of the mapping. */
function* forward(rt: Runtime, self: Ref, name: string, args: readonly Ref[]): Steps<Ref> {
  const method = yield* settle(rt, getAttrText(rt, mappingOf(rt, self), name));
  try {
    return yield* call(method, args);
  } finally {
    rt.heap.decref(method);
  }
}

const forwarded = (name: string): NativeFunction => suspending(name, '', (rt, self) => forward(rt, self, name, []));

function* lengthSteps(rt: Runtime, self: Ref): Steps<Ref> {
  return rt.newInt(yield* length(rt, mappingOf(rt, self)));
}

function* containsSteps(rt: Runtime, self: Ref, key: Ref): Steps<Ref> {
  return rt.newBool(yield* contains(rt, mappingOf(rt, self), key));
}

function compareProxies(rt: Runtime, left: Ref, right: Ref, op: number): Eventual {
  const compares = op === Compare.EQ || op === Compare.NE || containersOf(rt.profile.version).ordersMappingProxies;
  return compares ? richCompare(rt, mappingOf(rt, left), right, op) : NOT_IMPLEMENTED;
}

const unite = (rt: Runtime, left: Ref, right: Ref): Eventual => binary(rt, BinaryOp.OR, unwrap(rt, left), unwrap(rt, right));

defineType({
  handle: MAPPING_PROXY,
  name: 'mappingproxy',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.MAPPING,
  layout: {
    traverse(payload, visit) {
      const { mapping } = payload as MappingProxy;
      if (mapping !== NULL) visit(mapping);
    },
    clear(payload, released) {
      const proxy = payload as MappingProxy;
      if (proxy.mapping !== NULL) released.push(proxy.mapping);
      proxy.mapping = NULL;
    },
  },
  slots: {
    tp_new: proxyNew,
    tp_repr: (rt, self) => begin(rt, reprSteps(rt, self)),
    tp_str: (rt, self) => str(rt, mappingOf(rt, self)),
    tp_hash: (rt, self) => (containersOf(rt.profile.version).hashableMappingProxy ? hash(rt, mappingOf(rt, self)) : raise(rt, TYPE_ERROR, `unhashable type: '${typeName(rt, self)}'`)),
    tp_richcompare: compareProxies,
    tp_iter: (rt, self) => iter(rt, mappingOf(rt, self)),
    mp_length: (rt, self) => begin(rt, lengthSteps(rt, self)),
    mp_subscript: (rt, self, key) => getItem(rt, mappingOf(rt, self), key),
    sq_contains: (rt, self, key) => begin(rt, containsSteps(rt, self, key)),
    nb_or: unite,
    nb_inplace_or: (rt, self) => raise(rt, TYPE_ERROR, `'|=' is not supported by ${typeName(rt, self)}; use '|' instead`),
  },
  methods: [
    suspending('get', 'key, default=None, /', (rt, self, [key, fallback]) => forward(rt, self, 'get', [key!, fallback === NULL ? NONE : fallback!])),
    forwarded('keys'),
    forwarded('values'),
    forwarded('items'),
    forwarded('copy'),
    forwarded('__reversed__'),
    native('__class_getitem__', 'item, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class'),
  ],
});
