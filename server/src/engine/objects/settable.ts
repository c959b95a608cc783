import { NULL, type Ref } from '../heap/ref.ts';
import { equals, equalsNow } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import type { Steps } from './core/suspend.ts';

/** What `find` answers besides an index. */
export const ABSENT = -1;
const NEEDS_PROTOCOL = -2;

const minimumSize = 8;
const linearProbes = 9;
/** Stands where a key was removed, so that searches go on past it. */
const DUMMY = -1;
/** Numbers of an entry: key, low and high half of its hash. */
const width = 3;

/**
 * A set's hash table, with the order of CPython's (Objects/setobject.c), which iteration shows: open addressing, ten
 * neighbouring entries at a time, then the next place by all 64 bits of the hash.
 */
export class SetTable {
  entries = new Int32Array(minimumSize * width);
  mask = minimumSize - 1;
  /** Entries in use and dummies. */
  fill = 0;
  used = 0;
  /** Where `pop` goes on searching. */
  finger = 0;
  /** The hash of a frozenset, once known. */
  hash: { readonly low: number; readonly high: number } | null = null;
  /** Where the key that `find` did not find belongs. */
  private place = 0;

  /** The key at an index, NULL where there is none. */
  keyAt(at: number): Ref {
    const key = this.entries[at * width]!;
    return (key === DUMMY ? NULL : key) as Ref;
  }

  lowAt(at: number): number {
    return this.entries[at * width + 1]!;
  }

  highAt(at: number): number {
    return this.entries[at * width + 2]!;
  }

  /** All keys in the order of the table; borrowed. */
  keys(): Ref[] {
    const keys: Ref[] = [];
    for (let at = 0; at <= this.mask; at++) {
      const key = this.entries[at * width]!;
      if (key > 0) keys.push(key as Ref);
    }
    return keys;
  }

  /** Searches without running Python code. Mirrors set_lookkey() and the search of set_add_entry(). */
  private findNow(rt: Runtime, key: Ref, low: number, high: number): number {
    const { entries, mask } = this;
    let i = low & mask;
    let perturbLow = low;
    let perturbHigh = high;
    let dummy = -1;
    for (;;) {
      const last = i + linearProbes <= mask ? i + linearProbes : i;
      for (let at = i; at <= last; at++) {
        const other = entries[at * width]!;
        if (other === NULL) {
          this.place = dummy >= 0 ? dummy : at;
          return ABSENT;
        }
        if (other === DUMMY) dummy = at;
        else if (entries[at * width + 1] === low && entries[at * width + 2] === high) {
          const equal = equalsNow(rt, other as Ref, key);
          if (equal === undefined) return NEEDS_PROTOCOL;
          if (equal) return at;
        }
      }
      perturbLow = (perturbLow >>> 5) | (perturbHigh << 27);
      perturbHigh >>>= 5;
      i = (Math.imul(i, 5) + 1 + perturbLow) & mask;
    }
  }

  /** The same with `__eq__`; NEEDS_PROTOCOL where a comparison changed the table. */
  private *findAsking(rt: Runtime, key: Ref, low: number, high: number): Steps<number> {
    const { entries, mask } = this;
    let i = low & mask;
    let perturbLow = low;
    let perturbHigh = high;
    let dummy = -1;
    for (;;) {
      const last = i + linearProbes <= mask ? i + linearProbes : i;
      for (let at = i; at <= last; at++) {
        const other = entries[at * width]!;
        if (other === NULL) {
          this.place = dummy >= 0 ? dummy : at;
          return ABSENT;
        }
        if (other === DUMMY) dummy = at;
        else if (entries[at * width + 1] === low && entries[at * width + 2] === high) {
          rt.heap.incref(other as Ref);
          let equal: boolean;
          try {
            equal = yield* equals(rt, other as Ref, key);
          } finally {
            rt.heap.decref(other as Ref);
          }
          if (this.entries !== entries || entries[at * width] !== other) return NEEDS_PROTOCOL;
          if (equal) return at;
        }
      }
      perturbLow = (perturbLow >>> 5) | (perturbHigh << 27);
      perturbHigh >>>= 5;
      i = (Math.imul(i, 5) + 1 + perturbLow) & mask;
    }
  }

