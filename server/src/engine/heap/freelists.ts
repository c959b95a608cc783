import { FIRST_DYNAMIC } from './known.ts';
import type { Ref } from './ref.ts';

/**
 * The free lists of the interpreter, as numbers: how many objects of each kind their memory waits for. The collector
 * counts neither an object that is taken from such a list nor one that is put there. Kind 0 has no list.
 */
export class FreeLists {
  private readonly held: Int32Array;

  constructor(
    /** The kind of each static type's instances; `byLength` for those whose length is their kind. */
    private readonly kinds: Uint8Array,
    private readonly byLength: number,
    private readonly longest: number,
    /** How many objects of each kind are kept. */
    private readonly room: Int32Array,
  ) {
    this.held = new Int32Array(room.length);
  }

  /** The kind of an object by its exact type and payload. */
  kindOf(type: Ref, payload: unknown): number {
    if (type >= FIRST_DYNAMIC) return 0;
    const kind = this.kinds[type]!;
    if (kind !== this.byLength) return kind;
    const { length } = payload as readonly unknown[];
    return length <= this.longest ? length : 0;
  }

  /** Whether the list of a kind has an object to give. */
  take(kind: number): boolean {
    if (this.held[kind] === 0) return false;
    this.held[kind]!--;
    return true;
  }

  /** Whether the list of a kind has room for an object. */
  put(kind: number): boolean {
    if (this.held[kind] === this.room[kind]) return false;
    this.held[kind]!++;
    return true;
  }

  /** Empties all lists, as a full collection does; answers how many objects are given back. */
  clear(): number {
    const count = this.held.reduce((sum, held) => sum + held, 0);
    this.held.fill(0);
    return count;
  }

  fill(held: ArrayLike<number>): void {
    this.held.set(held);
  }

  /** How many objects of each kind are held. */
  snapshot(): Int32Array {
    return this.held.slice();
  }
}
