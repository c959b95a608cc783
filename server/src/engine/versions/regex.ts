import type { PythonVersion } from '../journal/record.ts';

/** What the versions disagree on in regular expressions. */
export interface RegexProfile {
  /** What `re._compiler` compares with its own number. */
  readonly magic: number;
  /** Replacements with escapes are compiled to objects of `_sre`, not to functions of `re` (3.12 and later). */
  readonly hasTemplates: boolean;
  /** `re.TEMPLATE` has a name in reprs (up to 3.12). */
  readonly hasTemplateFlag: boolean;
  /** `match` is a second name of `prefixmatch`, and goes by it in error messages (3.15). */
  readonly matchIsPrefixMatch: boolean;
  /** `\B` matches in an empty string (3.14 and later). */
  readonly emptyHasNonBoundary: boolean;
}

const python311: RegexProfile = { magic: 20220615, hasTemplates: false, hasTemplateFlag: true, matchIsPrefixMatch: false, emptyHasNonBoundary: false };
const python312: RegexProfile = { ...python311, magic: 20221023, hasTemplates: true };
const python313: RegexProfile = { ...python312, magic: 20230612, hasTemplateFlag: false };
const python314: RegexProfile = { ...python313, emptyHasNonBoundary: true };
const python315: RegexProfile = { ...python314, matchIsPrefixMatch: true };

const profiles: Readonly<Record<PythonVersion, RegexProfile>> = {
  '3.11': python311,
  '3.12': python312,
  '3.13': python313,
  '3.14': python314,
  '3.15': python315,
};

export const regexOf = (version: PythonVersion): RegexProfile => profiles[version];
