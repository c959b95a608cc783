import type { PythonVersion } from '../journal/record.ts';

/** What the versions disagree on in the built-in types of numbers and text, but for what `text/profile.ts` holds. */
export interface BuiltinTypesProfile {
  /** Methods of static types that this version does not have, as `type.method`. */
  readonly absentMethods: ReadonlySet<string>;
  /** `str.find` and its relatives name themselves and their argument when it is no str (3.13 and later). */
  readonly searchesNameTheirArgument: boolean;
  /** Too many arguments of `int` and `str` are counted in the words of a plain function (3.13 and later). */
  readonly constructorsCountAsFunctions: boolean;
  /** `str.replace` takes its count by keyword too (3.13 and later). */
  readonly replaceCountByKeyword: boolean;
  /** `bytes.replace` likewise (3.15). */
  readonly bytesReplaceCountByKeyword: boolean;
  /** The argument of `str.splitlines` is a truth value; before 3.12 an int. */
  readonly keependsIsTruth: boolean;
  /** A slot wrapper got a wrong number of arguments; `name` is null for one that only counts them. */
  readonly wrapperArguments: (name: string | null, least: number, most: number, given: number) => string;
  readonly sliceIndicesWanted: string;
  readonly hashableSlices: boolean;
  /** Pickled range iterators have no state beyond what is left of their range (3.12 and later). */
  readonly rangeIteratorsReduceWithoutState: boolean;
  readonly valueNotInRange: (value: string) => string;
  /** The flags of `__buffer__` must not be too small either (3.14 and later). */
  readonly bufferFlagsHaveLowerBound: boolean;
  /** `(5).__round__(None)` is 5 (3.14 and later). */
  readonly intRoundsToNone: boolean;
  /** `int(x)` falls back to `__trunc__` (up to 3.13). */
  readonly intCallsTrunc: boolean;
  /** A property without a name goes by that of the function that reads it (3.13 and later). */
  readonly propertyNamesGetter: boolean;
  /** `object.__new__` of a type without a way to make instances. */
  readonly newOfUninstantiable: (owner: string, type: string) => string;
  readonly negativeByteLength: string;
  readonly complexWords: ComplexWords;
  readonly fromhexTakesBytes: boolean;
  readonly translateKeyTypes: string;
  readonly fillByte: (method: string, given: string, size: number | null) => string;
  readonly extendRefusesText: boolean;
  readonly notImplementedHasTruth: boolean;
  /** What the warning about `~True` says behind `is deprecated`; null where there is none (up to 3.11). */
  readonly boolInversionWarning: string | null;
  /** Source that is no UTF-8 is refused in the words of the decoder (up to 3.13). */
  readonly quotesDecoderOfSource: boolean;
  /** Annotations are computed by `__annotate__` when somebody asks for them (3.14 and later). */
  readonly lazyAnnotations: boolean;
  /** Bytes of a str's header for ASCII text and for any other. */
  readonly strHeader: readonly [ascii: number, other: number];
  /** The shared one-character strings beyond ASCII have their UTF-8 form too (3.12 and later). */
  readonly sharedStrHasUtf8: boolean;
  /** The repr of a bytearray escapes `'` even between double quotes (up to 3.14). */
  readonly bytearrayEscapesQuote: boolean;
  /** `bytearray` keeps its bytes in a bytes object (3.15). */
  readonly bytearrayHoldsBytes: boolean;
  /** Formats of the items of a memoryview. */
  readonly viewFormats: ReadonlySet<string>;
  readonly castFormatWanted: string;
  /** Classes may show their memory by `__buffer__` (3.12 and later). */
  readonly hasBufferMethods: boolean;
  /** A memoryview without dimensions has no length (3.12 and later). */
  readonly scalarViewsHaveNoLength: boolean;
}

