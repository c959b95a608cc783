import { FIRST_DYNAMIC, FIRST_OBJECT } from './known.ts';
import { NULL, refColumn, type Ref, type RefColumn } from './ref.ts';

/** Bits of the `flags` column. */
export const enum Flag {
  /** `__del__` or a generator's close has been called (PEP 442: once in an object's life). */
  FINALIZED = 1,
  /** There are weak references to it: see `Heap.weakrefs`. */
  WEAKLY_REFERENCED = 2,
  /** Never freed; its count is meaningless (PEP 683, and the static objects of every version). */
  IMMORTAL = 4,
  /** The collector is working on it in this collection. */
  COLLECTING = 8,
  /** Tentatively or finally found unreachable in this collection. */
  UNREACHABLE = 16,
  /** The journal keeps a record of this object. */
  RECORDED = 32,
  /** A str with code points above U+FFFF: its length is not its payload's. */
  ASTRAL = 64,
  /** A class to which the weak references of its bases are cleared, found unreachable in a collection. */
  FORGOTTEN = 64,
  /** An interned str. */
  INTERNED = 128,
}

/** Bits of `HeapType.flags`. */
export const enum TypeFlag {
  /** Instances are known to the collector (Py_TPFLAGS_HAVE_GC). */
  GC = 1,
  /** Made by a class statement or `type()`; instances own a reference to it (Py_TPFLAGS_HEAPTYPE). */
  HEAP = 2,
  /** Has a finaliser that runs Python code: `__del__`, or a generator's close. */
  FINALIZER = 4,
  BASETYPE = 8,
  IMMUTABLE = 16,
  /** Instances may have a `__dict__`. */
  MANAGED_DICT = 32,
  /** Instances can be weakly referenced. */
  WEAKREFS = 64,
  /** Payload is an array of handles, released from the last to the first (tuple, list). */
  REFS = 128,
  /** Subclass of the built-in type, as CPython's fast-subclass bits. */
  INT_SUBCLASS = 1 << 8,
  LIST_SUBCLASS = 1 << 9,
  TUPLE_SUBCLASS = 1 << 10,
  BYTES_SUBCLASS = 1 << 11,
  STR_SUBCLASS = 1 << 12,
  DICT_SUBCLASS = 1 << 13,
  EXCEPTION_SUBCLASS = 1 << 14,
  TYPE_SUBCLASS = 1 << 15,
  ANY_SUBCLASS = 0xff << 8,
  /** Has no `tp_clear`: the collector cannot break a cycle here (tuple). */
  NO_CLEAR = 1 << 16,
  ABSTRACT = 1 << 17,
  DISALLOW_INSTANTIATION = 1 << 18,
  /** Matches sequence, mapping patterns (Py_TPFLAGS_SEQUENCE, Py_TPFLAGS_MAPPING). */
  SEQUENCE = 1 << 19,
  MAPPING = 1 << 20,
}

/** What the heap must know of a type; `TypeObject` implements it. */
export interface HeapType {
  readonly flags: number;
  readonly layout: Layout | null;
  /** First index in `attributes` and count of the `__slots__` of each class, most derived class first. */
  readonly slotRuns: readonly (readonly [start: number, count: number])[];
}

/** How the payload of a built-in type holds references. */
export interface Layout {
  /** Calls `visit` for each reference the payload owns (tp_traverse). */
  traverse(payload: unknown, visit: (ref: Ref) => void): void;
  /** Empties the payload, pushing what it owned in the order in which CPython releases it (tp_clear, tp_dealloc). */
  clear(payload: unknown, released: Ref[], heap: Heap, object: Ref): void;
  /** Whether the finaliser of the type itself, not that of a class below it, would find nothing to do. */
  isFinished?(payload: unknown): boolean;
}

/** What a dying sequence holds once its items are on their way. */
const nothing: readonly Ref[] = [];

/** Bits of `Heap.attention`. */
export const enum Attention {
  /** A deallocation waits for Python code: `Deaths.blocked`. */
  DEATHS = 1,
  /** A collection was asked for that runs before the next instruction. */
  COLLECTION = 2,
}

/** With none of these and no layout, an object can be given back at once: numbers, text. */
const ownsNothing = TypeFlag.GC | TypeFlag.HEAP | TypeFlag.FINALIZER | TypeFlag.REFS;

/** Immortal counts start here; no program moves them to 0 or past int32. */
export const IMMORTAL_COUNT = 0x3fffffff;

