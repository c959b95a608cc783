import { TypeFlag } from '../../heap/heap.ts';
import { NONE, OVERFLOW_ERROR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isInt, isTuple, withIndex } from '../../objects/arguments.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { itemsOf, newTuple } from '../../objects/core/make.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { hash, indexNow } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { positional } from '../../objects/float-new.ts';
import { abs, normalize, type Int } from '../../text/integer.ts';
import { binaryOf } from '../../versions/binary.ts';
import { defineModule } from '../core/define.ts';
import { stateWords, Twister } from './twister.ts';

const RANDOM = moduleTypeHandle();

const twisterOf = (rt: Runtime, self: Ref): Twister => rt.heap.payload[self] as Twister;

/** The 32-bit words of a number, the lowest first; at least one. */
function wordsOf(value: Int): number[] {
  let rest = BigInt(value);
  const words: number[] = [];
  do {
    words.push(Number(rest & 0xffffffffn));
    rest >>= 32n;
  } while (rest !== 0n);
  return words;
}

/**
 * Mirrors random_seed(): an int by its amount, any other object by its hash. Without a seed CPython asks the system for
 * random bits; a run has none, and always begins at the same number.
 */
function* seed(rt: Runtime, self: Ref, given: Ref): Steps<Ref> {
  let value: Int = 0;
  if (given !== NULL && given !== NONE) {
    if (isInt(rt, given)) value = abs(indexNow(rt, given)!);
    else {
      yield* settle(rt, hash(rt, given));
      value = normalize((BigInt(rt.hashHigh >>> 0) << 32n) | BigInt(rt.hashLow >>> 0));
    }
  }
  twisterOf(rt, self).seed(wordsOf(value));
  return NONE;
}

function init(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const given = positional(rt, args, keywords);
  if (given.length > 1) raise(rt, TYPE_ERROR, binaryOf(rt.profile.version).random.tooManyArguments(given.length));
  if (given.length < args.length) raise(rt, TYPE_ERROR, 'Random() takes no keyword arguments');
  return seed(rt, self, given[0] ?? NULL);
}

function* initSteps(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  yield* init(rt, self, args, keywords);
  return NULL;
}

/** Mirrors _random_Random_getrandbits_impl(). */
function randomBits(rt: Runtime, twister: Twister, count: number): Ref {
  if (count <= 32) return rt.newInt(count === 0 ? 0 : twister.next() >>> (32 - count));
  rt.charge(count >> 8, count >> 3);
  let digits = '';
  for (let left = count; left > 0; left -= 32) {
    const word = left < 32 ? twister.next() >>> (32 - left) : twister.next();
    digits = word.toString(16).padStart(8, '0') + digits;
  }
  return rt.newInt(normalize(BigInt(`0x${digits}`)));
}

function getRandomBits(rt: Runtime, self: Ref, count: Int): Ref {
  const words = binaryOf(rt.profile.version).random;
  if (count > 0x7fffffff || count < -0x80000000) raise(rt, OVERFLOW_ERROR, words.tooManyBits);
  if (count < 0) raise(rt, VALUE_ERROR, words.negativeBits);
  return randomBits(rt, twisterOf(rt, self), Number(count));
}

/** Mirrors _random_Random_setstate(). */
function setState(rt: Runtime, self: Ref, state: Ref): Ref {
  if (!isTuple(rt, state)) raise(rt, TYPE_ERROR, 'state vector must be a tuple');
  const items = itemsOf(rt, state);
  if (items.length !== stateWords + 1) raise(rt, VALUE_ERROR, 'state vector is the wrong size');
  const words = items.map((item, i) => {
    const word = indexNow(rt, item);
    if (word === undefined) raise(rt, TYPE_ERROR, 'an integer is required');
    if (i === stateWords) return word;
    if (word < 0) raise(rt, OVERFLOW_ERROR, "can't convert negative value to unsigned int");
    return Number(BigInt.asUintN(32, BigInt(word)));
  });
  const index = words[stateWords]!;
  if (index < 0 || index > stateWords) raise(rt, VALUE_ERROR, 'invalid state');
  const twister = twisterOf(rt, self);
  twister.state.set(words.slice(0, stateWords).map(Number));
  twister.index = Number(index);
  return NONE;
}

const methods: readonly NativeFunction[] = [
  native('random', '', (rt, self) => rt.newFloat(twisterOf(rt, self).random())),
  suspending('seed', 'n=None, /', (rt, self, [given]) => seed(rt, self, given!)),
  native('getstate', '', (rt, self) => {
    const { state, index } = twisterOf(rt, self);
    return newTuple(rt, [...state, index].map((word) => rt.newInt(word)));
  }),
  native('setstate', 'state, /', (rt, self, [state]) => setState(rt, self, state!)),
  native('getrandbits', 'k, /', (rt, self, [count]) => withIndex(rt, count!, (value) => getRandomBits(rt, self, value))),
];

defineType({
  handle: RANDOM,
  name: 'Random',
  module: '_random',
  flags: TypeFlag.BASETYPE | TypeFlag.IMMUTABLE,
  slots: {
    tp_new: (rt, type) => newInstance(rt, type, new Twister()),
    tp_init: (rt, self, args, keywords) => begin(rt, initSteps(rt, self, args, keywords)),
  },
  methods,
});

defineModule({ name: '_random', types: [RANDOM] });