/** What `complex` says of arguments that are no numbers. */
interface ComplexWords {
  readonly only: (type: string) => string;
  readonly first: (type: string) => string;
  readonly second: (type: string) => string;
  readonly textWithSecond: string;
  readonly textAsSecond: string;
  /** Text given as `real=`; null where it is parsed like any. */
  readonly textByKeyword: string | null;
}

const classicComplex: ComplexWords = {
  only: (type) => `complex() first argument must be a string or a number, not '${type}'`,
  first: (type) => `complex() first argument must be a string or a number, not '${type}'`,
  second: (type) => `complex() second argument must be a number, not '${type}'`,
  textWithSecond: "complex() can't take second arg if first is a string",
  textAsSecond: "complex() second arg can't be a string",
  textByKeyword: null,
};

const realNumberWanted = (argument: string, type: string): string => `complex() argument '${argument}' must be a real number, not ${type}`;

const complexOfRealNumbers: ComplexWords = {
  only: (type) => `complex() argument must be a string or a number, not ${type}`,
  first: (type) => realNumberWanted('real', type),
  second: (type) => realNumberWanted('imag', type),
  textWithSecond: realNumberWanted('real', 'str'),
  textAsSecond: realNumberWanted('imag', 'str'),
  textByKeyword: realNumberWanted('real', 'str'),
};

function expectedArguments(least: number, most: number, given: number): string {
  const count = given < least ? least : most;
  const bound = least === most ? '' : given < least ? 'at least ' : 'at most ';
  return `expected ${bound}${count} argument${count === 1 ? '' : 's'}, got ${given}`;
}

const bufferMethods = ['bytes', 'bytearray', 'memoryview', 'array'].flatMap((type) => [`${type}.__buffer__`, `${type}.__release_buffer__`]);

const viewFormats = [...'cbB?hHiIlLqQnNPfd'];

const python311: BuiltinTypesProfile = {
  absentMethods: new Set([
    'int.is_integer',
    'NoneType.__hash__',
    ...bufferMethods,
    'code.__replace__',
    'FrameLocalsProxy.pop',
    'frame.f_generator',
    'function.__type_params__',
    'DirEntry.is_junction',
    'float.from_number',
    'complex.from_number',
    'bytearray.resize',
    'bytearray.take_bytes',
    'slice.__class_getitem__',
    'Pattern.prefixmatch',
    'SRE_Scanner.prefixmatch',
    'classmethod.__annotate__',
    'classmethod.__annotations__',
    'staticmethod.__annotate__',
    'staticmethod.__annotations__',
  ]),
  searchesNameTheirArgument: false,
  constructorsCountAsFunctions: false,
  replaceCountByKeyword: false,
  bytesReplaceCountByKeyword: false,
  keependsIsTruth: false,
  wrapperArguments: (name, least, most, given) => `${name === null ? '' : ' '}${expectedArguments(least, most, given)}`,
  sliceIndicesWanted: 'slice indices must be integers or None or have an __index__ method',
  hashableSlices: false,
  rangeIteratorsReduceWithoutState: false,
  valueNotInRange: (value) => `${value} is not in range`,
  bufferFlagsHaveLowerBound: false,
  intRoundsToNone: false,
  intCallsTrunc: true,
  propertyNamesGetter: false,
  newOfUninstantiable: (owner, type) => `${owner}.__new__(${type}) is not safe, use ${type}.__new__()`,
  negativeByteLength: 'length argument must be non-negative',
  complexWords: classicComplex,
  fromhexTakesBytes: false,
  translateKeyTypes: 'keys in translate table must be strings or integers',
  fillByte: (method, given) => `${method}() argument 2 must be a byte string of length 1, not ${given}`,
  extendRefusesText: false,
  notImplementedHasTruth: true,
  boolInversionWarning: null,
  quotesDecoderOfSource: true,
  lazyAnnotations: false,
  strHeader: [48, 72],
  sharedStrHasUtf8: false,
  bytearrayEscapesQuote: true,
  bytearrayHoldsBytes: false,
  viewFormats: new Set(viewFormats),
  castFormatWanted: "memoryview: destination format must be a native single character format prefixed with an optional '@'",
  hasBufferMethods: false,
  scalarViewsHaveNoLength: false,
};

