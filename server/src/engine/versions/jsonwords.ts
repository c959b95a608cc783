import type { PythonVersion } from '../journal/record.ts';

/** What the versions disagree on in `_json`. */
export interface JsonProfile {
  /** The encoder answers a list of its one text, not a tuple (3.11). */
  readonly answersList: boolean;
  /** A comma before the end of an array or object is an error of its own (3.13 and later). */
  readonly tellsTrailingCommas: boolean;
  /** The error of a float that is not finite shows it (3.12 and later). */
  readonly showsFloats: boolean;
  /** The encoder written in C can indent (3.13 and later). */
  readonly indents: boolean;
  /** An error on the way is told what was being encoded (3.14 and later). */
  readonly addsNotes: boolean;
  /** Arguments are checked by the words of the usual converters, and arrays have a hook (3.15). */
  readonly usesConverters: boolean;
}

const python312: JsonProfile = { answersList: false, tellsTrailingCommas: false, showsFloats: true, indents: false, addsNotes: false, usesConverters: false };
const python313: JsonProfile = { ...python312, tellsTrailingCommas: true, indents: true };
const python314: JsonProfile = { ...python313, addsNotes: true };

const profiles: Readonly<Record<PythonVersion, JsonProfile>> = {
  '3.11': { ...python312, answersList: true, showsFloats: false },
  '3.12': python312,
  '3.13': python313,
  '3.14': python314,
  '3.15': { ...python314, usesConverters: true },
};

export const jsonOf = (version: PythonVersion): JsonProfile => profiles[version];
