import type { FreeLists } from './freelists.ts';
import { Attention, Flag, TypeFlag, type Heap } from './heap.ts';
import { NULL, type Ref } from './ref.ts';

/** Handles of the list heads. Generation i's head is `i + 1`; `Heap.track` appends to generation 0's. */
export const PERMANENT = 4 as Ref;
const UNREACHABLE = 5 as Ref;
const FINAL_UNREACHABLE = 6 as Ref;

const headOf = (generation: number): Ref => (generation + 1) as Ref;

export interface GenerationStats {
  collections: number;
  collected: number;
  uncollectable: number;
  /** How many objects its collections looked at. */
  candidates: number;
}

/** A weak reference whose callback is to be called; the collector holds a reference to it meanwhile. */
export interface PendingCallback {
  readonly weakref: Ref;
  readonly callback: Ref;
}

/**
 * CPython's generational cyclic collector (Modules/gcmodule.c, Python/gc.c), in steps that run no Python code.
 * `interpreter/collect.ts` puts callbacks and finalisers between them.
 */
export class Collector {
  readonly thresholds: [number, number, number];
  readonly counts: [number, number, number] = [0, 0, 0];
  readonly stats: readonly GenerationStats[] = [0, 1, 2].map(() => ({ collections: 0, collected: 0, uncollectable: 0, candidates: 0 }));
  enabled = true;
  collecting = false;
  debug = 0;
  private isRequested = false;
  /** The object whose allocation did, which up to 3.11 is not yet tracked while the collection runs. */
  requestedBy: Ref = NULL;
  /** Python code runs in this collection, a callback or a finaliser, so that what was unreachable has to be deduced again. */
  private disturbed = false;
  private longLivedTotal = 0;
  private longLivedPending = 0;

  constructor(
    private readonly heap: Heap,
    thresholds: readonly [number, number, number],
    private readonly untracksTuples: boolean,
    private readonly untracksDicts: boolean,
    /** Whether an object, by its payload, needs no tracking any more (_PyTuple_MaybeUntrack, _PyDict_MaybeUntrack). */
    private readonly atomic: (object: Ref, kind: 'tuple' | 'dict') => boolean,
    readonly freeLists: FreeLists,
    /** Whether a collection runs before the next instruction, or where the loop looks for interruptions. */
    private readonly runsAtOnce: boolean,
    /** Whether weak references without a callback are left alone until the finalisers have run. */
    private readonly clearsPlainLate: boolean,
  ) {
    this.thresholds = [...thresholds];
    this.listen();
  }

  /** An allocation went past the threshold; the loop runs the collection. */
  get requested(): boolean {
    return this.isRequested;
  }

  set requested(requested: boolean) {
    this.isRequested = requested;
    if (!this.runsAtOnce) return;
    if (requested) this.heap.attention |= Attention.COLLECTION;
    else this.heap.attention &= ~Attention.COLLECTION;
  }

  /** Takes over the counts and settings of the collector of another heap with the same objects. */
  continueFrom(other: Collector): void {
    this.thresholds.splice(0, 3, ...other.thresholds);
    this.counts.splice(0, 3, ...other.counts);
    for (const [i, stats] of other.stats.entries()) Object.assign(this.stats[i]!, stats);
    this.enabled = other.enabled;
    this.debug = other.debug;
    this.longLivedTotal = other.longLivedTotal;
    this.longLivedPending = other.longLivedPending;
    this.freeLists.fill(other.freeLists.snapshot());
  }

  private listen(): void {
    const { heap, freeLists } = this;
    heap.onGcAllocation = (object) => {
      this.allocated(freeLists.kindOf(heap.type[object]!, heap.payload[object]), object);
    };
    heap.onPlainAllocation = (object) => {
      this.allocated(0, object);
    };
    heap.onGcFree = (object) => {
      this.freed(freeLists.kindOf(heap.type[object]!, heap.payload[object]));
    };
    heap.onUnmadeFree = (kind) => {
      this.freed(kind);
    };
  }

