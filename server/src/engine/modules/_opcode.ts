import { NONE } from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import { cInt } from '../objects/arguments.ts';
import { newList, newTuple } from '../objects/core/make.ts';
import { native, suspending, type NativeFunction } from '../objects/core/native.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { opcodeFacts, type OpcodeFacts } from '../versions/opcodefacts.ts';
import { defineModule } from './core/define.ts';

type Predicate = 'is_valid' | 'has_arg' | 'has_const' | 'has_name' | 'has_jump' | 'has_free' | 'has_local' | 'has_exc';

const predicates: readonly Predicate[] = ['is_valid', 'has_arg', 'has_const', 'has_name', 'has_jump', 'has_free', 'has_local', 'has_exc'];

function isIn(ranges: string, number: number): boolean {
  return ranges.split(' ').some((range) => {
    const [first, last = first] = range.split('-').map(Number);
    return number >= first! && number <= last!;
  });
}

const predicate = (name: Predicate): NativeFunction =>
  suspending(name, 'opcode', function* (rt, _module, [opcode]) {
    return rt.newBool(isIn(opcodeFacts(rt.profile.version)[name], yield* cInt(rt, opcode!)));
  });

/** A function that answers a new list of names. */
const names = (name: string, prefix: string, words: (facts: OpcodeFacts) => string): NativeFunction =>
  native(name, '', (rt) => newList(rt, words(opcodeFacts(rt.profile.version)).split(' ').map((word) => rt.newStr(prefix + word))));

function operations(rt: Runtime): Ref {
  const pairs = opcodeFacts(rt.profile.version).operations.split(' ').map((word) => {
    const at = word.indexOf('=');
    return newTuple(rt, [rt.newStr(`NB_${word.slice(0, at)}`), rt.newStr(word.slice(at + 1))]);
  });
  return newList(rt, pairs);
}

/** CPython's own instructions are known by their names and kinds; what they do to a stack, or that they run, is not modelled. */
defineModule({
  name: '_opcode',
  functions: [
    ...predicates.map(predicate),
    native('get_specialization_stats', '', () => NONE),
    native('get_nb_ops', '', operations),
    names('get_intrinsic1_descs', 'INTRINSIC_', ({ firstIntrinsics }) => firstIntrinsics),
    names('get_intrinsic2_descs', 'INTRINSIC_', ({ secondIntrinsics }) => secondIntrinsics),
    names('get_special_method_names', '', ({ specialMethods }) => specialMethods),
  ],
  init: (rt, put) => {
    put('ENABLE_SPECIALIZATION', rt.newInt(1));
    if (opcodeFacts(rt.profile.version).specialisesFreeThreading) put('ENABLE_SPECIALIZATION_FT', rt.newInt(1));
  },
});
