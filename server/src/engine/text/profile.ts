import { TextError } from './error.ts';

export type TextVersion = '3.11' | '3.12' | '3.13' | '3.14' | '3.15';
export type UnicodeVersion = '14.0' | '15.0' | '15.1' | '16.0' | '17.0';

/** The operations that say something of their own when they divide by zero. */
export type ZeroDivision =
  | 'int /'
  | 'int //'
  | 'int %'
  | 'float /'
  | 'float //'
  | 'float %'
  | 'float divmod'
  | 'float **'
  | 'complex /'
  | 'complex **';

/** What the supported Python versions disagree on in text and numbers. */
export interface TextProfile {
  readonly unicode: UnicodeVersion;
  readonly zeroDivision: Readonly<Record<ZeroDivision, string>>;
  /** 3.11 applies the limit on digits before it looks at what follows them. */
  readonly digitLimitBeforeSyntax: boolean;
  /** Whether no bytes at all, signed, are taken to hold -1. */
  readonly minusOneInNoBytes: boolean;
  /** What int.to_bytes() says of a negative length. */
  readonly negativeLength: string;
  /** Whether a format specification may group the digits after the point. */
  readonly fractionGrouping: boolean;
  /** What bytes.fromhex() says of an odd number of digits; null where it complains of the digit missing. */
  readonly oddHexDigits: string | null;
  /** What str.maketrans() says of a key longer than one character. */
  readonly translateKeyLength: string;
  /** Whether complex arithmetic recovers infinities from NaN, and leaves the imaginary part alone where a number is real. */
  readonly complexAnnexG: boolean;
  /** How `%` formatting words its errors. */
  readonly percent: 'classic' | 'typed' | 'positioned';
}

const ZERO_DIVISION_3_13: TextProfile['zeroDivision'] = {
  'int /': 'division by zero',
  'int //': 'integer division or modulo by zero',
  'int %': 'integer modulo by zero',
  'float /': 'float division by zero',
  'float //': 'float floor division by zero',
  'float %': 'float modulo by zero',
  'float divmod': 'float divmod()',
  'float **': '0.0 cannot be raised to a negative power',
  'complex /': 'complex division by zero',
  'complex **': '0.0 to a negative or complex power',
};

const ZERO_DIVISION_3_14: TextProfile['zeroDivision'] = {
  'int /': 'division by zero',
  'int //': 'division by zero',
  'int %': 'division by zero',
  'float /': 'division by zero',
  'float //': 'division by zero',
  'float %': 'division by zero',
  'float divmod': 'division by zero',
  'float **': 'zero to a negative power',
  'complex /': 'division by zero',
  'complex **': 'zero to a negative or complex power',
};

const PYTHON_3_13: TextProfile = {
  unicode: '15.1',
  zeroDivision: ZERO_DIVISION_3_13,
  digitLimitBeforeSyntax: false,
  minusOneInNoBytes: true,
  negativeLength: 'length argument must be non-negative',
  fractionGrouping: false,
  oddHexDigits: null,
  translateKeyLength: 'string keys in translate table must be of length 1',
  complexAnnexG: false,
  percent: 'classic',
};

const PYTHON_3_12: TextProfile = {
  ...PYTHON_3_13,
  unicode: '15.0',
  zeroDivision: { ...ZERO_DIVISION_3_13, 'float %': 'float modulo' },
};

const PYTHON_3_11: TextProfile = { ...PYTHON_3_12, unicode: '14.0', digitLimitBeforeSyntax: true };

const PYTHON_3_14: TextProfile = {
  ...PYTHON_3_13,
  unicode: '16.0',
  zeroDivision: ZERO_DIVISION_3_14,
  minusOneInNoBytes: false,
  fractionGrouping: true,
  oddHexDigits: 'fromhex() arg must contain an even number of hexadecimal digits',
  translateKeyLength: 'string keys in translatetable must be of length 1',
  complexAnnexG: true,
  percent: 'typed',
};

const PYTHON_3_15: TextProfile = {
  ...PYTHON_3_14,
  unicode: '17.0',
  negativeLength: 'length cannot be negative',
  percent: 'positioned',
};

const PROFILES: Readonly<Record<TextVersion, TextProfile>> = {
  '3.11': PYTHON_3_11,
  '3.12': PYTHON_3_12,
  '3.13': PYTHON_3_13,
  '3.14': PYTHON_3_14,
  '3.15': PYTHON_3_15,
};

/**
 * The profile in force. It is one variable of the module, so that arithmetic needs no further argument:
 * whoever runs a machine selects the machine's version at the start of each slice, and a slice is never interrupted.
 */
export let profile: TextProfile = PYTHON_3_13;

export const textProfile = (version: TextVersion): TextProfile => PROFILES[version];

export function selectTextVersion(version: TextVersion): void {
  profile = PROFILES[version];
}

export function zeroDivision(operation: ZeroDivision): TextError {
  return new TextError('ZeroDivisionError', profile.zeroDivision[operation]);
}
