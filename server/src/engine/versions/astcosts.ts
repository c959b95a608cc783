import type { PythonVersion } from '../journal/record.ts';
import { Kind } from './freelists.ts';

/** Numbers of objects by Kind. */
export type Objects = readonly number[];

/** Objects that no free list provides, lists, dicts, tuples by length from 1. */
function objects(others: number, lists: number, dicts: number, ...tuples: readonly number[]): Objects {
  const counts = [others, ...tuples, ...Array<number>(Kind.COUNT - 1 - tuples.length).fill(0)];
  counts[Kind.LIST] = lists;
  counts[Kind.DICT] = dicts;
  return counts;
}

/** What the first `compile()` needs for a while to make the types of `ast`, and gives to the free lists. */
export const passingAstObjects = objects(3, 6, 9, 1, 6, 1);

/** What it leaves behind, as measured. */
const astObjects: Readonly<Record<PythonVersion, Objects>> = {
  '3.11': objects(303, 0, 131, 137, 24, 38, 112, 3, 2, 1),
  '3.12': objects(315, 0, 137, 144, 25, 40, 117, 2, 1, 3),
  '3.13': objects(428, 0, 248, 215, 66, 41, 117, 2, 1, 3),
  '3.14': objects(478, 0, 252, 219, 67, 41, 120, 2, 1, 3),
  '3.15': objects(466, 0, 252, 218, 71, 40, 121, 2, 1, 3),
};

export const lastingAstObjects = (version: PythonVersion): Objects => astObjects[version];
