import { BinaryOp, Compare } from '../../compiler/opcodes.ts';
import { INT, NONE, NOT_IMPLEMENTED, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../../heap/ref.ts';
import { isStr, toSize } from '../../objects/arguments.ts';
import { bytesLikeNow } from '../../objects/bytes-like.ts';
import { binary, binaryOp1, unary } from '../../objects/core/arithmetic.ts';
import { caught, matches, raise, rethrow } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { itemsOf } from '../../objects/core/make.ts';
import { native, rawNative, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { contains, delItem, equals, getItem, index, iter, lengthHint, next, richCompare, setItem, truth, truthNow } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, tailCall, type Steps } from '../../objects/core/suspend.ts';
import { isDict } from '../../objects/dictsearch.ts';
import { checkCount } from '../core/arguments.ts';

const two = (name: string, op: number): NativeFunction => native(name, 'a, b, /', (rt, _module, [a, b]) => binary(rt, op, a!, b!));

const comparing = (name: string, op: Compare): NativeFunction => native(name, 'a, b, /', (rt, _module, [a, b]) => richCompare(rt, a!, b!, op));

const one = (name: string, slot: Parameters<typeof unary>[1]): NativeFunction => native(name, 'a, /', (rt, _module, [a]) => unary(rt, slot, a!));

const identity = (name: string, test: (a: Ref, b: Ref) => boolean): NativeFunction =>
  native(name, 'a, b, /', (rt, _module, [a, b]) => rt.newBool(test(a!, b!)));

const arithmetic: readonly (readonly [name: string, op: BinaryOp])[] = [
  ['add', BinaryOp.ADD],
  ['sub', BinaryOp.SUBTRACT],
  ['mul', BinaryOp.MULTIPLY],
  ['matmul', BinaryOp.MATRIX_MULTIPLY],
  ['floordiv', BinaryOp.FLOOR_DIVIDE],
  ['truediv', BinaryOp.TRUE_DIVIDE],
  ['mod', BinaryOp.REMAINDER],
  ['lshift', BinaryOp.LSHIFT],
  ['rshift', BinaryOp.RSHIFT],
  ['and_', BinaryOp.AND],
  ['xor', BinaryOp.XOR],
  ['or_', BinaryOp.OR],
  ['pow', BinaryOp.POWER],
];

/** `iadd` for `add`, `iand` for `and_`. */
const inplaceName = (name: string): string => `i${name.replace('_', '')}`;

const isSequence = (rt: Runtime, object: Ref): boolean => !isDict(rt, object) && rt.typeOf(object).slots.sq_item !== undefined;

/** Mirrors PySequence_Concat() and PySequence_InPlaceConcat(). */
function* concatenate(rt: Runtime, left: Ref, right: Ref, inplace: boolean): Steps<Ref> {
  const { slots } = rt.typeOf(left);
  const concat = (inplace ? slots.sq_inplace_concat : undefined) ?? slots.sq_concat;
  if (concat !== undefined) return yield* settle(rt, concat(rt, left, right));
  if (isSequence(rt, left) && isSequence(rt, right)) {
    if (inplace && slots.nb_inplace_add !== undefined) {
      const own = yield* settle(rt, slots.nb_inplace_add(rt, left, right));
      if (own !== NOT_IMPLEMENTED) return own;
    }
    const result = yield* binaryOp1(rt, left, right, 'nb_add');
    if (result !== NOT_IMPLEMENTED) return result;
  }
  raise(rt, TYPE_ERROR, `'${typeName(rt, left)}' object can't be concatenated`);
}

/** The position of the first equal item, or how many there are. Mirrors _PySequence_IterSearch(). */
function* search(rt: Runtime, iterable: Ref, wanted: Ref, counts: boolean): Steps<Ref> {
  const { heap } = rt;
  let iterator: Ref;
  try {
    iterator = yield* settle(rt, iter(rt, iterable));
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, TYPE_ERROR)) rethrow(rt, exception);
    heap.decref(exception);
    return raise(rt, TYPE_ERROR, rt.profile.words.notAContainer(typeName(rt, iterable)));
  }
  try {
    let found = 0;
    for (let position = 0; ; position++) {
      const item = yield* settle(rt, next(rt, iterator));
      if (item === NULL) break;
      rt.charge(1);
      let equal: boolean;
      try {
        equal = yield* equals(rt, item, wanted);
      } finally {
        heap.decref(item);
      }
      if (!equal) continue;
      if (!counts) return rt.newInt(position);
      found++;
    }
    if (!counts) raise(rt, VALUE_ERROR, 'sequence.index(x): x not in sequence');
    return rt.newInt(found);
  } finally {
    heap.decref(iterator);
  }
}

