import { TypeFlag } from '../../heap/heap.ts';
import { NONE, RUNTIME_ERROR, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { setAttr } from '../../objects/core/attributes.ts';
import { raise } from '../../objects/core/errors.ts';
import { newTuple } from '../../objects/core/make.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { issubclass } from '../../objects/classcheck.ts';
import { clearSet, newSet, setFrom } from '../../objects/setops.ts';
import { defineModule } from '../core/define.ts';
import { computeAbstractMethods, spreadCollectionFlag, takeCollectionFlags } from './abstract.ts';
import { instanceCheck, subclassCheck } from './checks.ts';
import { abcDataOf, abcState, newAbcData, payloadOf, setOf, type AbcSet } from './data.ts';
import { addToWeakSet } from './weaksets.ts';

/** Mirrors _abc__abc_init(). */
function* init(rt: Runtime, self: Ref): Steps<Ref> {
  yield* computeAbstractMethods(rt, self);
  const data = newAbcData(rt);
  try {
    yield* settle(rt, setAttr(rt, self, rt.name('_abc_impl'), data));
  } finally {
    rt.heap.decref(data);
  }
  takeCollectionFlags(rt, self);
  return NONE;
}

/** Mirrors _abc__abc_register_impl(): 1 already a subclass; 2 no cycles; 3 registered; 4 negative caches are out of date; 5 patterns. */
function* register(rt: Runtime, self: Ref, subclass: Ref): Steps<Ref> {
  if ((rt.typeOf(subclass).flags & TypeFlag.TYPE_SUBCLASS) === 0) raise(rt, TYPE_ERROR, 'Can only register classes');
  // 1, 2
  if (yield* issubclass(rt, subclass, self)) return rt.heap.incref(subclass);
  if (yield* issubclass(rt, self, subclass)) raise(rt, RUNTIME_ERROR, 'Refusing to create an inheritance cycle');
  const data = yield* abcDataOf(rt, self);
  try {
    yield* addToWeakSet(rt, setOf(rt, data, 'registry'), subclass);
  } finally {
    rt.heap.decref(data);
  }
  abcState(rt).invalidationCounter++;
  spreadCollectionFlag(rt, self, subclass);
  return rt.heap.incref(subclass);
}

const reset = (name: string, which: readonly AbcSet[]): NativeFunction =>
  suspending(name, 'self, /', function* (rt, _module, [self]) {
    const data = yield* abcDataOf(rt, self!);
    for (const one of which) {
      const set = payloadOf(rt, data)[one];
      if (set !== NULL) clearSet(rt, set);
    }
    rt.heap.decref(data);
    return NONE;
  });

function* dump(rt: Runtime, self: Ref): Steps<Ref> {
  const data = yield* abcDataOf(rt, self);
  const { registry, cache, negativeCache, negativeCacheVersion } = payloadOf(rt, data);
  const items: Ref[] = [];
  try {
    for (const set of [registry, cache, negativeCache]) items.push(set === NULL ? newSet(rt) : yield* setFrom(rt, set));
  } finally {
    rt.heap.decref(data);
  }
  return newTuple(rt, [...items, rt.newInt(negativeCacheVersion)]);
}

defineModule({
  name: '_abc',
  functions: [
    native('get_cache_token', '', (rt) => rt.newInt(abcState(rt).invalidationCounter)),
    suspending('_abc_init', 'self, /', (rt, _module, [self]) => init(rt, self!)),
    reset('_reset_registry', ['registry']),
    reset('_reset_caches', ['cache', 'negativeCache']),
    suspending('_get_dump', 'self, /', (rt, _module, [self]) => dump(rt, self!)),
    suspending('_abc_register', 'self, subclass, /', (rt, _module, [self, subclass]) => register(rt, self!, subclass!)),
    suspending('_abc_instancecheck', 'self, instance, /', (rt, _module, [self, instance]) => instanceCheck(rt, self!, instance!)),
    suspending('_abc_subclasscheck', 'self, subclass, /', (rt, _module, [self, subclass]) => subclassCheck(rt, self!, subclass!)),
  ],
});