  /** Counts an allocation, unless a free list provides the object. */
  allocated(kind: number, object: Ref = NULL): void {
    if (kind !== 0 && this.freeLists.take(kind)) return;
    if (++this.counts[0] > this.thresholds[0] && this.enabled && !this.collecting && !this.requested && this.thresholds[0] !== 0) {
      this.requested = true;
      this.requestedBy = object;
    }
  }

  /** Counts a deallocation, unless a free list takes the object. */
  freed(kind: number): void {
    if (kind !== 0 && this.freeLists.put(kind)) return;
    if (this.counts[0] > 0) this.counts[0]--;
  }

  /** Empties the free lists, as a full collection does at its end. */
  clearFreeLists(): void {
    this.counts[0] = Math.max(0, this.counts[0] - this.freeLists.clear());
  }

  /** Makes objects that are counted in another way, or not at all. */
  uncounted<T>(make: () => T): T {
    const { heap } = this;
    const { onGcAllocation, onPlainAllocation, onGcFree, onUnmadeFree } = heap;
    heap.onGcAllocation = heap.onPlainAllocation = heap.onGcFree = heap.onUnmadeFree = () => {};
    try {
      return make();
    } finally {
      Object.assign(heap, { onGcAllocation, onPlainAllocation, onGcFree, onUnmadeFree });
    }
  }

  /** The generation to collect now, or −1: the oldest over its threshold (gc_collect_generations). */
  due(): number {
    for (let i = 2; i >= 0; i--) {
      if (this.counts[i]! <= this.thresholds[i]!) continue;
      if (i === 2 && this.longLivedPending < this.longLivedTotal / 4) continue;
      return i;
    }
    return -1;
  }

  /**
   * Mirrors gc_collect_main() up to handle_weakrefs().
   * 1 update the counts; 2 merge the younger generations; 3 deduce the unreachable; 4 untrack tuples;
   * 5 move the reachable to the next generation, where a full collection untracks dicts. Answers how many objects it looked at.
   */
  findUnreachable(generation: number): number {
    const { heap } = this;
    if (generation < 2) this.counts[generation + 1]!++;
    for (let i = 0; i <= generation; i++) this.counts[i] = 0;
    for (let i = 0; i < generation; i++) this.merge(headOf(i), headOf(generation));
    const young = headOf(generation);
    const old = generation < 2 ? headOf(generation + 1) : young;
    this.disturbed = false;
    const candidates = this.deduceUnreachable(young, UNREACHABLE);
    if (this.untracksTuples) this.untrackAtomic(young, 'tuple', TypeFlag.TUPLE_SUBCLASS);
    if (young !== old) {
      if (generation === 1) this.longLivedPending += this.size(young);
      this.merge(young, old);
    } else {
      if (this.untracksDicts) this.untrackAtomic(young, 'dict', TypeFlag.DICT_SUBCLASS);
      this.longLivedPending = 0;
      this.longLivedTotal = this.size(young);
    }
    for (let object = heap.gcNext[UNREACHABLE]!; object !== UNREACHABLE; object = heap.gcNext[object]!) heap.flags[object]! |= Flag.COLLECTING;
    return candidates;
  }

  private deduceUnreachable(base: Ref, unreachable: Ref): number {
    const { heap } = this;
    const { gcNext, gcRefs, refcount, flags } = heap;
    // 1 update_refs
    let candidates = 0;
    for (let object = gcNext[base]!; object !== base; object = gcNext[object]!) {
      gcRefs[object] = refcount[object]!;
      flags[object]! |= Flag.COLLECTING;
      candidates++;
    }
    // 2 subtract_refs
    const subtract = (child: Ref): void => {
      if ((flags[child]! & Flag.COLLECTING) !== 0) gcRefs[child]!--;
    };
    for (let object = gcNext[base]!; object !== base; object = gcNext[object]!) heap.traverse(object, subtract);
    // 3 move_unreachable
    const reach = (child: Ref): void => {
      const bits = flags[child]!;
      if ((bits & Flag.COLLECTING) === 0) return;
      if ((bits & Flag.UNREACHABLE) !== 0) {
        flags[child] = bits & ~Flag.UNREACHABLE;
        this.moveToTail(child, base);
        gcRefs[child] = 1;
      } else if (gcRefs[child] === 0) gcRefs[child] = 1;
    };
    for (let object = gcNext[base]!; object !== base; ) {
      let next: Ref;
      if (gcRefs[object] !== 0) {
        heap.traverse(object, reach);
        next = gcNext[object]!;
        flags[object]! &= ~Flag.COLLECTING;
      } else {
        next = gcNext[object]!;
        flags[object]! |= Flag.UNREACHABLE;
        this.moveToTail(object, unreachable);
      }
      object = next;
    }
    for (let object = gcNext[unreachable]!; object !== unreachable; object = gcNext[object]!) flags[object]! &= ~(Flag.UNREACHABLE | Flag.COLLECTING);
    return candidates;
  }

