import type { PythonVersion } from '../journal/record.ts';

/** What the versions disagree on in `_struct`, `_random` and `binascii`. */
export interface BinaryProfile {
  readonly struct: StructProfile;
  readonly random: RandomProfile;
  readonly binascii: BinasciiProfile;
}

export interface BinasciiProfile {
  readonly oddHexDigits: string;
  /** That there are too few is said before any of them is looked at (up to 3.14). */
  readonly countsHexDigitsFirst: boolean;
  /** Whether a complete padding ends the data (up to 3.13), and whether too much of it is refused (3.13 and later). */
  readonly base64: { readonly padEnds: boolean; readonly refusesExcessPadding: boolean };
}

export interface StructProfile {
  /** Ints out of range are told by the words of each C type, and by others beyond a C long (3.11). */
  readonly classicRanges: boolean;
  /** The native `f` refuses what overflows, as `<f` always did (3.14 and later). */
  readonly nativeFloatOverflows: boolean;
  /** `F` and `D` are complex numbers (3.14 and later). */
  readonly hasComplex: boolean;
  /** A Struct whose `__init__` did not run refuses to work (3.14 and later); before it has a size of -1. */
  readonly refusesUninitialized: boolean;
  /** `__new__` sets a Struct up (3.15). */
  readonly newInitializes: boolean;
  /** `pack` and `pack_into` count their arguments like other functions, and name the second (3.15). */
  readonly countsArguments: boolean;
  /** A Struct shows its format (3.13 and later). */
  readonly hasRepr: boolean;
  /** `0p` is unpacked to nothing (3.13 and later); before it is a SystemError. */
  readonly unpacksEmptyPascal: boolean;
}

export interface RandomProfile {
  readonly tooManyArguments: (given: number) => string;
  readonly negativeBits: string;
  readonly tooManyBits: string;
}

const python311: BinaryProfile = {
  struct: {
    classicRanges: true,
    nativeFloatOverflows: false,
    hasComplex: false,
    refusesUninitialized: false,
    newInitializes: false,
    countsArguments: false,
    hasRepr: false,
    unpacksEmptyPascal: false,
  },
  random: {
    tooManyArguments: () => 'Random() requires 0 or 1 argument',
    negativeBits: 'number of bits must be non-negative',
    tooManyBits: 'Python int too large to convert to C int',
  },
  binascii: { oddHexDigits: 'Odd-length string', countsHexDigitsFirst: true, base64: { padEnds: true, refusesExcessPadding: false } },
};
const python312: BinaryProfile = { ...python311, struct: { ...python311.struct, classicRanges: false } };
const python313: BinaryProfile = {
  ...python312,
  struct: { ...python312.struct, hasRepr: true, unpacksEmptyPascal: true },
  binascii: { ...python312.binascii, base64: { padEnds: true, refusesExcessPadding: true } },
};
const python314: BinaryProfile = {
  struct: { ...python313.struct, nativeFloatOverflows: true, hasComplex: true, refusesUninitialized: true },
  random: {
    tooManyArguments: (given) => `Random expected at most 1 argument, got ${given}`,
    negativeBits: 'Cannot convert negative int',
    tooManyBits: 'Python int too large for C uint64_t',
  },
  binascii: { ...python313.binascii, base64: { padEnds: false, refusesExcessPadding: true } },
};
const python315: BinaryProfile = {
  ...python314,
  struct: { ...python314.struct, newInitializes: true, countsArguments: true },
  binascii: { ...python314.binascii, oddHexDigits: 'Odd number of hexadecimal digits', countsHexDigitsFirst: false },
};

const profiles: Readonly<Record<PythonVersion, BinaryProfile>> = {
  '3.11': python311,
  '3.12': python312,
  '3.13': python313,
  '3.14': python314,
  '3.15': python315,
};

export const binaryOf = (version: PythonVersion): BinaryProfile => profiles[version];
