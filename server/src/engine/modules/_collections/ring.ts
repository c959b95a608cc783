import type { Ref } from '../../heap/ref.ts';
import { NULL } from '../../heap/ref.ts';

/** Items of one of CPython's blocks, and where an empty deque starts in its first. */
const blockLength = 64;
const centre = 32;

/**
 * Payload of a `deque`: a ring that doubles. CPython links blocks of 64; `left` follows the index of the first item in
 * its block, since the size of a deque tells how many there are. The items are owned.
 */
export class Ring {
  private slots: Ref[] = new Array<Ref>(8).fill(NULL);
  private head = 0;
  length = 0;
  private left = centre;
  /** Changes with each insertion, removal and rotation, so that iterators notice. */
  state = 0;

  /** `limit` −1 is none. */
  constructor(public limit: number) {}

  at(index: number): Ref {
    return this.slots[(this.head + index) & (this.slots.length - 1)]!;
  }

  /** Stores at `index`; answers what was there. */
  put(index: number, item: Ref): Ref {
    const at = (this.head + index) & (this.slots.length - 1);
    const old = this.slots[at]!;
    this.slots[at] = item;
    return old;
  }

  push(item: Ref): void {
    if (this.length === this.slots.length) this.grow();
    this.slots[(this.head + this.length++) & (this.slots.length - 1)] = item;
    this.state++;
  }

  unshift(item: Ref): void {
    if (this.length === this.slots.length) this.grow();
    this.head = (this.head - 1) & (this.slots.length - 1);
    this.slots[this.head] = item;
    this.length++;
    this.left = (this.left + blockLength - 1) % blockLength;
    this.state++;
  }

  pop(): Ref {
    const item = this.put(--this.length, NULL);
    if (this.length === 0 && this.left === 0) this.left = centre;
    this.state++;
    return item;
  }

  shift(): Ref {
    const item = this.put(0, NULL);
    this.head = (this.head + 1) & (this.slots.length - 1);
    this.length--;
    this.left = (this.left + 1) % blockLength;
    if (this.left === 0 && this.length === 0) this.left = centre;
    this.state++;
    return item;
  }

  /** Moves `count` items from the end to the front. */
  rotate(count: number): void {
    if (this.length <= 1) return;
    const steps = ((count % this.length) + this.length) % this.length;
    const turned = this.items();
    for (let i = 0; i < turned.length; i++) this.put((i + steps) % turned.length, turned[i]!);
    const short = steps > this.length >> 1 ? steps - this.length : steps;
    this.left = (((this.left - short) % blockLength) + blockLength) % blockLength;
    this.state++;
  }

  /** Takes the item at `index` out: by rotating, as CPython does, so that the state changes as often (deque_del_item). */
  removeAt(index: number): Ref {
    this.rotate(-index);
    const old = this.shift();
    this.rotate(index);
    return old;
  }

  reverse(): void {
    for (let low = 0, high = this.length - 1; low < high; low++, high--) this.put(low, this.put(high, this.at(low)));
  }

  /** The items in order, as an array of its own. */
  items(): Ref[] {
    const items = new Array<Ref>(this.length);
    for (let i = 0; i < this.length; i++) items[i] = this.at(i);
    return items;
  }

  /** Empties the ring; the items become the caller's. */
  takeAll(): Ref[] {
    const items = this.items();
    if (items.length === 0) return items;
    this.slots = new Array<Ref>(8).fill(NULL);
    this.head = 0;
    this.length = 0;
    this.left = centre;
    this.state++;
    return items;
  }

  /** An empty deque that is to be filled from one side starts at the other end of its block. */
  startAt(side: 'left' | 'right'): void {
    if (this.length === 0) this.left = side === 'left' ? 1 : blockLength - 1;
  }

  /** Bytes of the blocks. */
  blockBytes(): number {
    return Math.max(1, Math.ceil((this.left + this.length) / blockLength)) * (blockLength + 2) * 8;
  }

  private grow(): void {
    const items = this.items();
    const slots = new Array<Ref>(this.slots.length * 2).fill(NULL);
    for (let i = 0; i < items.length; i++) slots[i] = items[i]!;
    this.slots = slots;
    this.head = 0;
  }
}
