import type { PythonVersion } from '../journal/record.ts';

/** What the versions disagree on in `array`. */
export interface ArrayProfile {
  readonly codes: readonly string[];
  /** `typecodes` is a tuple, since a code may have two characters, and the codes of arguments are strs of any length (3.15). */
  readonly codesAreTexts: boolean;
  /** A code of another length than one is refused by its length (3.14). */
  readonly countsCharacters: boolean;
  /** The codes that the error of a wrong one lists. */
  readonly codesShown: string;
  readonly unicodeOnly: (method: string) => string;
  readonly characterWanted: (type: string, length: number | null) => string;
  /** The type code 'u' is deprecated (3.13 and later). */
  readonly warnsOfU: boolean;
  readonly negativeCount: string;
}

const classicCodes = 'b, B, u, h, H, i, I, l, L, q, Q, f or d';
const newCodes = 'b, B, u, w, h, H, i, I, l, L, q, Q, f or d';

const python311: ArrayProfile = {
  codes: [...'bBuhHiIlLqQfd'],
  codesAreTexts: false,
  countsCharacters: false,
  codesShown: classicCodes,
  unicodeOnly: (method) => `${method}() may only be called on unicode type arrays`,
  characterWanted: () => 'array item must be unicode character',
  warnsOfU: false,
  negativeCount: 'negative count',
};

const python313: ArrayProfile = {
  ...python311,
  codes: [...'bBuwhHiIlLqQfd'],
  unicodeOnly: (method) => `${method}() may only be called on unicode type arrays ('u' or 'w')`,
  warnsOfU: true,
};

const python314: ArrayProfile = {
  ...python313,
  countsCharacters: true,
  codesShown: newCodes,
  characterWanted: (type, length) => `array item must be a unicode character, not ${length === null ? type : `a string of length ${length}`}`,
};

const python315: ArrayProfile = {
  ...python314,
  codes: [...'bBuwhHiIlLqQefd', 'Zf', 'Zd'],
  codesAreTexts: true,
  codesShown: 'b, B, u, w, h, H, i, I, l, L, q, Q, e, f, d, Zf or Zd',
  negativeCount: 'n cannot be negative',
};

const profiles: Readonly<Record<PythonVersion, ArrayProfile>> = { '3.11': python311, '3.12': python311, '3.13': python313, '3.14': python314, '3.15': python315 };

export const arrayOf = (version: PythonVersion): ArrayProfile => profiles[version];