/** Mirrors PyNumber_Index(): the object itself if it is an int and of no subclass. */
function* indexObject(rt: Runtime, object: Ref): Steps<Ref> {
  if (rt.heap.type[object] === INT) return rt.heap.incref(object);
  return rt.newInt(yield* index(rt, object));
}

const store = (result: Eventual, rt: Runtime): Eventual => (result === SUSPENDED ? begin(rt, thenNone(rt)) : NONE);

function* thenNone(rt: Runtime): Steps<Ref> {
  yield* settle(rt, SUSPENDED);
  return NONE;
}

function* inverted(rt: Runtime, object: Ref): Steps<Ref> {
  return rt.newBool(!(yield* truth(rt, object)));
}

function* asTruth(rt: Runtime, object: Ref): Steps<Ref> {
  return rt.newBool(yield* truth(rt, object));
}

/** Mirrors _operator__compare_digest_impl(). */
export function compareDigest(rt: Runtime, a: Ref, b: Ref): Ref {
  if (isStr(rt, a) && isStr(rt, b)) {
    const texts = [rt.text(a), rt.text(b)];
    if (!texts.every((text) => /^[\x00-\x7f]*$/.test(text))) raise(rt, TYPE_ERROR, 'comparing strings with non-ASCII characters is not supported');
    return rt.newBool(texts[0] === texts[1]);
  }
  const left = bytesLikeNow(rt, a);
  const right = bytesLikeNow(rt, b);
  if (left === undefined || right === undefined) {
    raise(rt, TYPE_ERROR, `unsupported operand types(s) or combination of types: '${typeName(rt, a)}' and '${typeName(rt, b)}'`);
  }
  return rt.newBool(left.length === right.length && left.every((byte, i) => byte === right[i]));
}

export const operatorFunctions: readonly NativeFunction[] = [
  ...arithmetic.flatMap(([name, op]) => [two(name, op), two(inplaceName(name), BinaryOp.INPLACE + op)]),
  comparing('lt', Compare.LT),
  comparing('le', Compare.LE),
  comparing('eq', Compare.EQ),
  comparing('ne', Compare.NE),
  comparing('gt', Compare.GT),
  comparing('ge', Compare.GE),
  one('neg', 'nb_negative'),
  one('pos', 'nb_positive'),
  one('abs', 'nb_absolute'),
  one('inv', 'nb_invert'),
  one('invert', 'nb_invert'),
  identity('is_', (a, b) => a === b),
  identity('is_not', (a, b) => a !== b),
  native('is_none', 'a, /', (rt, _module, [a]) => rt.newBool(a === NONE)),
  native('is_not_none', 'a, /', (rt, _module, [a]) => rt.newBool(a !== NONE)),
  native('not_', 'a, /', (rt, _module, [a]) => {
    const known = truthNow(rt, a!);
    return known === undefined ? begin(rt, inverted(rt, a!)) : rt.newBool(!known);
  }),
  native('truth', 'a, /', (rt, _module, [a]) => {
    const known = truthNow(rt, a!);
    return known === undefined ? begin(rt, asTruth(rt, a!)) : rt.newBool(known);
  }),
  suspending('concat', 'a, b, /', (rt, _module, [a, b]) => concatenate(rt, a!, b!, false)),
  suspending('iconcat', 'a, b, /', (rt, _module, [a, b]) => concatenate(rt, a!, b!, true)),
  suspending('contains', 'a, b, /', function* (rt, _module, [a, b]) {
    return rt.newBool(yield* contains(rt, a!, b!));
  }),
  suspending('indexOf', 'a, b, /', (rt, _module, [a, b]) => search(rt, a!, b!, false)),
  suspending('countOf', 'a, b, /', (rt, _module, [a, b]) => search(rt, a!, b!, true)),
  native('getitem', 'a, b, /', (rt, _module, [a, b]) => getItem(rt, a!, b!)),
  native('setitem', 'a, b, c, /', (rt, _module, [a, b, c]) => store(setItem(rt, a!, b!, c!), rt)),
  native('delitem', 'a, b, /', (rt, _module, [a, b]) => store(delItem(rt, a!, b!), rt)),
  suspending('index', 'a, /', (rt, _module, [a]) => indexObject(rt, a!)),
  suspending('length_hint', 'obj, default=0, /', function* (rt, _module, [object, fallback]) {
    const given = fallback === NULL ? 0 : toSize(rt, yield* index(rt, fallback!));
    return rt.newInt(yield* lengthHint(rt, object!, given));
  }),
  rawNative('call', (rt, _module, args, keywords) => {
    const given = keywords === NULL ? args.length : args.length - itemsOf(rt, keywords).length;
    checkCount(rt, 'call', given, 1, Infinity);
    return tailCall(rt, args[0]!, args.slice(1), keywords);
  }),
  native('_compare_digest', 'a, b, /', (rt, _module, [a, b]) => compareDigest(rt, a!, b!)),
];