const initialCapacity = 1 << 16;

/**
 * Objects as columns: an object is a handle, its header is one element of each typed array, its payload one JavaScript
 * value. Nothing above this folder writes the columns but through these methods, except that the loop counts
 * references itself.
 */
export class Heap {
  refcount = new Int32Array(initialCapacity);
  type: RefColumn = refColumn(initialCapacity);
  /** Links of the collector's lists; 0 = not tracked. Free handles are linked through `gcNext` too. */
  gcNext: RefColumn = refColumn(initialCapacity);
  gcPrev: RefColumn = refColumn(initialCapacity);
  gcRefs = new Int32Array(initialCapacity);
  /** For lists: the slots that CPython would have allocated (see `objects/listsize.ts`). */
  allocated = new Int32Array(initialCapacity);
  flags = new Uint8Array(initialCapacity);
  payload: unknown[] = [];
  /** For instances of classes: [dict, slots…, inline values…] as handles, 0 where unset. */
  attributes: (Ref[] | undefined)[] = [];

  /** Weak references to each object, in CPython's list order. */
  readonly weakrefs = new Map<Ref, Ref[]>();
  /** Order of insertion of inline values where it is not the order of the shared keys: keys' indices. */
  readonly valueOrder = new Map<Ref, number[]>();

  private capacity = initialCapacity;
  private top = FIRST_DYNAMIC;
  private freeHead = NULL;
  /** Objects alive now, statics included. */
  live = 0;

  readonly deaths: Deaths;
  /** Why the loop may not execute its next instruction, as bits, so that it asks one question between two of them. */
  attention = 0;
  /** Called with each object whose memory is given back and that carries Flag.RECORDED. */
  onFree: ((object: Ref) => void) | null = null;
  /** Called for each allocation that the collector counts; set by the collector. */
  onGcAllocation: (object: Ref) => void = () => {};
  /** The same for one that comes from no free list (PyType_GenericAlloc). */
  onPlainAllocation: (object: Ref) => void = () => {};
  onGcFree: (object: Ref) => void = () => {};
  /** An object that stood for an open file descriptor is gone. */
  onDescriptorDropped: (descriptor: number) => void = () => {};
  /** An object of this kind is freed in CPython that this heap never made. */
  onUnmadeFree: (kind: number) => void = () => {};

  constructor() {
    this.deaths = new Deaths(this);
    for (let i = 0; i < FIRST_DYNAMIC; i++) {
      this.payload.push(undefined);
      this.attributes.push(undefined);
    }
    // The heads of the collector's lists are circular when empty.
    for (let head = 1; head < 16; head++) {
      this.gcNext[head] = head as Ref;
      this.gcPrev[head] = head as Ref;
    }
  }

  /** The same objects for another run; nothing may be dying. `copyPayload` answers what the copy of an object holds. */
  copy(copyPayload: (payload: unknown) => unknown): Heap {
    const copy = new Heap();
    const { top } = this;
    copy.capacity = this.capacity;
    for (const column of ['refcount', 'gcRefs', 'allocated'] as const) copy[column] = this.resized(this[column]);
    for (const column of ['type', 'gcNext', 'gcPrev'] as const) copy[column] = this.resized(this[column] as unknown as Int32Array) as unknown as RefColumn;
    const flags = new Uint8Array(this.capacity);
    flags.set(this.flags.subarray(0, top));
    copy.flags = flags;
    const payload = this.payload.slice();
    for (let i = 0; i < payload.length; i++) if (typeof payload[i] === 'object') payload[i] = copyPayload(payload[i]);
    copy.payload = payload;
    copy.attributes = this.attributes.map((values) => values?.slice());
    for (const [object, references] of this.weakrefs) copy.weakrefs.set(object, references.slice());
    for (const [object, order] of this.valueOrder) copy.valueOrder.set(object, order.slice());
    copy.top = top;
    copy.freeHead = this.freeHead;
    copy.live = this.live;
    return copy;
  }

  private resized(column: Int32Array): Int32Array<ArrayBuffer> {
    const copy = new Int32Array(this.capacity);
    copy.set(column.subarray(0, this.top));
    return copy;
  }