const python312: BuiltinTypesProfile = {
  ...python311,
  boolInversionWarning: '',
  absentMethods: without(python311, 'int.is_integer', 'NoneType.__hash__', ...bufferMethods, 'DirEntry.is_junction', 'function.__type_params__'),
  keependsIsTruth: true,
  hashableSlices: true,
  rangeIteratorsReduceWithoutState: true,
  strHeader: [40, 56],
  sharedStrHasUtf8: true,
  viewFormats: new Set([...viewFormats, 'e']),
  hasBufferMethods: true,
  scalarViewsHaveNoLength: true,
};

const python313: BuiltinTypesProfile = {
  ...python312,
  boolInversionWarning: ' and will be removed in Python 3.16',
  absentMethods: without(python312, 'code.__replace__'),
  searchesNameTheirArgument: true,
  constructorsCountAsFunctions: true,
  propertyNamesGetter: true,
  replaceCountByKeyword: true,
  extendRefusesText: true,
};

const python314: BuiltinTypesProfile = {
  ...python313,
  absentMethods: without(python313, 'FrameLocalsProxy.pop', 'frame.f_generator', 'float.from_number', 'complex.from_number', 'bytearray.resize', 'classmethod.__annotate__', 'classmethod.__annotations__', 'staticmethod.__annotate__', 'staticmethod.__annotations__'),
  wrapperArguments: (name, least, most, given) => {
    if (name !== null && /^__([gs]et|buffer|release_buffer)/.test(name)) return `${name} ${expectedArguments(least, most, given)}`;
    return least === most ? expectedArguments(least, most, given) : `expected ${least} or ${most} arguments, got ${given}`;
  },
  valueNotInRange: () => 'range.index(x): x not in range',
  bufferFlagsHaveLowerBound: true,
  intRoundsToNone: true,
  intCallsTrunc: false,
  newOfUninstantiable: (_owner, type) => `cannot create '${type}' instances`,
  complexWords: complexOfRealNumbers,
  fromhexTakesBytes: true,
  translateKeyTypes: 'keys in translate table mustbe strings or integers',
  fillByte: (method, given, size) =>
    size === null
      ? `${method}() argument 2 must be a byte string of length 1, not ${given}`
      : `${method}(): argument 2 must be a byte string of length 1, not a ${given} object of length ${size}`,
  notImplementedHasTruth: false,
  quotesDecoderOfSource: false,
  lazyAnnotations: true,
};

const python315: BuiltinTypesProfile = {
  ...python314,
  absentMethods: without(python314, 'bytearray.take_bytes', 'slice.__class_getitem__', 'Pattern.prefixmatch', 'SRE_Scanner.prefixmatch'),
  bytesReplaceCountByKeyword: true,
  negativeByteLength: 'length cannot be negative',
  sliceIndicesWanted: 'slice indices must be integers or have an __index__ method',
  bytearrayEscapesQuote: false,
  bytearrayHoldsBytes: true,
  viewFormats: new Set([...viewFormats, 'e', 'Zf', 'Zd']),
  castFormatWanted: "memoryview: destination format must be a native format prefixed with an optional '@'",
};

function without(profile: BuiltinTypesProfile, ...methods: string[]): ReadonlySet<string> {
  const rest = new Set(profile.absentMethods);
  for (const method of methods) rest.delete(method);
  return rest;
}

const profiles: Readonly<Record<PythonVersion, BuiltinTypesProfile>> = {
  '3.11': python311,
  '3.12': python312,
  '3.13': python313,
  '3.14': python314,
  '3.15': python315,
};

export const builtinTypes = (version: PythonVersion): BuiltinTypesProfile => profiles[version];
