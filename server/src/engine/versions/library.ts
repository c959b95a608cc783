import type { PythonVersion } from '../journal/record.ts';

/** What the versions disagree on in `_operator`, `_functools`, `_collections`, `itertools` and their like. */
export interface LibraryProfile {
  /** Methods of types of these modules that this version does not have, as `type.method`. */
  readonly absentMembers: ReadonlySet<string>;
  /** Modules of types whose `__module__` this version has otherwise, by the type's name. */
  readonly typeModules: ReadonlyMap<string, string>;
  /** A `methodcaller` that is given keywords counts its arguments before it refuses them (3.13 and later). */
  readonly methodCallerCountsFirst: boolean;
  /** A dying `methodcaller` lets its keywords go first (3.14 and later). */
  readonly methodCallerKeywordsFirst: boolean;
  /** `functools.Placeholder` exists (3.14 and later). */
  readonly partialHasPlaceholder: boolean;
  /** The repr of a subclass of `partial` names its module (3.13 and later). */
  readonly partialReprIsQualified: boolean;
  /** A `partial` in a class is bound as a method (3.14 and later). */
  readonly partialIsMethod: boolean;
  /** What is warned of when a `partial` is got through an instance, which does not bind it yet (3.13). */
  readonly partialWillBeMethod: string | null;
  /** `count` has no number to show when it has come to the largest Py_ssize_t (up to 3.13). */
  readonly countMakesLastLate: boolean;
  /** `reduce(initial=)` (3.14 and later). */
  readonly reduceTakesKeyword: boolean;
  /** `deque.insert`, `index` and `rotate` count their arguments in the words of a plain function (3.13 and later). */
  readonly dequeCountsAsFunctions: boolean;
  /** ValueErrors of `deque` name the method, not the value (3.14 and later). */
  readonly dequeErrorsNameMethod: boolean;
  /** The collector looks at decimal numbers and contexts (3.13 and later). */
  readonly decimalsAreCollected: boolean;
  /** What cannot be shared between interpreters is a ValueError (up to 3.13), or a TypeError. */
  readonly notShareableIsValueError: boolean;
  /** The repr of an `OrderedDict` shows a dict (3.12 and later). */
  readonly orderedDictShowsDict: boolean;
  /** `OrderedDict(1, 2)` expected at most one "argument" (3.14 and later), not "arguments". */
  readonly orderedDictCountsOne: boolean;
  /** `OrderedDict.clear` is a change that iterators notice as one of the order (3.13 and later). */
  readonly orderedDictClearCounts: boolean;
  /** `batched(strict=)` (3.13 and later). */
  readonly batchedIsStrict: boolean;
  /** `pairwise` answers the same tuple again if nobody else holds it (3.13 and later). */
  readonly pairwiseReusesTuple: boolean;
  /** `tee` of a tee makes new iterators and leaves its argument alone (3.14 and later). */
  readonly teeCopiesTees: boolean;
  /** What is warned of when an iterator of `itertools` is pickled or copied (3.12 and 3.13). */
  readonly pickleOfIteratorsEnds: string | null;
  /** `SimpleQueue` keeps its items in a list (up to 3.12). */
  readonly queueIsList: boolean;
  /** ValueError of a negative number; `classic` is what it was before 3.15. */
  readonly mustNotBeNegative: (name: string, classic: string) => string;
  readonly networkNumbers: NetworkNumbers;
}

/** OverflowErrors of numbers that `htons` and its like cannot take; up to 3.13 each function has words of its own. */
interface NetworkNumbers {
  readonly negative: (name: string, bits: number) => { readonly message: string; readonly isValueError: boolean };
  readonly tooLarge: (name: string, bits: number) => string;
}

/** Types of `itertools`, which can be pickled up to 3.13. */
const iteratorTypes =
  '_grouper _tee _tee_dataobject accumulate chain combinations combinations_with_replacement compress count cycle dropwhile filterfalse groupby islice ' +
  'permutations product repeat starmap takewhile zip_longest';