  private grow(): void {
    const capacity = this.capacity * 2;
    const widen = (old: Int32Array | RefColumn): Int32Array => {
      const wide = new Int32Array(capacity);
      wide.set(old as Int32Array);
      return wide;
    };
    this.refcount = widen(this.refcount) as Int32Array<ArrayBuffer>;
    this.type = widen(this.type) as unknown as RefColumn;
    this.gcNext = widen(this.gcNext) as unknown as RefColumn;
    this.gcPrev = widen(this.gcPrev) as unknown as RefColumn;
    this.gcRefs = widen(this.gcRefs) as Int32Array<ArrayBuffer>;
    this.allocated = widen(this.allocated) as Int32Array<ArrayBuffer>;
    const flags = new Uint8Array(capacity);
    flags.set(this.flags);
    this.flags = flags;
    this.capacity = capacity;
  }

  /** A new object with one reference, not tracked. Does not count the reference to a heap type: see `newInstance`. */
  allocate(type: Ref, payload: unknown): Ref {
    let object = this.freeHead;
    if (object !== NULL) {
      this.freeHead = this.gcNext[object]!;
      this.gcNext[object] = NULL;
      this.payload[object] = payload;
    } else {
      object = this.top++ as Ref;
      if (object >= this.capacity) this.grow();
      this.payload.push(payload);
      this.attributes.push(undefined);
    }
    this.refcount[object] = 1;
    this.type[object] = type;
    this.live++;
    return object;
  }

  /** `allocate` for a type with TypeFlag.GC; the caller tracks it when its fields are set (PyObject_GC_New). */
  allocateGc(type: Ref, payload: unknown): Ref {
    const object = this.allocate(type, payload);
    this.onGcAllocation(object);
    return object;
  }

  /** `allocateGc`, tracked at once. */
  allocateTracked(type: Ref, payload: unknown): Ref {
    const object = this.allocate(type, payload);
    this.onGcAllocation(object);
    this.track(object);
    return object;
  }

  /** Puts an object at its fixed handle; such objects are immortal. */
  place(object: Ref, type: Ref, payload: unknown): void {
    this.refcount[object] = IMMORTAL_COUNT;
    this.flags[object] = Flag.IMMORTAL;
    this.type[object] = type;
    this.payload[object] = payload;
    this.live++;
  }

  typeOf(object: Ref): HeapType {
    return this.payload[this.type[object]!] as HeapType;
  }

  incref(object: Ref): Ref {
    this.refcount[object]!++;
    return object;
  }

  decref(object: Ref): void {
    if (--this.refcount[object]! === 0) this.deaths.begin(object);
  }

  xdecref(object: Ref): void {
    if (object !== NULL && --this.refcount[object]! === 0) this.deaths.begin(object);
  }

  isTracked(object: Ref): boolean {
    return this.gcNext[object] !== NULL;
  }

  /** Appends to generation 0 (_PyObject_GC_TRACK); its list's head is handle 1. */
  track(object: Ref): void {
    if (this.gcNext[object] !== NULL) return;
    const last = this.gcPrev[1]!;
    this.gcNext[last] = object;
    this.gcPrev[object] = last;
    this.gcNext[object] = 1 as Ref;
    this.gcPrev[1] = object;
  }

  untrack(object: Ref): void {
    const next = this.gcNext[object]!;
    if (next === NULL) return;
    const previous = this.gcPrev[object]!;
    this.gcNext[previous] = next;
    this.gcPrev[next] = previous;
    this.gcNext[object] = NULL;
    this.gcPrev[object] = NULL;
  }

  /** Gives the handle back. The object's references must have been released. */
  free(object: Ref): void {
    if ((this.flags[object]! & Flag.RECORDED) !== 0) this.onFree?.(object);
    this.payload[object] = undefined;
    if (this.attributes[object] !== undefined) this.attributes[object] = undefined;
    this.flags[object] = 0;
    this.type[object] = NULL;
    this.allocated[object] = 0;
    this.gcNext[object] = this.freeHead;
    this.freeHead = object;
    this.live--;
  }

