import type { PythonVersion } from '../journal/record.ts';

/**
 * Kinds of objects whose memory CPython keeps for the next of the same kind. The collector counts neither an object
 * that is taken from such a list nor one that is put there. A tuple's kind is its length, up to LONGEST_TUPLE.
 */
export const enum Kind {
  OTHER = 0,
  LONGEST_TUPLE = 20,
  LIST = 21,
  DICT = 22,
  SLICE = 23,
  LIST_ITERATOR = 24,
  TUPLE_ITERATOR = 25,
  METHOD = 26,
  BUILTIN = 27,
  ASEND = 28,
  WRAPPED_VALUE = 29,
  COUNT = 30,
}

export const tupleKind = (length: number): number => (length <= Kind.LONGEST_TUPLE ? length : Kind.OTHER);

/** How many objects of each kind the lists take, and what they hold when the script is about to be compiled. */
export interface FreeListProfile {
  readonly room: readonly number[];
  readonly atStart: readonly number[];
}

const tuplesKept = 2000;
const containersKept = 80;

/** Tuples by length, lists, dicts, then the others in the order of Kind. */
const lists = (tuples: string, ...others: readonly number[]): readonly number[] => {
  const held = [0, ...tuples.split(' ').map(Number), ...others];
  return [...held, ...Array<number>(Kind.COUNT - held.length).fill(0)];
};

const everyLength = Array<number>(Kind.LONGEST_TUPLE).fill(tuplesKept).join(' ');
const room311 = lists(everyLength, containersKept, containersKept, 1, 0, 0, 0, 0, containersKept, containersKept);
const room314 = lists(everyLength, containersKept, containersKept, 1, 10, 10, 20, 16, containersKept, containersKept);

/** As measured in the reference environment. */
const profiles: Readonly<Record<PythonVersion, FreeListProfile>> = {
  '3.11': { room: room311, atStart: lists('5 1 2 1 1 1 0 0 0 0 1 0 1 0 1 0 1 0 0 0', 4, 3, 1) },
  '3.12': { room: room311, atStart: lists('5 1 2 1 1 1 0 0 0 0 1 0 1 1 0 0 1 0 0 0', 8, 4, 1) },
  '3.13': { room: room311, atStart: lists('5 1 11 1 1 5 6 3 3 5 2 8 2 1 1 2 2 2 1 0', 8, 3, 1) },
  '3.14': { room: room314, atStart: lists('5 7 7 1 2 2 4 1 3 1 4 4 9 1 2 3 0 6 1 0', 10, 3, 1, 4, 2, 2, 1) },
  '3.15': { room: room314, atStart: lists('5 5 6 1 2 2 1 1 3 1 6 4 10 0 2 1 2 4 1 1', 11, 5, 1, 1, 1, 2, 1) },
};

export const freeListsOf = (version: PythonVersion): FreeListProfile => profiles[version];
