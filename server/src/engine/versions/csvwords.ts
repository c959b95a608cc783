import type { PythonVersion } from '../journal/record.ts';

/** What the versions disagree on in `_csv`. */
export interface CsvProfile {
  /** Characters that stand for two things at once are refused (3.13 and later). */
  readonly checksCharacters: boolean;
  readonly quotingStyles: number;
  /** QUOTE_STRINGS and QUOTE_NOTNULL mean something to a reader, and to a writer of nothing (3.13 and later). */
  readonly readsUnquoted: boolean;
  readonly characterWanted: (name: string, orNone: boolean, type: string) => string;
  readonly oneCharacterWanted: (name: string, orNone: boolean, length: number) => string;
  readonly stringWanted: (name: string, type: string) => string;
  readonly integerWanted: (name: string, type: string) => string;
  /** None as line terminator is a value, which is missing. */
  readonly terminatorMaySayNone: boolean;
  readonly newlineInField: string;
  /** `unregister_dialect` takes every failure for an unknown name (3.13 and later). */
  readonly unregisterHidesErrors: boolean;
  /** Functions name themselves when they count their arguments (3.14 and later). */
  readonly functionsNameThemselves: boolean;
  /** Whatever an attribute of a dialect raises is heard, but for AttributeError (3.15). */
  readonly hearsAttributeErrors: boolean;
  readonly limitType: string;
}

const newlineInField = (hint: string): string => `new-line character seen in unquoted field - do you need to open the file ${hint}?`;

const python311: CsvProfile = {
  checksCharacters: false,
  quotingStyles: 4,
  readsUnquoted: false,
  characterWanted: (name, orNone, type) => `"${name}" must be string${orNone ? ' or None' : ''}, not ${type}`,
  oneCharacterWanted: (name) => `"${name}" must be a 1-character string`,
  stringWanted: (name) => `"${name}" must be a string`,
  integerWanted: (name) => `"${name}" must be an integer`,
  terminatorMaySayNone: true,
  newlineInField: newlineInField('in universal-newline mode'),
  unregisterHidesErrors: false,
  functionsNameThemselves: false,
  hearsAttributeErrors: false,
  limitType: 'long',
};

const python312: CsvProfile = { ...python311, quotingStyles: 6 };

const python313: CsvProfile = {
  ...python312,
  checksCharacters: true,
  readsUnquoted: true,
  newlineInField: newlineInField("with newline=''"),
  unregisterHidesErrors: true,
};

const python314: CsvProfile = {
  ...python313,
  characterWanted: (name, orNone, type) => `"${name}" must be a unicode character${orNone ? ' or None' : ''}, not ${type}`,
  oneCharacterWanted: (name, orNone, length) => `"${name}" must be a unicode character${orNone ? ' or None' : ''}, not a string of length ${length}`,
  stringWanted: (name, type) => `"${name}" must be a string, not ${type}`,
  integerWanted: (name, type) => `"${name}" must be an integer, not ${type}`,
  terminatorMaySayNone: false,
  functionsNameThemselves: true,
  limitType: 'ssize_t',
};

const python315: CsvProfile = { ...python314, hearsAttributeErrors: true };

const profiles: Readonly<Record<PythonVersion, CsvProfile>> = { '3.11': python311, '3.12': python312, '3.13': python313, '3.14': python314, '3.15': python315 };

export const csvOf = (version: PythonVersion): CsvProfile => profiles[version];
