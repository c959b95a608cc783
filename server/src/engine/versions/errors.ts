import type { PythonVersion } from '../journal/record.ts';

/** What the versions disagree on in the exceptions and in how they are printed. */
export interface ErrorsProfile {
  /** Built-in exceptions that this version does not have. */
  readonly absentExceptions: ReadonlySet<string>;
  /** Methods and members of exception types that this version does not have, as `type.name`. */
  readonly absentMembers: ReadonlySet<string>;
  /** An error within a codec keeps its type and gets a note (3.12 and later). */
  readonly codecErrorsGetNote: boolean;
  /** A `split` or `subgroup` condition may be any callable; before 3.13 a Python function. */
  readonly groupConditionIsAnyCallable: boolean;
  readonly groupConditionWanted: string;
  readonly noteWanted: (type: string) => string;
  /** Most items in the second argument of SyntaxError. */
  readonly syntaxDetailsMax: number;
  /** The str of a UnicodeError refuses an `object` that is no str or bytes (3.14 and later). */
  readonly unicodeErrorChecksObject: boolean;
  /** Setting the `start` of a UnicodeError to what is no integer makes it -1 (up to 3.13). */
  readonly failedPositionIsStored: boolean;
  /** The repr of a group is made of its own message and exceptions, not of `args` (3.14 and later). */
  readonly groupReprIsItsOwn: boolean;
  /** The repr of an ImportError shows `name` and `path` (3.15). */
  readonly importErrorReprShowsName: boolean;
  /** A naked exception that `except*` wraps gets a traceback (3.14 and later). */
  readonly wrappedExceptionHasTraceback: boolean;
  /** What `types.TracebackType` calls itself when it refuses its arguments. */
  readonly tracebackTypeName: string;
  readonly unraisable: Readonly<Record<UnraisableSource, UnraisableWords>>;
  readonly printing: PrintingProfile;
}

/** Who prints an error that nobody caught, and in which words. */
export interface PrintingProfile {
  /** The printer written in C (up to 3.12), or `traceback.py`. It differs in source lines, carets and long messages. */
  readonly uncaught: 'c' | 'python';
  /** The printer of errors in finalisers and callbacks, as long as modules can still be imported. */
  readonly unraisable: 'c' | 'python';
  /** The printer written in C puts carets under a finaliser's error too (up to 3.12). */
  readonly unraisableHasCarets: boolean;
  /** `__notes__` that are a text are shown whole, and those that are no sequence end their line (3.12 and later). */
  readonly mindsOddNotes: boolean;
  /** Combining characters take no room in the carets (3.15); wide ones take two columns in all versions. */
  readonly caretWidth: CaretWidth;
  readonly suggestions: SuggestionProfile;
}

export type CaretWidth = 'wide' | 'wide and combining';

/** Where an error that nobody could catch came from. */
export type UnraisableSource =
  | 'finalizer'
  | 'weakrefCallback'
  /** The same, called by the collector. */
  | 'collectedCallback'
  | 'file'
  | 'socket'
  | 'asyncio'
  | 'generator'
  | 'generatorHook'
  | 'coroutine'
  | 'asyncGenerator'
  | 'gcCallback'
  | 'atexit'
  | 'flush'
  | 'thread'
  | 'shutdown';

/** How an error that nobody could catch is introduced: by a text, by the repr of what failed, or by both. */
export interface UnraisableWords {
  /** Null stands for the words of all that have none of their own. */
  readonly text: string | null;
  readonly object: 'apart' | 'in the text' | 'unnamed';
}

const apart = (text: string | null): UnraisableWords => ({ text, object: 'apart' });
const inText = (text: string): UnraisableWords => ({ text, object: 'in the text' });
const unnamed = (text: string): UnraisableWords => ({ text, object: 'unnamed' });

export interface SuggestionProfile {
  /** Locals, globals and builtins are searched all at once (3.13 and later), or one after the other. */
  readonly namesSearchedTogether: boolean;
  /** `self.x` is suggested for a name that is an attribute of `self` (3.12 and later). */
  readonly ofSelf: boolean;
  /** A module of the standard library is suggested to be imported (3.12 and later). */
  readonly ofModules: boolean;
  /** Names with a leading underscore are suggested only for such names (3.13 and later). */
  readonly hidesUnderscored: boolean;
  /** A `__dir__` whose list is not all names is used as far as it is (3.14 and later). */
  readonly ofOddDir: boolean;
  /** The error of `from module import name` gets a suggestion (3.12 and later). */
  readonly ofImportedNames: boolean;
  /** Attributes of attributes, methods of other languages, and modules' names are suggested (3.15). */
  readonly ofNestedAttributes: boolean;
  /** What follows the message of an AttributeError. */
  readonly attribute: (suggestion: string, wrong: string) => string;
}

