import type { PythonVersion } from '../journal/record.ts';

/** What the versions disagree on in `math` and `cmath`. */
export interface MathProfile {
  /** A domain error says what was expected, and what the function got (3.14 and later). */
  readonly domainErrorsExplain: boolean;
  /** TypeErrors of `log` with too few or too many arguments name the module (3.11). */
  readonly logNamesModule: boolean;
  /** `nextafter` takes `steps` (3.12 and later). */
  readonly nextAfterTakesSteps: boolean;
}

const python311: MathProfile = { domainErrorsExplain: false, logNamesModule: true, nextAfterTakesSteps: false };
const python312: MathProfile = { ...python311, logNamesModule: false, nextAfterTakesSteps: true };
const python314: MathProfile = { ...python312, domainErrorsExplain: true };

const profiles: Readonly<Record<PythonVersion, MathProfile>> = {
  '3.11': python311,
  '3.12': python312,
  '3.13': python312,
  '3.14': python314,
  '3.15': python314,
};

export const mathOf = (version: PythonVersion): MathProfile => profiles[version];
