import { TYPE_ERROR } from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import { raise } from './core/errors.ts';
import type { Runtime } from './core/runtime.ts';

/** The C3 linearization of a class, borrowed (mro_implementation, pmerge). */
export function linearize(rt: Runtime, type: Ref, bases: readonly Ref[]): Ref[] {
  if (bases.length === 1) return [type, ...rt.typeObject(bases[0]!).linearization];
  const duplicate = bases.find((base, i) => bases.indexOf(base) < i);
  if (duplicate !== undefined) raise(rt, TYPE_ERROR, `duplicate base class ${rt.typeObject(duplicate).name}`);
  const sequences = [...bases.map((base) => [...rt.typeObject(base).linearization]), [...bases]];
  const order = [type];
  for (;;) {
    const rest = sequences.filter((sequence) => sequence.length !== 0);
    if (rest.length === 0) return order;
    const head = rest.map((sequence) => sequence[0]!).find((candidate) => rest.every((sequence) => sequence.indexOf(candidate) <= 0));
    if (head === undefined) inconsistent(rt, rest);
    order.push(head);
    for (const sequence of rest) if (sequence[0] === head) sequence.shift();
  }
}

function inconsistent(rt: Runtime, rest: readonly (readonly Ref[])[]): never {
  const heads = [...new Set(rest.map((sequence) => sequence[0]!))].map((type) => rt.typeObject(type).name);
  raise(rt, TYPE_ERROR, `Cannot create a consistent method resolution${rt.profile.words.mroLineBreak}order (MRO) for bases ${heads.join(', ')}`);
}
