import { TypeFlag } from '../../heap/heap.ts';
import { NONE, RUNTIME_ERROR, TRUE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { modulesOf } from '../../versions/modules.ts';
import { isTuple } from '../../objects/arguments.ts';
import { addressOf } from '../../objects/core/addresses.ts';
import { CONTAINER, defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newTuple } from '../../objects/core/make.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { isList } from '../../objects/sequence.ts';
import { exiting } from './lock.ts';
import { Ownership } from './ownership.ts';
import { parseTimeout } from './timeout.ts';

/** Payload of a reentrant lock: the thread that holds it, 0 for none, and how often. */
class ReentrantLock extends Ownership {
  owner = 0;
  count = 0;

  isHeld(): boolean {
    return this.count > 0;
  }

  protected give(ident: number): void {
    this.owner = ident;
    this.count = 1;
  }
}

export const RLOCK = moduleTypeHandle();

const lockOf = (rt: Runtime, lock: Ref): ReentrantLock => rt.heap.payload[lock] as ReentrantLock;
const isOwned = (rt: Runtime, lock: ReentrantLock): boolean => lock.count > 0 && lock.owner === rt.thread.ident;

function* acquire(rt: Runtime, self: Ref, blocking: Ref, timeout: Ref): Steps<Ref> {
  const wait = yield* parseTimeout(rt, blocking, timeout);
  const lock = lockOf(rt, self);
  if (!isOwned(rt, lock)) return yield* lock.await(rt, wait);
  lock.count++;
  return TRUE;
}

function ownedLock(rt: Runtime, self: Ref): ReentrantLock {
  const lock = lockOf(rt, self);
  if (!isOwned(rt, lock)) raise(rt, RUNTIME_ERROR, 'cannot release un-acquired lock');
  return lock;
}

function release(rt: Runtime, self: Ref): Ref {
  const lock = ownedLock(rt, self);
  if (--lock.count > 0) return NONE;
  lock.owner = 0;
  lock.released(rt);
  return NONE;
}

/** What `Condition.wait` puts away and restores: how often the lock is held, and by whom. */
function releaseSave(rt: Runtime, self: Ref): Ref {
  const lock = ownedLock(rt, self);
  const saved = newTuple(rt, [rt.newInt(lock.count), rt.newInt(lock.owner)]);
  lock.count = lock.owner = 0;
  lock.released(rt);
  return saved;
}

function* acquireRestore(rt: Runtime, self: Ref, saved: Ref): Steps<Ref> {
  const { savedState, savedType } = modulesOf(rt.profile.version).locks;
  const refuse = (what: string): never => raise(rt, TYPE_ERROR, `_acquire_restore() ${savedState} ${what}`);
  const isSequence = isTuple(rt, saved) || (savedType === 'sequence' && isList(rt, saved));
  if (!isSequence) refuse(`2-item ${savedType}, not ${saved === NONE ? 'None' : typeName(rt, saved)}`);
  const items = itemsOf(rt, saved);
  if (items.length !== 2) refuse(`${savedType} of length 2, not ${items.length}`);
  const count = Number(yield* index(rt, items[0]!));
  const owner = Number(yield* index(rt, items[1]!));
  const lock = lockOf(rt, self);
  yield* lock.await(rt, Infinity);
  lock.count = count;
  lock.owner = owner;
  return NONE;
}

const acquiring = (name: string): NativeFunction =>
  suspending(name, 'blocking=True, timeout=-1', (rt, self, [blocking, timeout]) => acquire(rt, self, blocking!, timeout!));

defineType({
  handle: RLOCK,
  name: 'RLock',
  module: '_thread',
  flags: CONTAINER | TypeFlag.WEAKREFS,
  slots: {
    tp_new: (rt, type, args, keywords) => {
      const { reentrantArguments } = modulesOf(rt.profile.version).locks;
      if (reentrantArguments !== null && type === RLOCK) {
        if (keywords !== NULL) raise(rt, TYPE_ERROR, reentrantArguments.byKeyword);
        if (args.length !== 0) raise(rt, TYPE_ERROR, reentrantArguments.given(args.length));
      }
      return newInstance(rt, type, new ReentrantLock());
    },
    tp_repr: (rt, self) => {
      const { owner, count } = lockOf(rt, self);
      const address = `0x${addressOf(rt, self).toString(16)}`;
      return rt.newStr(`<${count > 0 ? 'locked' : 'unlocked'} ${typeName(rt, self)} object owner=${owner} count=${count} at ${address}>`);
    },
  },
  methods: [
    acquiring('acquire'),
    native('release', '', release),
    { ...native('locked', '', (rt, self) => rt.newBool(lockOf(rt, self).count > 0)), versions: '14-' },
    native('_is_owned', '', (rt, self) => rt.newBool(isOwned(rt, lockOf(rt, self)))),
    suspending('_acquire_restore', 'state, /', (rt, self, [saved]) => acquireRestore(rt, self, saved!)),
    native('_release_save', '', releaseSave),
    native('_recursion_count', '', (rt, self) => rt.newInt(isOwned(rt, lockOf(rt, self)) ? lockOf(rt, self).count : 0)),
    acquiring('__enter__'),
    exiting(release),
    native('_at_fork_reinit', '', (rt, self) => {
      const lock = lockOf(rt, self);
      lock.count = lock.owner = 0;
      return NONE;
    }),
  ],
});