  private untrackAtomic(list: Ref, kind: 'tuple' | 'dict', subclass: number): void {
    const { heap } = this;
    for (let object = heap.gcNext[list]!; object !== list; ) {
      const next = heap.gcNext[object]!;
      if ((heap.typeOf(object).flags & subclass) !== 0 && this.atomic(object, kind)) heap.untrack(object);
      object = next;
    }
  }

  /**
   * Mirrors handle_weakrefs(): clears the weak references to the unreachable, newest first, and answers those
   * callbacks that are still to be called: the ones whose weak reference is itself reachable.
   */
  clearWeakReferences(): PendingCallback[] {
    const { heap } = this;
    const pending: PendingCallback[] = [];
    for (let object = heap.gcNext[UNREACHABLE]!; object !== UNREACHABLE; object = heap.gcNext[object]!) {
      const payload = heap.payload[object];
      if (payload instanceof WeakReference && !(this.clearsPlainLate && payload.callback === NULL)) detachWeakReference(heap, object);
      if (!this.clearsPlainLate && (heap.typeOf(object).flags & TypeFlag.TYPE_SUBCLASS) !== 0) heap.flags[object]! |= Flag.FORGOTTEN;
      if ((heap.flags[object]! & Flag.WEAKLY_REFERENCED) === 0) continue;
      for (const weakref of [...(heap.weakrefs.get(object) ?? [])]) {
        const { callback } = heap.payload[weakref] as WeakReference;
        if (this.clearsPlainLate && callback === NULL) continue;
        detachWeakReference(heap, weakref);
        if (callback === NULL || (heap.flags[weakref]! & Flag.COLLECTING) !== 0) continue;
        pending.push({ weakref: heap.incref(weakref), callback });
      }
    }
    this.disturbed ||= pending.length !== 0;
    return pending;
  }

  /** The unreachable objects with a finaliser that has not run, in list order (finalize_garbage). */
  finalizable(): Ref[] {
    const { heap } = this;
    const found: Ref[] = [];
    for (let object = heap.gcNext[UNREACHABLE]!; object !== UNREACHABLE; object = heap.gcNext[object]!) {
      if ((heap.typeOf(object).flags & TypeFlag.FINALIZER) !== 0 && (heap.flags[object]! & Flag.FINALIZED) === 0) found.push(object);
    }
    this.disturbed ||= found.length !== 0;
    return found;
  }

  /** Mirrors handle_resurrected_objects(): what is reachable again goes to the old generation. Answers how many remain. */
  separateResurrected(generation: number): number {
    const { heap } = this;
    for (let object = heap.gcNext[UNREACHABLE]!; object !== UNREACHABLE; object = heap.gcNext[object]!) heap.flags[object]! &= ~Flag.COLLECTING;
    if (!this.disturbed) {
      this.merge(UNREACHABLE, FINAL_UNREACHABLE);
      return this.size(FINAL_UNREACHABLE);
    }
    this.deduceUnreachable(UNREACHABLE, FINAL_UNREACHABLE);
    this.merge(UNREACHABLE, headOf(Math.min(generation + 1, 2)));
    return this.size(FINAL_UNREACHABLE);
  }

  /** Clears what weak references the garbage has and is referred to by (clear_weakrefs, 3.15). */
  clearRemainingReferences(): void {
    const { heap } = this;
    if (!this.clearsPlainLate) return;
    for (let object = heap.gcNext[FINAL_UNREACHABLE]!; object !== FINAL_UNREACHABLE; object = heap.gcNext[object]!) {
      if (heap.payload[object] instanceof WeakReference) detachWeakReference(heap, object);
      if ((heap.typeOf(object).flags & TypeFlag.TYPE_SUBCLASS) !== 0) heap.flags[object]! |= Flag.FORGOTTEN;
      for (const weakref of [...(heap.weakrefs.get(object) ?? [])]) detachWeakReference(heap, weakref);
    }
  }

