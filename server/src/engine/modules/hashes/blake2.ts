import { TypeFlag } from '../../heap/heap.ts';
import { VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { cInt } from '../../objects/arguments.ts';
import { bytesLike } from '../../objects/bytes-like.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { newBytes } from '../../objects/core/make.ts';
import { native } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { hex } from '../../text/bytes.ts';
import { blake2, blake2b, blake2s, type Blake2Kind } from '../../text/digests/blake2.ts';
import { defineModule } from '../core/define.ts';
import { hashable, Message, update } from './object.ts';

/** What is to be hashed begins with the padded key. */
class Blake2Object extends Message {
  constructor(
    start: Uint8Array,
    readonly parameters: Uint8Array,
    readonly size: number,
  ) {
    super(start);
  }
}

const signature = "data=b'', /, *, digest_size=64, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True";

function* create(rt: Runtime, kind: Blake2Kind, name: string, type: Ref, args: readonly Ref[]): Steps<Ref> {
  const [data = NULL, digestSize = NULL, keyObject = NULL, saltObject = NULL, personObject = NULL, ...tree] = args;
  if (tree.slice(0, 7).some((object) => object !== NULL)) unsupported(`the tree parameters of ${name}`);
  const [most, part] = [kind.bits, kind.bits / 4];
  const size = digestSize === NULL ? most : yield* cInt(rt, digestSize);
  if (size <= 0 || size > most) raise(rt, VALUE_ERROR, `digest_size must be between 1 and ${most} bytes`);
  const bytesOf = (object: Ref): Uint8Array => (object === NULL ? new Uint8Array() : bytesLike(rt, object));
  const [salt, person, key] = [bytesOf(saltObject), bytesOf(personObject), bytesOf(keyObject)];
  if (salt.length > part) raise(rt, VALUE_ERROR, `maximum salt length is ${part} bytes`);
  if (person.length > part) raise(rt, VALUE_ERROR, `maximum person length is ${part} bytes`);
  if (key.length > most) raise(rt, VALUE_ERROR, `maximum key length is ${most} bytes`);
  const parameters = new Uint8Array(most);
  parameters.set([size, key.length, 1, 1]);
  parameters.set(salt, most - 2 * part);
  parameters.set(person, most - part);
  const start = new Uint8Array(key.length === 0 ? 0 : kind.bits * 2);
  start.set(key);
  const object = new Blake2Object(start, parameters, size);
  if (data !== NULL) object.add(rt, hashable(rt, data));
  return newInstance(rt, type, object);
}

function defineBlake2(kind: Blake2Kind, name: string): Ref {
  const handle = moduleTypeHandle();
  const hashOf = (rt: Runtime, self: Ref): Blake2Object => rt.heap.payload[self] as Blake2Object;
  const computed = (rt: Runtime, self: Ref): Uint8Array => {
    const { data, parameters, size } = hashOf(rt, self);
    rt.charge(10 + (data.length >> 3), size);
    return blake2(kind, data, parameters, size);
  };
  defineType({
    handle,
    name,
    module: '_blake2',
    flags: TypeFlag.BASETYPE | TypeFlag.IMMUTABLE,
    slots: {
      tp_new: (rt, type, args, keywords) => begin(rt, create(rt, kind, name, type, bind(rt, name, signature, args, keywords))),
    },
    methods: [
      native('copy', '', (rt, self) => {
        const { data, parameters, size } = hashOf(rt, self);
        return newInstance(rt, handle, new Blake2Object(data, parameters, size));
      }),
      native('digest', '', (rt, self) => newBytes(rt, computed(rt, self))),
      native('hexdigest', '', (rt, self) => rt.newStr(hex(computed(rt, self)))),
      update('data'),
    ],
    attributes: [
      { name: 'name', get: (rt) => rt.newStr(name) },
      { name: 'block_size', get: (rt) => rt.newInt(kind.bits * 2) },
      { name: 'digest_size', get: (rt, self) => rt.newInt(hashOf(rt, self).size) },
    ],
    constants: {
      SALT_SIZE: (rt) => rt.newInt(kind.bits / 4),
      PERSON_SIZE: (rt) => rt.newInt(kind.bits / 4),
      MAX_KEY_SIZE: (rt) => rt.newInt(kind.bits),
      MAX_DIGEST_SIZE: (rt) => rt.newInt(kind.bits),
    },
  });
  return handle;
}

defineModule({
  name: '_blake2',
  types: [defineBlake2(blake2b, 'blake2b'), defineBlake2(blake2s, 'blake2s')],
  init(rt, put) {
    for (const [prefix, bits] of [['BLAKE2B', 64], ['BLAKE2S', 32]] as const) {
      put(`${prefix}_SALT_SIZE`, rt.newInt(bits / 4));
      put(`${prefix}_PERSON_SIZE`, rt.newInt(bits / 4));
      put(`${prefix}_MAX_KEY_SIZE`, rt.newInt(bits));
      put(`${prefix}_MAX_DIGEST_SIZE`, rt.newInt(bits));
    }
  },
});
