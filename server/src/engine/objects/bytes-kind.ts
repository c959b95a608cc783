import type { Ref } from '../heap/ref.ts';
import type { Runtime } from './core/runtime.ts';

/** What the methods that bytes and bytearray share need to know of the two. */
export interface ByteKind {
  readonly name: 'bytes' | 'bytearray';
  readonly bytesOf: (rt: Runtime, self: Ref) => Uint8Array;
  /** A new object of the exact type with a copy of the bytes, where they could be another object's. */
  readonly make: (rt: Runtime, bytes: Uint8Array) => Ref;
  /** The separator in the result of a partition: bytes answers the object given, bytearray a copy. */
  readonly separator: (rt: Runtime, given: Ref) => Ref;
  /** What a method answers that changed nothing: bytes answers itself, bytearray a copy. */
  readonly unchangedOr: (rt: Runtime, self: Ref, bytes: Uint8Array) => Ref;
}