const python311: LibraryProfile = {
  absentMembers: new Set(['partial.__get__', 'AST.__repr__', 'AST.__replace__']),
  typeModules: new Map([
    ['_deque_iterator', '_collections'],
    ['_deque_reverse_iterator', '_collections'],
    ['_tuplegetter', '_collections'],
  ]),
  methodCallerCountsFirst: false,
  methodCallerKeywordsFirst: false,
  partialHasPlaceholder: false,
  partialReprIsQualified: false,
  partialIsMethod: false,
  partialWillBeMethod: null,
  countMakesLastLate: true,
  reduceTakesKeyword: false,
  dequeCountsAsFunctions: false,
  dequeErrorsNameMethod: false,
  decimalsAreCollected: false,
  notShareableIsValueError: true,
  orderedDictShowsDict: false,
  orderedDictCountsOne: false,
  orderedDictClearCounts: false,
  batchedIsStrict: false,
  pairwiseReusesTuple: false,
  teeCopiesTees: false,
  pickleOfIteratorsEnds: null,
  queueIsList: true,
  mustNotBeNegative: (_name, classic) => classic,
  networkNumbers: {
    negative: (name, bits) => ({ message: bits === 16 ? `${name}: can't convert negative Python int to C 16-bit unsigned integer` : "can't convert negative value to unsigned int", isValueError: false }),
    tooLarge: (name, bits) => (bits === 16 ? `${name}: Python int too large to convert to C 16-bit unsigned integer` : 'int larger than 32 bits'),
  },
};

const python312: LibraryProfile = {
  ...python311,
  typeModules: new Map([
    ['InterpreterError', 'interpreters'],
    ['InterpreterNotFoundError', 'interpreters'],
  ]),
  orderedDictShowsDict: true,
  pickleOfIteratorsEnds: 'Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.',
};

const python313: LibraryProfile = {
  ...python312,
  absentMembers: without(python312, 'partial.__get__'),
  decimalsAreCollected: true,
  methodCallerCountsFirst: true,
  partialReprIsQualified: true,
  partialWillBeMethod:
    'functools.partial will be a method descriptor in future Python versions; wrap it in staticmethod() if you want to preserve the old behavior',
  dequeCountsAsFunctions: true,
  orderedDictClearCounts: true,
  batchedIsStrict: true,
  queueIsList: false,
  pairwiseReusesTuple: true,
};

const python314: LibraryProfile = {
  ...python313,
  typeModules: new Map(),
  notShareableIsValueError: false,
  methodCallerKeywordsFirst: true,
  partialHasPlaceholder: true,
  partialIsMethod: true,
  partialWillBeMethod: null,
  countMakesLastLate: false,
  reduceTakesKeyword: true,
  dequeErrorsNameMethod: true,
  orderedDictCountsOne: true,
  teeCopiesTees: true,
  pickleOfIteratorsEnds: null,
  networkNumbers: {
    negative: () => ({ message: 'Cannot convert negative int', isValueError: true }),
    tooLarge: (_name, bits) => `Python int too large for C uint${bits}_t`,
  },
  absentMembers: new Set(iteratorTypes.split(' ').flatMap((type) => [`${type}.__reduce__`, `${type}.__setstate__`])),
};

const python315: LibraryProfile = { ...python314, mustNotBeNegative: (name) => `${name} cannot be negative` };

function without(profile: LibraryProfile, ...members: string[]): ReadonlySet<string> {
  const rest = new Set(profile.absentMembers);
  for (const member of members) rest.delete(member);
  return rest;
}

const profiles: Readonly<Record<PythonVersion, LibraryProfile>> = {
  '3.11': python311,
  '3.12': python312,
  '3.13': python313,
  '3.14': python314,
  '3.15': python315,
};

export const libraryOf = (version: PythonVersion): LibraryProfile => profiles[version];
