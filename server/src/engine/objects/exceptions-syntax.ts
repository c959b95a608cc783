import { EXCEPTION, INCOMPLETE_INPUT_ERROR, INDENTATION_ERROR, INT, NONE, STR, SYNTAX_ERROR, TAB_ERROR, TUPLE, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { exceptionOf, raise, type ExceptionObject } from './core/errors.ts';
import { itemsOf, newTuple } from './core/make.ts';
import { collect, str } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { defineException, errorsProfile, exceptionInit, fieldOf, memberField, setField } from './exceptions-base.ts';

/** Indices of the fields of a SyntaxError. */
export const enum SyntaxField {
  MESSAGE,
  FILENAME,
  LINENO,
  OFFSET,
  END_LINENO,
  END_OFFSET,
  TEXT,
  PRINT_FILE_AND_LINE,
  METADATA,
}

/** Where each item of the second argument goes. */
const detailFields = [
  SyntaxField.FILENAME,
  SyntaxField.LINENO,
  SyntaxField.OFFSET,
  SyntaxField.TEXT,
  SyntaxField.END_LINENO,
  SyntaxField.END_OFFSET,
  SyntaxField.METADATA,
] as const;

function setMessage(rt: Runtime, exception: ExceptionObject): void {
  const [message = NULL] = itemsOf(rt, exception.args);
  if (message !== NULL) setField(rt, exception, SyntaxField.MESSAGE, rt.heap.incref(message));
}

/** Mirrors the second half of SyntaxError_init(). */
function setDetails(rt: Runtime, exception: ExceptionObject, details: readonly Ref[]): void {
  const most = errorsProfile(rt).syntaxDetailsMax;
  if (details.length < 4) raise(rt, TYPE_ERROR, `function takes at least 4 arguments (${details.length} given)`);
  if (details.length > most) raise(rt, TYPE_ERROR, `function takes at most ${most} arguments (${details.length} given)`);
  for (const field of detailFields) setField(rt, exception, field, NULL);
  details.forEach((value, i) => setField(rt, exception, detailFields[i]!, rt.heap.incref(value)));
  if (details.length === 5) raise(rt, TYPE_ERROR, 'end_offset must be provided when end_lineno is provided');
}

/** As `__init__` sets them, for errors that the engine raises: the details are a tuple. */
function setFields(rt: Runtime, exception: ExceptionObject): void {
  setMessage(rt, exception);
  const args = itemsOf(rt, exception.args);
  if (args.length === 2 && rt.heap.type[args[1]!] === TUPLE) setDetails(rt, exception, itemsOf(rt, args[1]!));
}

function syntaxErrorInit(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  exceptionInit(rt, self, args, keywords);
  const exception = exceptionOf(rt, self);
  setMessage(rt, exception);
  return args.length === 2 ? begin(rt, initDetails(rt, exception, args[1]!)) : NULL;
}

function* initDetails(rt: Runtime, exception: ExceptionObject, argument: Ref): Steps<Ref> {
  const details = newTuple(rt, yield* collect(rt, argument));
  try {
    setDetails(rt, exception, itemsOf(rt, details));
  } finally {
    rt.heap.decref(details);
  }
  return NULL;
}

/** Mirrors SyntaxError_str(): the message, the file's own name and the line, as far as they are known. */
function* syntaxErrorStr(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const message = fieldOf(rt, self, SyntaxField.MESSAGE);
  const shown = yield* settle(rt, str(rt, message === NULL ? NONE : message));
  const filename = fieldOf(rt, self, SyntaxField.FILENAME);
  const lineno = fieldOf(rt, self, SyntaxField.LINENO);
  const file = filename !== NULL && heap.type[filename] === STR ? rt.text(filename).replace(/^.*\//s, '') : null;
  const number = lineno !== NULL && heap.type[lineno] === INT ? heap.payload[lineno] : null;
  // A line number that does not fit a C long shows as -1.
  const line = number === null ? null : `line ${typeof number === 'bigint' && BigInt.asIntN(64, number) !== number ? -1 : String(number)}`;
  const place = [file, line].filter((part) => part !== null).join(', ');
  if (place === '') return shown;
  const text = `${rt.text(shown)} (${place})`;
  heap.decref(shown);
  return rt.newStr(text);
}

defineException({
  handle: SYNTAX_ERROR,
  name: 'SyntaxError',
  base: EXCEPTION,
  addsLayout: true,
  fields: setFields,
  slots: { tp_init: syntaxErrorInit, tp_str: (rt, self) => begin(rt, syntaxErrorStr(rt, self)) },
  attributes: [
    memberField('msg', SyntaxField.MESSAGE),
    memberField('filename', SyntaxField.FILENAME),
    memberField('lineno', SyntaxField.LINENO),
    memberField('offset', SyntaxField.OFFSET),
    memberField('text', SyntaxField.TEXT),
    memberField('end_lineno', SyntaxField.END_LINENO),
    memberField('end_offset', SyntaxField.END_OFFSET),
    memberField('print_file_and_line', SyntaxField.PRINT_FILE_AND_LINE),
    memberField('_metadata', SyntaxField.METADATA),
  ],
});

defineException({ handle: INDENTATION_ERROR, name: 'IndentationError', base: SYNTAX_ERROR, fields: setFields });
defineException({ handle: TAB_ERROR, name: 'TabError', base: INDENTATION_ERROR, fields: setFields });
defineException({ handle: INCOMPLETE_INPUT_ERROR, name: '_IncompleteInputError', base: SYNTAX_ERROR, fields: setFields });
