import { NONE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { cInt, isStr } from '../../objects/arguments.ts';
import { bytesLikeNow } from '../../objects/bytes-like.ts';
import { raise } from '../../objects/core/errors.ts';
import { newBytes } from '../../objects/core/make.ts';
import { native, suspending, type NativeAttribute, type NativeFunction } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { hex } from '../../text/bytes.ts';
import { digests, hmac, type Digest } from '../../text/digests/digest.ts';

/** Payload of a hash object: all that it was given, which is hashed when somebody asks for the digest. */
export class Message {
  /** With room for more, so that many small updates cost no more than one. */
  private buffer: Uint8Array;
  private length: number;

  constructor(start: Uint8Array) {
    this.buffer = start.slice();
    this.length = start.length;
  }

  get data(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  add(rt: Runtime, more: Uint8Array): void {
    const length = this.length + more.length;
    rt.charge(1 + (more.length >> 6), more.length);
    if (length > this.buffer.length) {
      const larger = new Uint8Array(Math.max(length, 2 * this.buffer.length));
      larger.set(this.data);
      this.buffer = larger;
    }
    this.buffer.set(more, this.length);
    this.length = length;
  }
}

export class HashObject extends Message {
  constructor(
    /** A key of `digests`. */
    readonly digest: string,
    start: Uint8Array,
    /** The key of an HMAC; null for a plain hash. */
    readonly key: Uint8Array | null = null,
  ) {
    super(start);
  }
}

export const hashOf = (rt: Runtime, self: Ref): HashObject => rt.heap.payload[self] as HashObject;

export const digestOf = (hash: HashObject): Digest => digests.get(hash.digest)!;

/** Bytes to be hashed (GET_BUFFER_VIEW_OR_ERROUT). */
export function hashable(rt: Runtime, object: Ref): Uint8Array {
  if (isStr(rt, object)) raise(rt, TYPE_ERROR, 'Strings must be encoded before hashing');
  const bytes = bytesLikeNow(rt, object);
  if (bytes === undefined) raise(rt, TYPE_ERROR, 'object supporting the buffer API required');
  return bytes;
}

/** The digest, for those that let the caller choose `length` bytes of that many. */
function computed(rt: Runtime, hash: HashObject, length: number): Uint8Array {
  rt.charge(10 + (hash.data.length >> 3), length);
  const digest = digestOf(hash);
  return hash.key === null ? digest.compute(hash.data, length) : hmac(digest, hash.key, hash.data);
}

function* lengthOf(rt: Runtime, length: Ref): Steps<number> {
  const size = yield* cInt(rt, length);
  if (size < 0) raise(rt, TYPE_ERROR, 'value must be positive');
  return size;
}

export const update = (parameter: string): NativeFunction =>
  native('update', `${parameter}, /`, (rt, self, [data]) => {
    (rt.heap.payload[self] as Message).add(rt, hashable(rt, data!));
    return NONE;
  });

/** Methods of hashes whose digest has one length. */
export const fixedLength: readonly NativeFunction[] = [
  native('digest', '', (rt, self) => newBytes(rt, computed(rt, hashOf(rt, self), 0))),
  native('hexdigest', '', (rt, self) => rt.newStr(hex(computed(rt, hashOf(rt, self), 0)))),
];

/** Methods of hashes whose digest is as long as the caller says. */
export const anyLength: readonly NativeFunction[] = [
  suspending('digest', 'length', function* (rt, self, [length]) {
    return newBytes(rt, computed(rt, hashOf(rt, self), yield* lengthOf(rt, length!)));
  }),
  suspending('hexdigest', 'length', function* (rt, self, [length]) {
    return rt.newStr(hex(computed(rt, hashOf(rt, self), yield* lengthOf(rt, length!))));
  }),
];

export const copying = native('copy', '', (rt, self) => {
  const { digest, data, key } = hashOf(rt, self);
  return newHash(rt, rt.heap.type[self]!, new HashObject(digest, data, key));
});

/** An object of a type that the collector does not track. */
export const newHash = (rt: Runtime, type: Ref, hash: HashObject): Ref => rt.heap.allocate(type, hash);

export const digestSize: NativeAttribute = { name: 'digest_size', get: (rt, self) => rt.newInt(digestOf(hashOf(rt, self)).size) };

export const sizes: readonly NativeAttribute[] = [
  digestSize,
  { name: 'block_size', get: (rt, self) => rt.newInt(digestOf(hashOf(rt, self)).block) },
  { name: 'name', get: (rt, self) => rt.newStr((hashOf(rt, self).key === null ? '' : 'hmac-') + hashOf(rt, self).digest) },
];

/** The data of `function(string=b'')`. */
export function initialData(rt: Runtime, data: Ref): Uint8Array {
  const bytes = data === NULL ? new Uint8Array() : hashable(rt, data);
  rt.charge(1 + (bytes.length >> 6), bytes.length);
  return bytes;
}
