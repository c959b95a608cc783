import type { PythonVersion } from '../journal/record.ts';

/** What the versions disagree on in `unicodedata`, but for its tables. */
export interface UnicodeDataProfile {
  /** `unidata_version` */
  readonly version: string;
  /** TypeError of a str that is not one character. */
  readonly characterWanted: (name: string, argument: string, length: number) => string;
  /** `lookup` takes the names of Hangul and of ideographs in capitals only (up to 3.13). */
  readonly computedNamesInCapitals: boolean;
  /** `decomposition` knows the parts of Hangul syllables (3.14 and later). */
  readonly decomposesHangul: boolean;
}

const byType = (name: string, argument: string): string => `${name}() ${argument} must be a unicode character, not str`;
const byLength = (name: string, argument: string, length: number): string =>
  `${name}(): ${argument} must be a unicode character, not a string of length ${length}`;

const profiles: Readonly<Record<PythonVersion, UnicodeDataProfile>> = {
  '3.11': { version: '14.0.0', characterWanted: byType, computedNamesInCapitals: true, decomposesHangul: false },
  '3.12': { version: '15.0.0', characterWanted: byType, computedNamesInCapitals: true, decomposesHangul: false },
  '3.13': { version: '15.1.0', characterWanted: byType, computedNamesInCapitals: true, decomposesHangul: false },
  '3.14': { version: '16.0.0', characterWanted: byLength, computedNamesInCapitals: false, decomposesHangul: true },
  '3.15': { version: '17.0.0', characterWanted: byLength, computedNamesInCapitals: false, decomposesHangul: true },
};

export const unicodeDataOf = (version: PythonVersion): UnicodeDataProfile => profiles[version];
