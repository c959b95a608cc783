import { NULL, type Ref } from '../../heap/ref.ts';
import { DictTable, NEEDS_PROTOCOL } from '../../objects/core/dicttable.ts';
import { hash } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { dictFindHashed } from '../../objects/dictsearch.ts';

/**
 * Payload of an `OrderedDict`: a dict's table, and a list of its keys with an order of its own. A node of the list is
 * the key object as the table has it; the list owns a reference to each.
 */
export class OrderedTable extends DictTable {
  first = NULL;
  last = NULL;
  private after = new Map<Ref, Ref>();
  private before = new Map<Ref, Ref>();
  /** Changes with every change of the list (od_state). */
  changes = 0;

  hasNode(key: Ref): boolean {
    return this.after.has(key);
  }

  next(key: Ref): Ref {
    return this.after.get(key)!;
  }

  previous(key: Ref): Ref {
    return this.before.get(key)!;
  }

  get isListEmpty(): boolean {
    return this.first === NULL;
  }

  /** Appends a key; takes its reference. */
  addLast(key: Ref): void {
    this.before.set(key, this.last);
    this.after.set(key, NULL);
    if (this.last === NULL) this.first = key;
    else this.after.set(this.last, key);
    this.last = key;
    this.changes++;
  }

  addFirst(key: Ref): void {
    this.after.set(key, this.first);
    this.before.set(key, NULL);
    if (this.first === NULL) this.last = key;
    else this.before.set(this.first, key);
    this.first = key;
    this.changes++;
  }

  /** Takes a key out of the list; its reference becomes the caller's. */
  unlink(key: Ref): void {
    const before = this.previous(key);
    const after = this.next(key);
    if (before === NULL) this.first = after;
    else this.after.set(before, after);
    if (after === NULL) this.last = before;
    else this.before.set(after, before);
    this.after.delete(key);
    this.before.delete(key);
    this.changes++;
  }

  /** The list's keys in order, as an array. */
  order(): Ref[] {
    const keys: Ref[] = [];
    for (let key = this.first; key !== NULL; key = this.next(key)) keys.push(key);
    return keys;
  }

  /** Empties the list; the references become the caller's. */
  takeOrder(): Ref[] {
    const keys = this.order();
    this.first = NULL;
    this.last = NULL;
    this.after = new Map();
    this.before = new Map();
    return keys;
  }
}

export const orderedTable = (rt: Runtime, self: Ref): OrderedTable => rt.heap.payload[self] as OrderedTable;

/**
 * The index of a key's entry, or −1. Hashes the key once and looks it up `lookups` times, as CPython does where it
 * searches the list and the table for itself: an `__eq__` written in Python is called as often.
 */
export function* locate(rt: Runtime, table: OrderedTable, key: Ref, lookups = 1): Steps<number> {
  const exact = table.findExact(rt, key);
  if (exact !== NEEDS_PROTOCOL) return exact;
  yield* settle(rt, hash(rt, key));
  const low = rt.hashLow;
  const high = rt.hashHigh;
  let at = -1;
  for (let i = 0; i < lookups; i++) at = yield* dictFindHashed(rt, table, key, low, high);
  rt.hashLow = low;
  rt.hashHigh = high;
  return at;
}

/** Takes an entry out of table and list: what they held, in the order in which it dies, the value last. */
export function takeEntry(rt: Runtime, table: OrderedTable, at: number): Ref[] {
  const key = table.keys[at]!;
  const value = table.values[at]!;
  const nodes: Ref[] = [];
  if (table.hasNode(key)) {
    table.unlink(key);
    nodes.push(key);
  }
  table.remove(rt, at);
  return [...nodes, key, value];
}
