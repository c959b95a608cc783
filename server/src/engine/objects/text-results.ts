import { BYTES, STR } from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import { newBytes, newList, newTuple } from './core/make.ts';
import { RunStopped, type Runtime } from './core/runtime.ts';

/** Longer strings do not exist in JavaScript. */
const MAX_LENGTH = 2 ** 29 - 32;
/** Text up to this length is made within the step that asks for it. */
const CHEAP_LENGTH = 256;

/** Text of `length` units is about to be made, or read. */
export function chargeText(rt: Runtime, length: number): void {
  if (length <= CHEAP_LENGTH) return;
  if (length > MAX_LENGTH) throw new RunStopped({ budget: 'memory' });
  rt.charge(Math.ceil(length / 32), length);
}

/** Reading `text` costs steps but no memory. */
export function chargeScan(rt: Runtime, length: number): void {
  if (length > CHEAP_LENGTH) rt.charge(Math.ceil(length / 64));
}

/** `text` as an exact str: `self` where it is that already (unicode_result_unchanged). */
export function unchangedOr(rt: Runtime, self: Ref, text: string): Ref {
  const { heap } = rt;
  return heap.type[self] === STR && heap.payload[self] === text ? heap.incref(self) : rt.newStr(text);
}

export function newStrList(rt: Runtime, texts: readonly string[]): Ref {
  rt.charge(texts.length >> 2, texts.length * 64);
  return newList(rt, texts.map((text) => rt.newStr(text)));
}

/** The parts of a split of `self`, which is its own only part where nothing was split off. */
export function splitResult(rt: Runtime, self: Ref, parts: readonly string[]): Ref {
  return parts.length === 1 ? newList(rt, [unchangedOr(rt, self, parts[0]!)]) : newStrList(rt, parts);
}

/** The parts of a partition: `self` where `separator`, which else is the second, was not found. */
export function partitionResult(rt: Runtime, self: Ref, separator: Ref, parts: readonly string[]): Ref {
  return newTuple(
    rt,
    parts.map((part, i) => (part === '' ? rt.newStr('') : i === 1 ? rt.heap.incref(separator) : unchangedOr(rt, self, part))),
  );
}

/** `unchangedOr` for bytes. */
export function unchangedBytesOr(rt: Runtime, self: Ref, bytes: Uint8Array): Ref {
  const { heap } = rt;
  if (heap.type[self] === BYTES && (heap.payload[self] as Uint8Array).length === bytes.length) {
    const own = heap.payload[self] as Uint8Array;
    if (own.every((byte, i) => byte === bytes[i])) return heap.incref(self);
  }
  return newBytes(rt, bytes);
}
