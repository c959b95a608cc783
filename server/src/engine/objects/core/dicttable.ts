import { Flag, type SharedValues } from '../../heap/heap.ts';
import { BOOL, FLOAT, INT, STR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import type { SelfCopying } from './copying.ts';
import type { Runtime } from './runtime.ts';

let nextVersion = 1;

/** Up to this many entries a dict is searched from front to back. */
const linearLimit = 8;

/** Most inline values of an instance (SHARED_KEYS_MAX_SIZE). */
export const sharedKeysMax = 30;

/** What `findExact` answers besides an index. */
export const MISSING = -1;
/** Only a search that may call `__hash__` and `__eq__` can tell: see `dictFind` in `dictsearch.ts`. */
export const NEEDS_PROTOCOL = -2;

type Primitive = string | number | bigint;

/**
 * A dict's entries in order of insertion; NULL in `keys` is a deleted entry.
 *
 * Exact str, int, bool and float keys are found by their value, and keys that compare by identity by their handle, with
 * no hash computed. The first key of another kind turns the table to hash chains (`chains`), where every entry has its
 * hash and equality follows Python's protocol.
 */
export class DictTable implements SelfCopying, SharedValues {
  keys: Ref[] = [];
  values: Ref[] = [];
  used = 0;
  /** The instance whose inline values these still are, NULL where they are the dict's own (3.13). */
  owner: Ref = NULL;
  /**
   * Of a dict made of inline values that were not set in the order of the keys that the class's instances share: the places of
   * those keys, in whose order the values are let go of as long as CPython's table is a split one.
   */
  places: Map<Ref, number> | null = null;
  /** The table of a frozendict: nothing changes it once it is filled, so that its hash is kept. */
  frozen = false;
  hash: readonly [low: number, high: number] | null = null;
  /** Changes with every insertion and deletion of a key: an index found under one version stays right under it. */
  version = nextVersion++;
  /** True while every key is an interned str, so that a miss by handle of an interned name is a miss. */
  onlyInterned = true;
  private index: Map<Primitive, number> | null = null;
  private identities: Map<Ref, number> | null = null;
  /** Binary logarithm of CPython's table size and the entries it can still take before it is rebuilt. */
  log2Size = 3;
  usable = 5;
  /** A key is no exact str: the entries of CPython's table are then larger. */
  general = false;
  /** Low half of each entry's hash; null until a key needs the protocol. */
  hashes: number[] | null = null;
  highHashes: number[] | null = null;
  /** Indices of the entries with one hash in the order in which they are probed; MISSING for deleted ones. */
  chains: Map<number, number[]> | null = null;

  /** Index of a key that is found without Python code, MISSING, or NEEDS_PROTOCOL. */
  findExact(rt: Runtime, key: Ref): number {
    const { heap } = rt;
    if (this.chains !== null) return this.used === 0 ? this.findIdentical(rt, key) : NEEDS_PROTOCOL;
    const type = heap.type[key]!;
    if (type === STR) return this.findStr(rt, key);
    const primitive = primitiveOf(rt, key, type);
    if (primitive === undefined) {
      if (!rt.comparesByIdentity(type)) return NEEDS_PROTOCOL;
      return this.findIdentity(key);
    }
    return this.findPrimitive(rt, key, primitive);
  }

  private findIdentical(rt: Runtime, key: Ref): number {
    const type = rt.heap.type[key]!;
    return type === STR || rt.comparesByIdentity(type) || primitiveOf(rt, key, type) !== undefined ? MISSING : NEEDS_PROTOCOL;
  }

  /** Index of an exact str among the exact str keys, or MISSING: what namespaces need. */
  findStr(rt: Runtime, key: Ref): number {
    if (this.chains !== null) {
      const text = rt.heap.payload[key];
      return this.keys.findIndex((other) => other !== NULL && rt.heap.type[other] === STR && rt.heap.payload[other] === text);
    }
    const { keys } = this;
    if (this.index === null) {
      for (let i = keys.length - 1; i >= 0; i--) if (keys[i] === key) return i;
      if (this.onlyInterned && (rt.heap.flags[key]! & Flag.INTERNED) !== 0) return MISSING;
    }
    return this.findPrimitive(rt, key, rt.heap.payload[key] as string);
  }

  private findPrimitive(rt: Runtime, key: Ref, primitive: Primitive): number {
    if (this.index !== null) return this.index.get(primitive) ?? MISSING;
    const { keys } = this;
    const { heap } = rt;
    for (let i = 0; i < keys.length; i++) {
      const other = keys[i]!;
      if (other === NULL) continue;
      if (other === key) return i;
      const type = heap.type[other]!;
      if (type === STR ? heap.payload[other] === primitive : primitiveOf(rt, other, type) === primitive) return i;
    }
    return MISSING;
  }

  private findIdentity(key: Ref): number {
    if (this.identities !== null) return this.identities.get(key) ?? MISSING;
    return this.keys.indexOf(key);
  }

  /** Appends an entry for a key known to be missing; takes both references. With chains, `low` and `high` are its hash. */
  append(rt: Runtime, key: Ref, value: Ref, low = 0, high = 0): void {
    if (!this.general && rt.heap.type[key] !== STR) {
      this.general = true;
      if (this.keys.length !== 0) this.resize(rt, this.log2Size + 1);
    }
    // Values that the class's shared keys have no place for make the table the dict's own (insert_combined_dict).
    if (this.general || this.keys.length >= sharedKeysMax) this.ownEntries();
    if (this.usable === 0) this.resize(rt);
    this.usable--;
    const at = this.keys.length;
    this.keys.push(key);
    this.values.push(value);
    this.used++;
    this.version = nextVersion++;
    if (this.chains !== null) {
      this.hashes!.push(low);
      this.highHashes!.push(high);
      const chain = this.chains.get(low);
      if (chain === undefined) this.chains.set(low, [at]);
      else {
        // A slot that became free is used again, before those behind it.
        const gap = chain.indexOf(MISSING);
        if (gap >= 0) chain[gap] = at;
        else chain.push(at);
      }
      return;
    }
    if (this.onlyInterned && (rt.heap.flags[key]! & Flag.INTERNED) === 0) this.onlyInterned = false;
    if (this.index !== null) this.enter(rt, key, at);
    else if (at >= linearLimit) this.buildIndex(rt);
  }

  private buildIndex(rt: Runtime): void {
    this.index = new Map();
    this.identities = new Map();
    for (let i = 0; i < this.keys.length; i++) if (this.keys[i] !== NULL) this.enter(rt, this.keys[i]!, i);
  }

  private enter(rt: Runtime, key: Ref, at: number): void {
    const primitive = primitiveOf(rt, key, rt.heap.type[key]!);
    if (primitive === undefined) this.identities!.set(key, at);
    else this.index!.set(primitive, at);
  }

  /** Takes the entry out; its key and value references become the caller's. */
  remove(rt: Runtime, at: number): void {
    const key = this.keys[at]!;
    if (this.chains !== null) {
      const chain = this.chains.get(this.hashes![at]!)!;
      chain[chain.indexOf(at)] = MISSING;
    } else if (this.index !== null) {
      const primitive = primitiveOf(rt, key, rt.heap.type[key]!);
      if (primitive === undefined) this.identities!.delete(key);
      else this.index.delete(primitive);
    }
    this.keys[at] = NULL;
    this.values[at] = NULL;
    this.used--;
    this.version = nextVersion++;
  }

  /** The table stops sharing keys and values with instances. */
  private ownEntries(): void {
    this.owner = NULL;
    this.places = null;
  }

  /** Forgets the entries from `at` on, all deleted, so that they are not searched again (dict_popitem). */
  truncate(at: number): void {
    this.ownEntries();
    this.keys.length = at;
    this.values.length = at;
    if (this.hashes !== null) this.hashes.length = at;
    if (this.highHashes !== null) this.highHashes.length = at;
  }

  /** Mirrors insertion_resize(): a full table is rebuilt without its gaps, at three times what it holds. */
  private resize(rt: Runtime, least = 3): void {
    this.log2Size = least;
    while (1 << this.log2Size < this.used * 3) this.log2Size++;
    this.usable = Math.floor((2 << this.log2Size) / 3) - this.used;
    if (this.keys.length === this.used) return;
    const kept: number[] = [];
    for (let i = 0; i < this.keys.length; i++) if (this.keys[i] !== NULL) kept.push(i);
    this.keys = kept.map((i) => this.keys[i]!);
    this.values = kept.map((i) => this.values[i]!);
    if (this.hashes !== null) {
      this.hashes = kept.map((i) => this.hashes![i]!);
      this.highHashes = kept.map((i) => this.highHashes![i]!);
      this.buildChains();
    } else if (this.index !== null) this.buildIndex(rt);
  }

  /** Turns to hash chains; `low` and `high` are the hashes of all entries, deleted ones ignored. */
  useChains(low: number[], high: number[]): void {
    this.index = null;
    this.identities = null;
    this.hashes = low;
    this.highHashes = high;
    this.version = nextVersion++;
    this.buildChains();
  }

  private buildChains(): void {
    this.chains = new Map();
    for (let i = 0; i < this.keys.length; i++) {
      if (this.keys[i] === NULL) continue;
      const chain = this.chains.get(this.hashes![i]!);
      if (chain === undefined) this.chains.set(this.hashes![i]!, [i]);
      else chain.push(i);
    }
  }

  /** Empties the table; the references become the caller's. */
  clear(): void {
    this.ownEntries();
    this.keys = [];
    this.values = [];
    this.used = 0;
    this.log2Size = 3;
    this.usable = 5;
    this.index = null;
    this.identities = null;
    this.hashes = null;
    this.highHashes = null;
    this.chains = null;
    this.onlyInterned = true;
    this.general = false;
    this.version = nextVersion++;
  }

  /** The same table in the copy of a heap. */
  copied(): DictTable {
    const copy = new DictTable();
    copy.keys = this.keys.slice();
    copy.values = this.values.slice();
    copy.used = this.used;
    copy.owner = this.owner;
    copy.places = this.places && new Map(this.places);
    copy.frozen = this.frozen;
    copy.hash = this.hash;
    copy.version = this.version;
    copy.onlyInterned = this.onlyInterned;
    copy.index = this.index && new Map(this.index);
    copy.identities = this.identities && new Map(this.identities);
    copy.log2Size = this.log2Size;
    copy.usable = this.usable;
    copy.general = this.general;
    copy.hashes = this.hashes && this.hashes.slice();
    copy.highHashes = this.highHashes && this.highHashes.slice();
    copy.chains = this.chains && new Map([...this.chains].map(([hash, chain]) => [hash, chain.slice()]));
    return copy;
  }

  /** A table with the same entries; the caller owns the references and must incref them. */
  copy(rt: Runtime): DictTable {
    const copy = new DictTable();
    for (let i = 0; i < this.keys.length; i++) {
      if (this.keys[i] === NULL) continue;
      copy.keys.push(this.keys[i]!);
      copy.values.push(this.values[i]!);
    }
    copy.used = this.used;
    copy.log2Size = this.log2Size;
    copy.usable = this.usable + this.keys.length - this.used;
    copy.onlyInterned = this.onlyInterned;
    copy.general = this.general;
    if (this.chains !== null) {
      const live = (_: number, i: number): boolean => this.keys[i] !== NULL;
      copy.useChains(this.hashes!.filter(live), this.highHashes!.filter(live));
    } else if (copy.keys.length > linearLimit) copy.buildIndex(rt);
    return copy;
  }
}

/** The value by which an exact built-in key is found: equal keys of any of these types have equal primitives. */
export function primitiveOf(rt: Runtime, key: Ref, type: Ref): Primitive | undefined {
  switch (type) {
    case STR:
    case INT:
      return rt.heap.payload[key] as Primitive;
    case BOOL:
      return Number(rt.heap.payload[key]);
    case FLOAT: {
      const value = rt.heap.payload[key] as number;
      if (Number.isNaN(value)) return undefined;
      return Number.isInteger(value) && !Number.isSafeInteger(value) ? BigInt(value) : value === 0 ? 0 : value;
    }
    default:
      return undefined;
  }
}
