import { TypeFlag } from '../../heap/heap.ts';
import { NONE, RUNTIME_ERROR, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { modulesOf } from '../../versions/modules.ts';
import { addressOf } from '../../objects/core/addresses.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { itemsOf } from '../../objects/core/make.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { Ownership } from './ownership.ts';
import { parseTimeout } from './timeout.ts';

/** Payload of a lock. */
class LockObject extends Ownership {
  locked = false;

  isHeld(): boolean {
    return this.locked;
  }

  protected give(): void {
    this.locked = true;
  }
}

export const LOCK = moduleTypeHandle();

const lockOf = (rt: Runtime, lock: Ref): LockObject => rt.heap.payload[lock] as LockObject;

export const newLock = (rt: Runtime): Ref => newInstance(rt, LOCK, new LockObject());

function* acquire(rt: Runtime, self: Ref, blocking: Ref, timeout: Ref): Steps<Ref> {
  const wait = yield* parseTimeout(rt, blocking, timeout);
  return yield* lockOf(rt, self).await(rt, wait);
}

function release(rt: Runtime, self: Ref): Ref {
  if (!letGo(rt, self)) raise(rt, RUNTIME_ERROR, 'release unlocked lock');
  return NONE;
}

/** False where nobody holds the lock. */
export function letGo(rt: Runtime, self: Ref): boolean {
  const lock = lockOf(rt, self);
  if (!lock.locked) return false;
  lock.locked = false;
  lock.released(rt);
  return true;
}

const acquiring = (name: string): NativeFunction =>
  suspending(name, 'blocking=True, timeout=-1', (rt, self, [blocking, timeout]) => acquire(rt, self, blocking!, timeout!));

const asking = (name: string): NativeFunction => native(name, '', (rt, self) => rt.newBool(lockOf(rt, self).locked));

/** `__exit__`, which counts its arguments in some versions. */
export const exiting = (release: (rt: Runtime, self: Ref) => Ref): NativeFunction =>
  native('__exit__', '*args', (rt, self, [args]) => {
    const given = itemsOf(rt, args!).length;
    if (modulesOf(rt.profile.version).locks.exitCounts && given !== 3) raise(rt, TYPE_ERROR, `__exit__ expected 3 arguments, got ${given}`);
    return release(rt, self);
  });

defineType({
  handle: LOCK,
  name: 'lock',
  module: '_thread',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.WEAKREFS,
  slots: {
    tp_new: (rt, _type, args, keywords) => {
      const { constructorArguments } = modulesOf(rt.profile.version).locks;
      if (constructorArguments === null) raise(rt, TYPE_ERROR, "cannot create '_thread.lock' instances");
      if (keywords !== NULL) raise(rt, TYPE_ERROR, constructorArguments.byKeyword);
      if (args.length !== 0) raise(rt, TYPE_ERROR, constructorArguments.given(args.length));
      return newLock(rt);
    },
    tp_repr: (rt, self) => rt.newStr(`<${lockOf(rt, self).locked ? 'locked' : 'unlocked'} _thread.lock object at 0x${addressOf(rt, self).toString(16)}>`),
  },
  methods: [
    acquiring('acquire_lock'),
    acquiring('acquire'),
    native('release_lock', '', release),
    native('release', '', release),
    asking('locked_lock'),
    asking('locked'),
    acquiring('__enter__'),
    exiting(release),
    native('_at_fork_reinit', '', (rt, self) => {
      lockOf(rt, self).locked = false;
      return NONE;
    }),
  ],
});
