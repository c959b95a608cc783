import type { PythonVersion } from '../journal/record.ts';

/** Special methods whose answer has to be of one type. */
export type CheckedMethod = keyof typeof wanted;

const wanted = {
  __aiter__: 'an async iterator',
  __bool__: 'a bool',
  __bytes__: 'a bytes',
  __complex__: 'a complex',
  __float__: 'a float',
  __format__: 'a str',
  __index__: 'an int',
  __int__: 'an int',
  __iter__: 'an iterator',
  __length_hint__: 'an int',
  __repr__: 'a str',
  __str__: 'a str',
} as const;

/** What is said of an answer of the wrong type. */
export interface AnswersProfile {
  /** Types are named by module and nesting (3.15). */
  readonly qualifiesTypes: boolean;
  /** `type` is that of the object asked, `got` that of the answer. */
  readonly wrong: (method: CheckedMethod, type: string, got: string) => string;
  readonly negativeHint: (type: string) => string;
  /** `keys()` of a mapping. */
  readonly keysNotIterable: (type: string, got: string) => string;
  /** An `mro()` of the class `name` that names what is no class. */
  readonly notAClass: (name: string, got: string) => string;
  readonly unsuitableBase: (name: string, base: string) => string;
}

const classic: Readonly<Record<CheckedMethod, (type: string, got: string) => string>> = {
  __aiter__: (_type, got) => `aiter() returned not an async iterator of type '${got}'`,
  __bool__: (_type, got) => `__bool__ should return bool, returned ${got}`,
  __bytes__: (_type, got) => `__bytes__ returned non-bytes (type ${got})`,
  __complex__: (_type, got) => `__complex__ returned non-complex (type ${got})`,
  __float__: (type, got) => `${type}.__float__ returned non-float (type ${got})`,
  __format__: (_type, got) => `__format__ must return a str, not ${got}`,
  __index__: (_type, got) => `__index__ returned non-int (type ${got})`,
  __int__: (_type, got) => `__int__ returned non-int (type ${got})`,
  __iter__: (_type, got) => `iter() returned non-iterator of type '${got}'`,
  __length_hint__: (_type, got) => `__length_hint__ must be an integer, not ${got}`,
  __repr__: (_type, got) => `__repr__ returned non-string (type ${got})`,
  __str__: (_type, got) => `__str__ returned non-string (type ${got})`,
};

const python311: AnswersProfile = {
  qualifiesTypes: false,
  wrong: (method, type, got) => classic[method](type, got),
  negativeHint: () => '__length_hint__() should return >= 0',
  keysNotIterable: (type, got) => `${type}.keys() returned a non-iterable (type ${got})`,
  unsuitableBase: (_name, base) => `mro() returned base with unsuitable layout ('${base}')`,
  notAClass: (_name, got) => `mro() returned a non-class ('${got}')`,
};

const python315: AnswersProfile = {
  qualifiesTypes: true,
  wrong: (method, type, got) => `${type}.${method}() must return ${wanted[method]}, not ${got}`,
  negativeHint: (type) => `${type}.__length_hint__() must return a non-negative int`,
  keysNotIterable: (type, got) => `${type}.keys() must return an iterable, not ${got}`,
  unsuitableBase: (name, base) => `${name}.mro() returned base with unsuitable layout ('${base}')`,
  notAClass: (name, got) => `${name}.mro() returned a non-class ('${got}')`,
};

const profiles: Readonly<Record<PythonVersion, AnswersProfile>> = {
  '3.11': python311,
  '3.12': python311,
  '3.13': python311,
  '3.14': python311,
  '3.15': python315,
};

export const answersOf = (version: PythonVersion): AnswersProfile => profiles[version];
