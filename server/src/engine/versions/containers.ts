import type { PythonVersion } from '../journal/record.ts';

/** What the versions disagree on in the containers. */
export interface ContainerProfile {
  /** `list.sort` finds runs of equal items inside descending runs (3.13 and later). */
  readonly sortDetectsEqualRuns: boolean;
  /** `list.sort` varies the length of its short runs to balance the merges (3.15). */
  readonly sortVariesRunLength: boolean;
  /** The TypeError for an unhashable key says what it was to be used for (3.14 and later). */
  readonly namesUseOfUnhashable: boolean;
  /** The hash of a mappingproxy is its mapping's (3.12 and later). */
  readonly hashableMappingProxy: boolean;
  /** `<` and its like compare the mapping of a mappingproxy (up to 3.14). */
  readonly ordersMappingProxies: boolean;
  /** A tuple made from an array (a display, `tuple()`, `*args`) is not tracked if no item may be (3.14 and later). */
  readonly untracksNewTuples: boolean;
  /** The collector gets to see a new set only when it is filled (3.14 and later). */
  readonly tracksFilledSets: boolean;
  /** It does not get to see a frozenset of what it does not see (3.15). */
  readonly untracksNewFrozenSets: boolean;
  /** `map(strict=)` exists (3.14 and later). */
  readonly mapIsStrict: boolean;
  /** `SimpleNamespace` takes a mapping or pairs (3.13). */
  readonly namespaceTakesMapping: boolean;
  /** `tuple(x)` asks for the length first (up to 3.13). */
  readonly tupleAsksLength: boolean;
  /** A list with room for this many items or fewer keeps it when it shrinks (3.14 and later). */
  readonly slotsAlwaysKept: number;
  /** Room for the items of a set or a dict is made as for appended ones (3.13 and later). */
  readonly growsListsForTables: boolean;
  /** `del list[i]` gives no memory back (3.13 and later). */
  readonly deletionKeepsSlots: boolean;
  /** `list.pop` of the only item gives its memory back (3.12 and later). */
  readonly lastPopClears: boolean;
  /** TypeError of `list[0:1] = 5`. */
  readonly sliceValueWanted: string;
  /** ValueError of `list.index`; `value` is the repr of what was searched. */
  readonly notInList: (value: string) => string;
  /** TypeError of `dict([1])`. */
  readonly notAPair: (position: number) => string;
}

const python311: ContainerProfile = {
  sortDetectsEqualRuns: false,
  sortVariesRunLength: false,
  namesUseOfUnhashable: false,
  hashableMappingProxy: false,
  ordersMappingProxies: true,
  untracksNewTuples: false,
  tracksFilledSets: false,
  untracksNewFrozenSets: false,
  mapIsStrict: false,
  namespaceTakesMapping: false,
  tupleAsksLength: true,
  slotsAlwaysKept: 0,
  growsListsForTables: false,
  deletionKeepsSlots: false,
  lastPopClears: false,
  sliceValueWanted: 'can only assign an iterable',
  notInList: (value) => `${value} is not in list`,
  notAPair: (position) => `cannot convert dictionary update sequence element #${position} to a sequence`,
};

const python312: ContainerProfile = { ...python311, hashableMappingProxy: true, lastPopClears: true };

const python313: ContainerProfile = {
  ...python312,
  sortDetectsEqualRuns: true,
  namespaceTakesMapping: true,
  growsListsForTables: true,
  deletionKeepsSlots: true,
  sliceValueWanted: 'must assign iterable to extended slice',
};

const python314: ContainerProfile = {
  ...python313,
  namesUseOfUnhashable: true,
  untracksNewTuples: true,
  tracksFilledSets: true,
  mapIsStrict: true,
  tupleAsksLength: false,
  slotsAlwaysKept: 32,
  notInList: () => 'list.index(x): x not in list',
  notAPair: () => 'object is not iterable',
};

const profiles: Readonly<Record<PythonVersion, ContainerProfile>> = {
  '3.11': python311,
  '3.12': python312,
  '3.13': python313,
  '3.14': python314,
  '3.15': { ...python314, sortVariesRunLength: true, untracksNewFrozenSets: true, ordersMappingProxies: false },
};

export const containersOf = (version: PythonVersion): ContainerProfile => profiles[version];
