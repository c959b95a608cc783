import { FreeLists } from '../../heap/freelists.ts';
import { ASYNC_GENERATOR_ASEND, ASYNC_GENERATOR_WRAPPED_VALUE, BUILTIN, DICT, FIRST_DYNAMIC, LIST, LIST_ITERATOR, METHOD, SLICE, TUPLE, TUPLE_ITERATOR } from '../../heap/known.ts';
import type { PythonVersion } from '../../journal/record.ts';
import { freeListsOf, Kind } from '../../versions/freelists.ts';

const kinds = new Uint8Array(FIRST_DYNAMIC);
kinds[TUPLE] = Kind.COUNT;
kinds[LIST] = Kind.LIST;
kinds[DICT] = Kind.DICT;
kinds[SLICE] = Kind.SLICE;
kinds[LIST_ITERATOR] = Kind.LIST_ITERATOR;
kinds[TUPLE_ITERATOR] = Kind.TUPLE_ITERATOR;
kinds[METHOD] = Kind.METHOD;
kinds[BUILTIN] = Kind.BUILTIN;
kinds[ASYNC_GENERATOR_ASEND] = Kind.ASEND;
kinds[ASYNC_GENERATOR_WRAPPED_VALUE] = Kind.WRAPPED_VALUE;

/** The free lists of a version, empty. */
export const newFreeLists = (version: PythonVersion): FreeLists =>
  new FreeLists(kinds, Kind.COUNT, Kind.LONGEST_TUPLE, Int32Array.from(freeListsOf(version).room));