  /** Calls `visit` for each reference that `object` owns, its type included where it counts (tp_traverse). */
  traverse(object: Ref, visit: (ref: Ref) => void): void {
    const typeRef = this.type[object]!;
    const type = this.payload[typeRef] as HeapType;
    const attributes = this.attributes[object];
    if (attributes !== undefined) {
      for (let i = 1; i < attributes.length; i++) if (attributes[i] !== NULL) visit(attributes[i]!);
      const dict = attributes[0];
      if (dict !== undefined && dict !== NULL) {
        const table = this.payload[dict] as Partial<SharedValues> | undefined;
        if (table?.owner === object) {
          for (const value of table.values!) if (value !== NULL) visit(value);
        } else visit(dict);
      }
    }
    if ((type.flags & TypeFlag.HEAP) !== 0) visit(typeRef);
    if ((type.flags & TypeFlag.REFS) !== 0) {
      // From the last to the first, as list and tuple do.
      const items = this.payload[object] as Ref[];
      for (let i = items.length - 1; i >= 0; i--) if (items[i] !== NULL) visit(items[i]!);
    } else if (type.layout !== null) type.layout.traverse(this.payload[object], visit);
  }

  /** The dict that shows an instance's inline values, which `traverse` does not visit though the instance owns it; else NULL. */
  showingDict(object: Ref): Ref {
    const dict = this.attributes[object]?.[0] ?? NULL;
    return dict !== NULL && (this.payload[dict] as Partial<SharedValues> | undefined)?.owner === object ? dict : NULL;
  }

  /** Every handle in use, statics first. */
  *objects(): Generator<Ref> {
    for (let i = FIRST_OBJECT; i < this.top; i++) if (this.type[i] !== NULL) yield i as Ref;
  }
}


/** Payload of a dict that shows the inline values of an instance, which visits them in its place and not the dict. */
export interface SharedValues {
  owner: Ref;
  readonly values: readonly Ref[];
}

/**
 * Deallocation as a work list. `work` is a stack of pending steps: a positive entry is a reference to drop, a negative
 * one memory to give back. What a dying object held goes on top, so the order is that of CPython's recursion.
 *
 * A finaliser or weak-reference callback cannot run in here. When the drain comes to one it stops (`blocked`); the
 * loop runs the Python code at its next instruction, in a context of its own, and drains on. Roots that die while
 * the drain is blocked wait their turn in `queue`.
 */
class Deaths {
  private work: number[] = [];
  /** What comes once the work is done: objects whose count is zero, and references that are still held, negated. */
  private queue: number[] = [];
  private draining = false;
  private readonly scratch: Ref[] = [];
  private waiting: Ref = NULL;

  constructor(private readonly heap: Heap) {}

  /** The object whose Python code has to run before anything else is freed; NULL if none. */
  get blocked(): Ref {
    return this.waiting;
  }

  private set blocked(object: Ref) {
    this.waiting = object;
    if (object === NULL) this.heap.attention &= ~Attention.DEATHS;
    else this.heap.attention |= Attention.DEATHS;
  }

  /** `object`'s count has reached zero. */
  begin(object: Ref): void {
    if ((this.heap.flags[object]! & Flag.IMMORTAL) !== 0) {
      this.heap.refcount[object] = IMMORTAL_COUNT;
      return;
    }
    if (this.blocked !== NULL || this.draining) {
      // A collection meanwhile must not find it: it is dead already.
      this.heap.untrack(object);
      this.queue.push(object);
      return;
    }
    const type = this.heap.typeOf(object);
    if ((type.flags & ownsNothing) === 0 && type.layout === null && (this.heap.flags[object]! & Flag.WEAKLY_REFERENCED) === 0) {
      this.heap.free(object);
      return;
    }
    this.destroy(object);
    this.drain();
  }

  /** Frees what can be freed without Python code; stops at a finaliser with `blocked` set. */
  drain(): void {
    const { heap } = this;
    this.draining = true;
    for (;;) {
      while (this.work.length !== 0 && this.blocked === NULL) {
        const entry = this.work.pop()!;
        if (entry < 0) heap.free(-entry as Ref);
        else if (--heap.refcount[entry]! === 0) this.destroy(entry as Ref);
      }
      if (this.blocked !== NULL || this.queue.length === 0) break;
      const entry = this.queue.shift()!;
      if (entry < 0) this.work.push(-entry);
      else if (heap.refcount[entry] === 0) this.destroy(entry as Ref);
    }
    this.draining = false;
  }

  private destroy(object: Ref): void {
    const { heap } = this;
    heap.untrack(object);
    const type = heap.typeOf(object);
    const flags = heap.flags[object]!;
    const isFinalized = (type.flags & TypeFlag.FINALIZER) === 0 || (flags & Flag.FINALIZED) !== 0 || ((type.flags & TypeFlag.HEAP) === 0 && type.layout?.isFinished?.(heap.payload[object]) === true);
    if (!isFinalized || (flags & Flag.WEAKLY_REFERENCED) !== 0) {
      this.blocked = object;
      return;
    }
    this.release(object, type);
  }

