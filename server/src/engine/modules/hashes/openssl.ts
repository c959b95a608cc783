import { TypeFlag } from '../../heap/heap.ts';
import { FROZENSET, NONE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isStr } from '../../objects/arguments.ts';
import { bytesLike } from '../../objects/bytes-like.ts';
import { CONTAINER, defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { newBytes } from '../../objects/core/make.ts';
import { native, suspending, type NativeCallee } from '../../objects/core/native.ts';
import { addressOf } from '../../objects/core/addresses.ts';
import { hash, index, repr } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { addNow } from '../../objects/setops.ts';
import { SetTable } from '../../objects/settable.ts';
import { digests, hmac, pbkdf2, type Digest } from '../../text/digests/digest.ts';
import { compareDigest } from '../_operator/functions.ts';
import { defineModule } from '../core/define.ts';
import { anyLength, copying, digestSize, fixedLength, HashObject, hashOf, initialData, newHash, sizes, update } from './object.ts';

const HASH = moduleTypeHandle();
const HASHXOF = moduleTypeHandle();
const HMAC = moduleTypeHandle();
const UNSUPPORTED_DIGEST = moduleTypeHandle();

const shown = (rt: Runtime, self: Ref, kind: string): string => `<${hashOf(rt, self).digest} ${kind} object @ 0x${addressOf(rt, self).toString(16)}>`;

const flags = TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION;

defineType({
  handle: HASH,
  name: 'HASH',
  module: '_hashlib',
  flags: flags | TypeFlag.BASETYPE,
  slots: { tp_repr: (rt, self) => rt.newStr(shown(rt, self, '_hashlib.HASH')) },
  methods: [update('obj'), ...fixedLength, copying],
  attributes: sizes,
});
defineType({
  handle: HASHXOF,
  name: 'HASHXOF',
  module: '_hashlib',
  base: HASH,
  flags: flags | TypeFlag.BASETYPE,
  slots: { tp_repr: (rt, self) => rt.newStr(shown(rt, self, '_hashlib.HASHXOF')) },
  methods: anyLength,
  attributes: [digestSize],
});
defineType({
  handle: HMAC,
  name: 'HMAC',
  module: '_hashlib',
  flags,
  slots: { tp_repr: (rt, self) => rt.newStr(shown(rt, self, 'HMAC')) },
  methods: [update('obj'), ...fixedLength, copying],
  attributes: sizes,
});
defineType({ handle: UNSUPPORTED_DIGEST, name: 'UnsupportedDigestmodError', module: '_hashlib', base: VALUE_ERROR, flags: CONTAINER | TypeFlag.WEAKREFS, slots: {}, addsLayout: false });

/** Hashes that OpenSSL knows and the model does not compute. */
const notComputed = ['md5-sha1', 'ripemd160', 'sm3', 'blake2b', 'blake2s'];

const allNames = [...digests.keys(), ...notComputed];

const made = (rt: Runtime, name: string, data: Ref): Ref => newHash(rt, digests.get(name)!.size === 0 ? HASHXOF : HASH, new HashObject(name, initialData(rt, data)));

/** Hashes of OpenSSL that have a function of their own. */
const constructors = 'md5 sha1 sha224 sha256 sha384 sha512 sha3_224 sha3_256 sha3_384 sha3_512 shake_128 shake_256'
  .split(' ')
  .map((name) => ({ name, def: native(`openssl_${name}`, "string=b'', *, usedforsecurity=True", (rt, _module, [data]) => made(rt, name, data!)) }));

/** A digest by the name that the program gives it. */
function digestNamed(name: string): Digest | undefined {
  const plain = name.toLowerCase().replace(/^sha-?(1|224|256|384|512)$/, 'sha$1').replace(/^sha3-/, 'sha3_').replace(/^sha512-/, 'sha512_').replace(/^shake-?(128|256)$/, 'shake_$1');
  if (notComputed.includes(plain)) unsupported(`the hash ${plain}`);
  return digests.get(plain);
}

/** The digest that an argument `digestmod` means: a name, or a function of this module (py_digest_by_digestmod). */
function* digestMeant(rt: Runtime, digestmod: Ref): Steps<Digest> {
  if (isStr(rt, digestmod)) {
    const digest = digestNamed(rt.text(digestmod));
    if (digest === undefined) raise(rt, UNSUPPORTED_DIGEST, '[digital envelope routines] unsupported');
    return digest;
  }
  const def = (rt.heap.payload[digestmod] as Partial<NativeCallee> | null)?.def;
  const name = def === undefined ? undefined : constructors.find((candidate) => candidate.def === def)?.name;
  if (name !== undefined) return digests.get(name)!;
  const shownAs = yield* settle(rt, repr(rt, digestmod));
  const text = rt.text(shownAs);
  rt.heap.decref(shownAs);
  raise(rt, UNSUPPORTED_DIGEST, `Unsupported digestmod ${text}`);
}

/** Mirrors _hashlib_hmac_new_impl(). */
function* hmacNew(rt: Runtime, key: Ref, message: Ref, digestmod: Ref): Steps<Ref> {
  if (digestmod === NULL) raise(rt, TYPE_ERROR, "Missing required parameter 'digestmod'.");
  const digest = yield* digestMeant(rt, digestmod);
  if (digest.size === 0) unsupported('an HMAC of a hash of any length');
  return newHash(rt, HMAC, new HashObject(digest.name, initialData(rt, message), bytesLike(rt, key).slice()));
}

/** Mirrors pbkdf2_hmac_impl(). */
function* pbkdf2Hmac(rt: Runtime, [hashName, password, salt, iterations, length]: readonly Ref[]): Steps<Ref> {
  const digest = digestNamed(rt.text(hashName!));
  if (digest === undefined) raise(rt, UNSUPPORTED_DIGEST, '[digital envelope routines] unsupported');
  const times = Number(yield* index(rt, iterations!));
  if (times < 1) raise(rt, VALUE_ERROR, 'iteration value must be greater than 0.');
  const size = length === NULL || length === NONE ? digest.size : Number(yield* index(rt, length!));
  if (size < 1) raise(rt, VALUE_ERROR, 'key length must be greater than 0.');
  rt.charge(times * 200 * Math.ceil(size / digest.size), size);
  return newBytes(rt, pbkdf2(digest, bytesLike(rt, password!), bytesLike(rt, salt!), times, size));
}

function newNames(rt: Runtime): Ref {
  const names = newInstance(rt, FROZENSET, new SetTable());
  for (const text of allNames) {
    const name = rt.name(text);
    hash(rt, name);
    addNow(rt, names, name, rt.hashLow, rt.hashHigh);
  }
  return names;
}

defineModule({
  name: '_hashlib',
  types: [HASH, HASHXOF, HMAC, UNSUPPORTED_DIGEST],
  functions: [
    ...constructors.map(({ def }) => def),
    native('new', "name, string=b'', *, usedforsecurity=True", (rt, _module, [name, data]) => {
      if (!isStr(rt, name!)) raise(rt, TYPE_ERROR, `new() argument 'name' must be str, not ${typeName(rt, name!)}`);
      const digest = digestNamed(rt.text(name!));
      if (digest === undefined) raise(rt, VALUE_ERROR, `unsupported hash type ${rt.text(name!)}`);
      return made(rt, digest.name, data!);
    }),
    native('get_fips_mode', '', (rt) => rt.newInt(0)),
    native('compare_digest', 'a, b, /', (rt, _module, [a, b]) => {
      if (!isStr(rt, a!) || !isStr(rt, b!)) for (const object of [a!, b!]) bytesLike(rt, object);
      return compareDigest(rt, a!, b!);
    }),
    suspending('hmac_new', "key, msg=b'', digestmod=None", (rt, _module, [key, message, digestmod]) => hmacNew(rt, key!, message!, digestmod!)),
    suspending('hmac_digest', 'key, msg, digest', function* (rt, _module, [key, message, digestmod]) {
      const digest = yield* digestMeant(rt, digestmod!);
      return newBytes(rt, hmac(digest, bytesLike(rt, key!), bytesLike(rt, message!)));
    }),
    suspending('pbkdf2_hmac', 'hash_name, password, salt, iterations, dklen=None', (rt, _module, args) => pbkdf2Hmac(rt, args)),
  ],
  init: (rt, put) => put('openssl_md_meth_names', newNames(rt)),
});