const python311: ErrorsProfile = {
  absentExceptions: new Set(['PythonFinalizationError', '_IncompleteInputError', 'ImportCycleError']),
  codecErrorsGetNote: false,
  absentMembers: new Set(['BaseExceptionGroup.__repr__', 'ImportError.__repr__', 'ImportError.name_from', 'AttributeError.__getstate__', 'AttributeError.__reduce__', 'SyntaxError._metadata']),
  groupConditionIsAnyCallable: false,
  groupConditionWanted: 'expected a function, exception type or tuple of exception types',
  noteWanted: (type) => `note must be a str, not '${type}'`,
  syntaxDetailsMax: 6,
  unicodeErrorChecksObject: false,
  failedPositionIsStored: true,
  groupReprIsItsOwn: false,
  importErrorReprShowsName: false,
  wrappedExceptionHasTraceback: false,
  tracebackTypeName: 'TracebackType',
  unraisable: {
    finalizer: apart(null),
    weakrefCallback: apart(null),
    collectedCallback: apart(null),
    file: apart(null),
    socket: apart(null),
    asyncio: apart(null),
    generator: apart(null),
    generatorHook: apart(null),
    coroutine: apart(null),
    asyncGenerator: apart(null),
    gcCallback: apart(null),
    atexit: apart('Exception ignored in atexit callback'),
    flush: apart(null),
    thread: apart('Exception ignored in thread started by'),
    shutdown: apart(null),
  },
  printing: {
    uncaught: 'c',
    unraisable: 'c',
    unraisableHasCarets: true,
    mindsOddNotes: false,
    caretWidth: 'wide',
    suggestions: {
      namesSearchedTogether: false,
      ofSelf: false,
      ofModules: false,
      hidesUnderscored: false,
      ofOddDir: false,
      ofImportedNames: false,
      ofNestedAttributes: false,
      attribute: (suggestion) => `. Did you mean: '${suggestion}'?`,
    },
  },
};

const python312: ErrorsProfile = {
  ...python311,
  codecErrorsGetNote: true,
  absentMembers: new Set(['BaseExceptionGroup.__repr__', 'ImportError.__repr__', 'SyntaxError._metadata']),
  printing: {
    ...python311.printing,
    mindsOddNotes: true,
    suggestions: { ...python311.printing.suggestions, ofSelf: true, ofModules: true, ofImportedNames: true },
  },
};

const python313: ErrorsProfile = {
  ...python312,
  absentExceptions: new Set(['ImportCycleError']),
  tracebackTypeName: 'traceback',
  unraisable: {
    ...python312.unraisable,
    atexit: inText('Exception ignored in atexit callback'),
    flush: unnamed('Exception ignored on flushing sys.stdout'),
    thread: inText('Exception ignored in thread started by'),
    shutdown: unnamed('Exception ignored on threading shutdown'),
  },
  groupConditionIsAnyCallable: true,
  groupConditionWanted: 'expected an exception type, a tuple of exception types, or a callable (other than a class)',
  printing: {
    ...python312.printing,
    uncaught: 'python',
    unraisableHasCarets: false,
    suggestions: { ...python312.printing.suggestions, namesSearchedTogether: true, hidesUnderscored: true },
  },
};

const python314: ErrorsProfile = {
  ...python313,
  absentMembers: new Set(['ImportError.__repr__']),
  noteWanted: (type) => `add_note() argument must be str, not ${type}`,
  syntaxDetailsMax: 7,
  unicodeErrorChecksObject: true,
  failedPositionIsStored: false,
  groupReprIsItsOwn: true,
  wrappedExceptionHasTraceback: true,
  unraisable: {
    finalizer: inText('Exception ignored while calling deallocator'),
    weakrefCallback: inText('Exception ignored while calling weakref callback'),
    collectedCallback: inText('Exception ignored on calling weakref callback'),
    file: inText('Exception ignored while finalizing file'),
    socket: inText('Exception ignored while finalizing socket'),
    asyncio: inText('Exception ignored while calling asyncio function'),
    generator: inText('Exception ignored while closing generator'),
    generatorHook: inText('Exception ignored while finalizing generator'),
    coroutine: inText('Exception ignored while finalizing coroutine'),
    asyncGenerator: inText('Exception ignored while finalizing async generator'),
    gcCallback: inText('Exception ignored while calling GC callback'),
    atexit: inText('Exception ignored in atexit callback'),
    flush: unnamed('Exception ignored while flushing sys.stdout'),
    thread: inText('Exception ignored in thread started by'),
    shutdown: unnamed('Exception ignored on threading shutdown'),
  },
  printing: {
    ...python313.printing,
    suggestions: { ...python313.printing.suggestions, ofOddDir: true },
  },
};

const python315: ErrorsProfile = {
  ...python314,
  absentExceptions: new Set(),
  absentMembers: new Set(),
  importErrorReprShowsName: true,
  printing: {
    ...python314.printing,
    unraisable: 'python',
    caretWidth: 'wide and combining',
    suggestions: {
      ...python314.printing.suggestions,
      ofNestedAttributes: true,
      attribute: (suggestion, wrong) => `. Did you mean '.${suggestion}' instead of '.${wrong}'?`,
    },
  },
};

const profiles: Readonly<Record<PythonVersion, ErrorsProfile>> = {
  '3.11': python311,
  '3.12': python312,
  '3.13': python313,
  '3.14': python314,
  '3.15': python315,
};

export const errorsOf = (version: PythonVersion): ErrorsProfile => profiles[version];
