import * as known from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import type { TextErrorType } from '../../text/error.ts';

const byName: Readonly<Record<TextErrorType, Ref>> = {
  ValueError: known.VALUE_ERROR,
  TypeError: known.TYPE_ERROR,
  OverflowError: known.OVERFLOW_ERROR,
  KeyError: known.KEY_ERROR,
  IndexError: known.INDEX_ERROR,
  LookupError: known.LOOKUP_ERROR,
  ZeroDivisionError: known.ZERO_DIVISION_ERROR,
  UnicodeDecodeError: known.UNICODE_DECODE_ERROR,
  UnicodeEncodeError: known.UNICODE_ENCODE_ERROR,
};

export const exceptionTypeNamed = (name: TextErrorType): Ref => byName[name];
