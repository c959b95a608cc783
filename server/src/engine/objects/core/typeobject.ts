import type { HeapType, Layout } from '../../heap/heap.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import type { SelfCopying } from './copying.ts';
import type { Slots } from './slots.ts';

/** Attribute names that instances of one class have in common (ht_cached_keys): index 0 is the first inline value. */
export interface SharedKeys {
  readonly names: Ref[];
  readonly index: Map<Ref, number>;
}

let nextVersion = 1;
export const freshVersion = (): number => nextVersion++;

/** Payload of a type. All handles but those of `subclasses` are owned. */
export class TypeObject implements HeapType, SelfCopying {
  layout: Layout | null = null;
  slotRuns: readonly (readonly [number, number])[] = [];
  base: Ref = NULL;
  /** Tuples. */
  bases: Ref = NULL;
  mro: Ref = NULL;
  /** The type's own dict. */
  dict: Ref = NULL;
  /** `mro` as an array, for lookups. */
  linearization: Ref[] = [];
  /** Borrowed; in order of creation. */
  readonly subclasses = new Set<Ref>();
  /** The slots in force: inherited ones and those that call methods of the class body included. */
  slots: Slots = {};
  /** First free index in `attributes` after base classes' and own `__slots__`; inline values start there. */
  valuesStart = 1;
  sharedKeys: SharedKeys | null = null;
  /** Instances have a layout of their own (not just the base's with a dict): two such bases conflict. */
  addsLayout = false;
  /** Instances are of variable size, so that `__slots__` cannot be added (tp_itemsize). */
  addsItems = false;
  /** The class statement added `__slots__`. */
  ownsSlots = false;
  /** Changes whenever a lookup in this type could give another answer; guards inline caches. */
  version = freshVersion();
  /** Memo of lookups along the MRO, by interned name; NULL where there is none. Emptied with each new version. */
  readonly lookups = new Map<Ref, Ref>();
  /** Name of the module for `repr`; user classes keep theirs in the dict. */
  constructor(
    public name: string,
    public flags: number,
    readonly module: string = 'builtins',
  ) {}
  /** A str; NULL for static types, whose qualified name is their name. */
  qualname: Ref = NULL;

  copied(): TypeObject {
    const copy = new TypeObject(this.name, this.flags, this.module);
    copy.layout = this.layout;
    copy.slotRuns = this.slotRuns;
    copy.base = this.base;
    copy.bases = this.bases;
    copy.mro = this.mro;
    copy.dict = this.dict;
    copy.linearization = this.linearization.slice();
    for (const subclass of this.subclasses) copy.subclasses.add(subclass);
    copy.slots = { ...this.slots };
    copy.valuesStart = this.valuesStart;
    if (this.sharedKeys !== null) copy.sharedKeys = { names: this.sharedKeys.names.slice(), index: new Map(this.sharedKeys.index) };
    copy.addsLayout = this.addsLayout;
    copy.addsItems = this.addsItems;
    copy.ownsSlots = this.ownsSlots;
    copy.version = this.version;
    copy.qualname = this.qualname;
    return copy;
  }
}
