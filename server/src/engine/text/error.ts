export type TextErrorType =
  | 'ValueError'
  | 'TypeError'
  | 'OverflowError'
  | 'KeyError'
  | 'IndexError'
  | 'LookupError'
  | 'ZeroDivisionError'
  | 'UnicodeDecodeError'
  | 'UnicodeEncodeError';

/** A value in a Python exception's `args`: a str, an int or bytes. */
export type TextErrorArg = string | number | Uint8Array;

/**
 * What a function in this folder throws where CPython would set an exception.
 * The caller turns it into a Python exception of the named type with `args`.
 * It is not an `Error`, because a program that probes with `try: int(x)` should not pay for a JavaScript stack trace.
 */
export class TextError {
  readonly type: TextErrorType;
  readonly message: string;
  readonly args: readonly TextErrorArg[];

  constructor(type: TextErrorType, message: string, args: readonly TextErrorArg[] = [message]) {
    this.type = type;
    this.message = message;
    this.args = args;
  }
}