  /** The rest of a deallocation, once finaliser and callbacks are behind it (subtype_dealloc). */
  release(object: Ref, type: HeapType = this.heap.typeOf(object)): void {
    const { heap, work } = this;
    heap.untrack(object);
    if ((type.flags & TypeFlag.GC) !== 0) heap.onGcFree(object);
    if (heap.attributes[object] === undefined && type.layout === null && (type.flags & (TypeFlag.REFS | TypeFlag.HEAP)) === 0) {
      heap.free(object);
      return;
    }
    work.push(-object);
    if ((type.flags & TypeFlag.HEAP) !== 0) work.push(heap.type[object]!);
    this.pushPayload(object, type, nothing);
    this.pushAttributes(object, type);
  }

  /** Empties an object that stays allocated, as `tp_clear` does. */
  clear(object: Ref): void {
    const type = this.heap.typeOf(object);
    if ((type.flags & TypeFlag.NO_CLEAR) !== 0) return;
    this.pushPayload(object, type, []);
    this.pushAttributes(object, type);
    if (this.blocked === NULL && !this.draining) this.drain();
  }

  /** `emptied` becomes the payload of an object that is an array of references. */
  private pushPayload(object: Ref, type: HeapType, emptied: readonly Ref[]): void {
    const { heap, work } = this;
    if ((type.flags & TypeFlag.REFS) !== 0) {
      const items = heap.payload[object] as Ref[];
      for (let i = 0; i < items.length; i++) if (items[i] !== NULL) work.push(items[i]!);
      heap.payload[object] = emptied;
    } else if (type.layout !== null) {
      const released = this.scratch;
      type.layout.clear(heap.payload[object], released, heap, object);
      while (released.length !== 0) work.push(released.pop()!);
    }
  }

  /** 1 slots, the most derived class's first; 2 inline values in the order of the shared keys, or the dict. */
  private pushAttributes(object: Ref, type: HeapType): void {
    const { heap, work } = this;
    const attributes = heap.attributes[object];
    if (attributes === undefined) return;
    heap.attributes[object] = undefined;
    if (heap.valueOrder.size !== 0) heap.valueOrder.delete(object);
    let firstValue = 1;
    for (const run of type.slotRuns) firstValue = Math.max(firstValue, run[0] + run[1]);
    for (let i = attributes.length - 1; i >= firstValue; i--) if (attributes[i] !== NULL) work.push(attributes[i]!);
    const dict = attributes[0];
    if (dict !== NULL && dict !== undefined) {
      const table = heap.payload[dict] as Partial<SharedValues> | undefined;
      if (table?.owner === object) table.owner = NULL;
      work.push(dict);
    }
    for (let run = type.slotRuns.length - 1; run >= 0; run--) {
      const [start, count] = type.slotRuns[run]!;
      for (let i = start + count - 1; i >= start; i--) if (attributes[i] !== NULL && attributes[i] !== undefined) work.push(attributes[i]!);
    }
  }

  /** Drops references, the first first; those behind one whose finaliser must run stay held until it has. */
  drop(references: readonly Ref[]): void {
    if (this.blocked !== NULL) {
      for (const reference of references) this.queue.push(-reference);
      return;
    }
    for (let i = references.length - 1; i >= 0; i--) this.work.push(references[i]!);
    if (!this.draining) this.drain();
  }

  /** Hands over the blocked object, so that its Python code can run with a work list of its own. */
  enter(): DeathsContext {
    const context = { work: this.work, queue: this.queue, object: this.blocked };
    this.work = [];
    this.queue = [];
    this.blocked = NULL;
    return context;
  }

  /** Takes up the work where `enter` left it. */
  leave(context: DeathsContext): void {
    this.work = context.work;
    this.queue = context.queue;
    this.blocked = NULL;
  }

  get pending(): boolean {
    return this.blocked !== NULL || this.work.length !== 0 || this.queue.length !== 0;
  }

  /** Entries of the work list hold references: the audit counts them. */
  heldReferences(): readonly number[] {
    return [...this.work.filter((entry) => entry > 0), ...this.queue.filter((entry) => entry < 0).map((entry) => -entry)];
  }
}

export interface DeathsContext {
  readonly work: number[];
  readonly queue: number[];
  readonly object: Ref;
}