  /** The index of a key with this hash, or ABSENT; undefined where only `find` can tell. */
  tryFind(rt: Runtime, key: Ref, low: number, high: number): number | undefined {
    const found = this.findNow(rt, key, low, high);
    return found === NEEDS_PROTOCOL ? undefined : found;
  }

  *find(rt: Runtime, key: Ref, low: number, high: number): Steps<number> {
    let found = this.findNow(rt, key, low, high);
    while (found === NEEDS_PROTOCOL) found = yield* this.findAsking(rt, key, low, high);
    return found;
  }

  /** Puts in a key that the last search did not find; takes the reference. */
  insert(key: Ref, low: number, high: number): void {
    const at = this.place * width;
    const reused = this.entries[at] === DUMMY;
    this.entries[at] = key;
    this.entries[at + 1] = low;
    this.entries[at + 2] = high;
    this.used++;
    if (reused) return;
    this.fill++;
    if (this.fill * 5 >= this.mask * 3) this.resize(this.used > 50000 ? this.used * 2 : this.used * 4);
  }

  /** Takes a key out; its reference becomes the caller's. */
  remove(at: number): Ref {
    const key = this.entries[at * width] as Ref;
    this.entries[at * width] = DUMMY;
    this.used--;
    return key;
  }

  /** Takes out some key. The set must not be empty. Mirrors set_pop(). */
  pop(): Ref {
    let at = this.finger & this.mask;
    while (this.entries[at * width]! <= 0) at = at === this.mask ? 0 : at + 1;
    this.finger = at + 1;
    return this.remove(at);
  }

  /** Mirrors set_table_resize(): the smallest table of more than `least` entries, without dummies. */
  resize(least: number): void {
    let size = minimumSize;
    while (size <= least) size *= 2;
    if (size === minimumSize && this.mask === size - 1 && this.fill === this.used) return;
    const { entries, mask } = this;
    this.entries = new Int32Array(size * width);
    this.mask = size - 1;
    this.fill = this.used;
    for (let at = 0; at <= mask; at++) {
      const key = entries[at * width]!;
      if (key > 0) this.insertClean(key, entries[at * width + 1]!, entries[at * width + 2]!);
    }
  }

  /** Mirrors set_insert_clean(): puts a key where there are no dummies and no equal key. */
  private insertClean(key: number, low: number, high: number): void {
    const { entries, mask } = this;
    let i = low & mask;
    let perturbLow = low;
    let perturbHigh = high;
    for (;;) {
      const last = i + linearProbes <= mask ? i + linearProbes : i;
      for (let at = i; at <= last; at++) {
        if (entries[at * width] !== NULL) continue;
        entries[at * width] = key;
        entries[at * width + 1] = low;
        entries[at * width + 2] = high;
        return;
      }
      perturbLow = (perturbLow >>> 5) | (perturbHigh << 27);
      perturbHigh >>>= 5;
      i = (Math.imul(i, 5) + 1 + perturbLow) & mask;
    }
  }

  /** Makes room for `count` more keys at once, as merging a set or dict does. */
  reserve(count: number): void {
    if ((this.fill + count) * 5 >= this.mask * 3) this.resize((this.used + count) * 2);
  }

  /** Takes over all keys of another table; this one is empty. The caller counts the references. */
  fillFrom(other: SetTable): void {
    if (this.mask === other.mask && other.fill === other.used) this.entries.set(other.entries);
    else {
      for (let at = 0; at <= other.mask; at++) if (other.keyAt(at) !== NULL) this.insertClean(other.keyAt(at), other.lowAt(at), other.highAt(at));
    }
    this.fill = other.used;
    this.used = other.used;
  }

  /** Empties the table; the references become the caller's. */
  clear(): void {
    if (this.fill === 0 && this.mask === minimumSize - 1) return;
    this.entries = new Int32Array(minimumSize * width);
    this.mask = minimumSize - 1;
    this.fill = 0;
    this.used = 0;
    this.hash = null;
  }

  /** Exchanges the contents of two tables (set_swap_bodies). */
  swap(other: SetTable): void {
    const { entries, mask, fill, used } = this;
    this.entries = other.entries;
    this.mask = other.mask;
    this.fill = other.fill;
    this.used = other.used;
    this.hash = null;
    other.entries = entries;
    other.mask = mask;
    other.fill = fill;
    other.used = used;
    other.hash = null;
  }
}