  /** The next object to `tp_clear`, or NULL when all garbage is gone (delete_garbage). */
  nextGarbage(): Ref {
    const object = this.heap.gcNext[FINAL_UNREACHABLE]!;
    return object === FINAL_UNREACHABLE ? NULL : object;
  }

  /** An object that survived its `tp_clear` goes to the old generation. */
  keepIfAlive(object: Ref, generation: number): void {
    if (this.nextGarbage() === object) this.age(object, generation);
  }

  /** Puts an object behind those that the collection of a generation has made older. */
  age(object: Ref, generation: number): void {
    this.moveToTail(object, headOf(Math.min(generation + 1, 2)));
  }

  /** Moves the young to the next generation, uncollected. */
  promote(): void {
    this.merge(headOf(0), headOf(1));
  }

  freeze(): void {
    for (let i = 0; i < 3; i++) {
      this.merge(headOf(i), PERMANENT);
      this.counts[i] = 0;
    }
  }

  unfreeze(): void {
    this.merge(PERMANENT, headOf(2));
  }

  frozenCount(): number {
    return this.size(PERMANENT);
  }

  /** Objects of a generation in list order; null for all three. */
  trackedObjects(generation: number | null): Ref[] {
    return generation === null ? [0, 1, 2].flatMap((i) => this.members(headOf(i))) : this.members(headOf(generation));
  }

  isFrozen(object: Ref): boolean {
    return this.members(PERMANENT).includes(object);
  }

  private members(head: Ref): Ref[] {
    const { gcNext } = this.heap;
    const found: Ref[] = [];
    for (let object = gcNext[head]!; object !== head; object = gcNext[object]!) found.push(object);
    return found;
  }

  private size(head: Ref): number {
    const { gcNext } = this.heap;
    let count = 0;
    for (let object = gcNext[head]!; object !== head; object = gcNext[object]!) count++;
    return count;
  }

  /** Appends all of `from` to `to` (gc_list_merge). */
  private merge(from: Ref, to: Ref): void {
    const { gcNext, gcPrev } = this.heap;
    const first = gcNext[from]!;
    if (first === from) return;
    const last = gcPrev[from]!;
    const tail = gcPrev[to]!;
    gcNext[tail] = first;
    gcPrev[first] = tail;
    gcNext[last] = to;
    gcPrev[to] = last;
    gcNext[from] = from;
    gcPrev[from] = from;
  }

  private moveToTail(object: Ref, list: Ref): void {
    const { gcNext, gcPrev } = this.heap;
    const next = gcNext[object]!;
    const previous = gcPrev[object]!;
    gcNext[previous] = next;
    gcPrev[next] = previous;
    const tail = gcPrev[list]!;
    gcNext[tail] = object;
    gcPrev[object] = tail;
    gcNext[object] = list;
    gcPrev[list] = object;
  }
}

/** Payload of a weak reference or proxy. `referent` is borrowed and NULL once cleared; `callback` is owned. */
export class WeakReference {
  /** The halves of the referent's hash, once it has been asked for. */
  hash: { readonly low: number; readonly high: number } | null = null;
  constructor(
    public referent: Ref,
    public callback: Ref,
  ) {}
}

/** Makes a weak reference forget its referent, and the referent it (clear_weakref without the callback). */
export function detachWeakReference(heap: Heap, weakref: Ref): void {
  const payload = heap.payload[weakref] as WeakReference;
  const referent = payload.referent;
  if (referent === NULL) return;
  payload.referent = NULL;
  const list = heap.weakrefs.get(referent);
  if (list === undefined) return;
  const index = list.indexOf(weakref);
  if (index >= 0) list.splice(index, 1);
  if (list.length === 0) {
    heap.weakrefs.delete(referent);
    heap.flags[referent]! &= ~Flag.WEAKLY_REFERENCED;
  }
}
