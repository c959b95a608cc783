import type { PythonVersion } from '../journal/record.ts';

/** What is known of a module that lacks a name, for the error about it. */
export interface Lacking {
  readonly module: string;
  readonly attribute: string;
  /** Where its spec says that it was found. */
  readonly origin: string | null;
  /** Its file lies where the script does, so that it may hide a module that was meant, or does hide one of the library. */
  readonly hides: 'nothing' | 'perhaps' | 'library';
  readonly initializing: boolean;
  /** What is asked for is a submodule whose import has begun and not ended. */
  readonly submodule: boolean;
}

/** The errors of names that a module does not have. */
export interface MissingNameWords {
  /** Where the module comes from matters: to its attributes (3.13 and later), and to imports from it (3.14 and later). */
  readonly asksOrigin: boolean;
  readonly importsAskOrigin: boolean;
  readonly ofModule: (lacking: Lacking) => string;
  readonly ofImport: (lacking: Lacking, location: string) => string;
}

/** What the versions disagree on in the modules written in C, but for which names they have. */
export interface ModuleProfile {
  readonly missingNames: MissingNameWords;
  /** `max([])` and `min([])`. */
  readonly emptyIterable: (name: string) => string;
  /** `chr` of an int that is no C int is a ValueError like any other (3.13 and later). */
  readonly chrTakesAnyInt: boolean;
  /** TypeError of `iter(3, None)`. */
  readonly iterNeedsCallable: string;
  /** `sum` of floats keeps what rounding lost (3.12 and later). */
  readonly sumsFloatsExactly: boolean;
  /** It does so with ints among the floats and with complex numbers too (3.14 and later). */
  readonly sumsAllExactly: boolean;
  /** TypeError of `gc.set_threshold` for too few or too many arguments. */
  readonly thresholdArguments: (given: number) => string;
  /** A weak proxy's repr has a semicolon and says when its referent is dead (3.13 and later). */
  readonly proxyReprSaysDead: boolean;
  /** ValueError of `sys.set_int_max_str_digits(5)`. */
  readonly digitLimitTooSmall: string;
  /** TypeError of `time.sleep('a')`. */
  readonly secondsWanted: (type: string) => string;
  /** TypeError of `time.gmtime('a')`. */
  readonly timestampWanted: (type: string) => string;
  /** TypeError of an argument that is an unsigned number in C. */
  readonly integerWanted: (type: string) => string;
  /** A decoder's warning of an escape, by its characters; `prefix` is that of the literal. */
  readonly invalidEscape: (escape: string, isOctal: boolean, prefix: string) => string;
  /** A warning's category that is none; `given` is the full name of a class. */
  readonly warningCategoryWanted: (given: string | null, type: string) => string;
  /** What the globals of `exec` and `eval` have to be. */
  readonly globalsType: string;
  readonly moduleGlobalsWanted: (type: string) => string;
  /** Clocks are named by ints of C alone, in words of their own (3.13 and later). */
  readonly clockIdsConverted: boolean;
  readonly floatTimeTooLarge: string;
  readonly intTimeTooLarge: string;
  /** `lock.acquire(timeout=-2)`. */
  readonly negativeTimeout: string;
  readonly locks: LockProfile;
  readonly threads: ThreadsProfile;
  readonly stackSizes: { readonly least: number; readonly negative: string; readonly tooSmall: (size: number) => string };
  readonly warnings: WarningsProfile;
  readonly streams: StreamProfile;
  readonly files: FilesProfile;
  readonly atexit: AtexitProfile;
  readonly sys: SysProfile;
}

interface ThreadsProfile {
  /** From when on no thread can be started; null where one that is started too late waits for ever (up to 3.11). */
  readonly refusedWhile: 'exiting' | 'finalizing' | null;
  /** It is a PythonFinalizationError (3.13 and later), else a RuntimeError. */
  readonly refusedAsFinalization: boolean;
  /** PythonFinalizationError of waiting for a thread that will never go on (3.14 and later); else that waits for ever. */
  readonly refusesJoin: boolean;
}

interface WarningsProfile {
  /** How errors about the filters call the module. */
  readonly filtersModule: string;
  /** Where a warning is shown to come from when no frame is left at its stack level. */
  readonly nowhere: readonly [file: string, line: number];
  readonly alwaysActions: readonly string[];
  /** `warnings` is imported to show a warning (3.13 and later); else only one that has a source. */
  readonly shownByPython: boolean;
  /** A context variable can hold filters that take the place of the list of all (3.14 and later). */
  readonly hasContext: boolean;
}

/** TypeErrors of a constructor that takes no arguments. */
interface NoArguments {
  readonly given: (count: number) => string;
  readonly byKeyword: string;
}

interface LockProfile {
  /** null where programs cannot make a lock by its type (up to 3.12). */
  readonly constructorArguments: NoArguments | null;
  /** null where RLock ignores its arguments (up to 3.14). */
  readonly reentrantArguments: NoArguments | null;
  /** TypeError of `_acquire_restore`. */
  readonly savedState: string;
  readonly savedType: 'sequence' | 'tuple';
  /** `__exit__` wants its three arguments (3.15). */
  readonly exitCounts: boolean;
}

export interface StreamProfile {
  /** A text stream hands on what it holds before text that would make it more than a chunk (up to 3.12). */
  readonly flushesBeforeChunk: boolean;
  /** `BytesIO.__init__` leaves what views hold in place when it refuses (3.14 and later). */
  readonly bytesAreCheckedFirst: boolean;
  /** Size of the binary buffer below a stream that is a pipe or a file. */
  readonly bufferSize: number;
  /** A buffer is at least of the default size, however small the blocks of the file are (3.14 and later). */
  readonly bufferGrowsToDefault: boolean;
  /** Encoding of a text file of which nobody says one. */
  readonly localeEncoding: string;
  /** `io.DEFAULT_BUFFER_SIZE`. */
  readonly defaultBufferSize: number;
  /** A finaliser's `close` that fails is reported (3.13 and later). */
  readonly reportsFailedClose: boolean;
  /** The argument of `FileIO.readinto` that is no buffer, in the words of the error. */
  readonly argument: 'argument' | 'argument 1';
  /** `_TextIOBase.write` looks at its argument before it refuses (3.12 and later). */
  readonly baseChecksText: boolean;
  /** The mode of a file opened with `w+` is `wb+` (3.15). */
  readonly modeShowsTruncation: boolean;
  /** The repr of a FileIO names the class of the object (3.13 and later). */
  readonly reprShowsType: boolean;
  readonly cannotPickle: (type: string) => string;
  /** A text stream whose buffer was detached refuses the attribute `buffer` (3.14 and later). */
  readonly bufferIsChecked: boolean;
  /** RuntimeError of `input` where there is no `sys.stdin`. */
  readonly lostStream: (name: string) => string;
  /** TypeError of `input` for a line that is no text. */
  readonly lineWanted: (stream: string, type: string) => string;
  /** ValueError of `StringIO.truncate(-1)`. */
  readonly negativeTruncation: (size: number) => string;
}

export interface FilesProfile {
  /** ValueError of a path with a null character. */
  readonly nullInPath: (name: string, parameter: string, isText: boolean) => string;
  /** `stat` of a descriptor refuses `follow_symlinks=False` (3.14 and later). */
  readonly statChecksFollow: boolean;
  /** What `utime` says that `times` must hold. */
  readonly timesWanted: 'ints' | 'numbers';
  /** TypeError of a time that is no number. */
  readonly timeWanted: (type: string) => string;
  /** Error number of `stat(-1)`. */
  readonly statNegative: number;
  /** `utime` names the file of its error (3.13 and later). */
  readonly utimeNamesFile: boolean;
  /** `posix._path_normpath('')` is '.' (3.13 and later). */
  readonly normalisesEmpty: boolean;
  /** What the C library has (`posix._have_functions`, without `HAVE_`). */
  readonly systemFunctions: string;
  /** ValueError of `urandom(-1)`. */
  readonly negativeRandom: string;
}

export interface AtexitProfile {
  /** Unregistered callbacks leave a gap that `_ncallbacks` still counts (up to 3.13). */
  readonly keepsGaps: boolean;
  /** `unregister` asks its argument whether it equals a callback, not the callback (3.14 and later). */
  readonly comparesArgumentFirst: boolean;
}

export interface SysProfile {
  readonly version: string;
  readonly copyrightYears: string;
  readonly threads: readonly [lock: string, version: string];
  readonly builtinModules: string;
  readonly utf8Mode: number;
  /** `sys.flags.int_max_str_digits` shows the limit, not that it was left alone (3.12 and later). */
  readonly flagsShowDigitLimit: boolean;
  readonly supportsIsolatedInterpreters: boolean;
}

const builtinModules311 =
  '_abc _ast _codecs _collections _functools _imp _io _locale _operator _signal _sre _stat _string _symtable _thread _tokenize _tracemalloc ' +
  '_warnings _weakref atexit builtins errno faulthandler gc itertools marshal posix pwd sys time xxsubtype';

const builtinModules312 = builtinModules311.replace('_tracemalloc ', '_tracemalloc _typing ').replace(' xxsubtype', '');

const builtinModules313 = builtinModules312.replace('_symtable', '_suggestions _symtable _sysconfig');

const builtinModules314 =
  '_abc _ast _bisect _blake2 _codecs _collections _contextvars _csv _datetime _elementtree _functools _heapq _imp _io _json _locale _md5 ' +
  '_opcode _operator _pickle _posixsubprocess _random _sha1 _sha2 _sha3 _signal _socket _sre _stat _statistics _string _struct _suggestions ' +
  '_symtable _sysconfig _thread _tokenize _tracemalloc _types _typing _warnings _weakref array atexit binascii builtins cmath errno ' +
  'faulthandler fcntl gc grp itertools marshal math posix pwd pyexpat select sys syslog time unicodedata zlib';

const builtinModules315 = builtinModules314
  .replace('_ast ', '_ast _asyncio ')
  .replace('_locale ', '_locale _math_integer ')
  .replace('_weakref ', '_weakref _zstd ');

const systemFunctions311 =
  'EVENTFD FACCESSAT FCHDIR FCHMOD FCHMODAT FCHOWN FCHOWNAT FEXECVE FDOPENDIR FPATHCONF FSTATAT FSTATVFS FTRUNCATE FUTIMENS FUTIMES FUTIMESAT ' +
  'LINKAT LCHOWN LSTAT LUTIMES MEMFD_CREATE MKDIRAT MKFIFOAT MKNODAT OPENAT READLINKAT RENAMEAT SYMLINKAT UNLINKAT UTIMENSAT';

const circular = '(most likely due to a circular import)';

const missingNames311: MissingNameWords = {
  asksOrigin: false,
  importsAskOrigin: false,
  ofModule: ({ module, attribute, initializing, submodule }) => {
    if (submodule) return `cannot access submodule '${attribute}' of module '${module}' ${circular}`;
    return initializing ? `partially initialized module '${module}' has no attribute '${attribute}' ${circular}` : `module '${module}' has no attribute '${attribute}'`;
  },
  ofImport: ({ module, attribute, initializing }, location) =>
    initializing
      ? `cannot import name '${attribute}' from partially initialized module '${module}' ${circular} (${location})`
      : `cannot import name '${attribute}' from '${module}' (${location})`,
};

/** An offer to rename the file of a module that may hide another, or null; the words differ in what it is and does. */
const renaming = (library: string, meant: string) => ({ module, origin, hides, initializing }: Lacking): string | null => {
  if (hides === 'library') return `(consider renaming '${origin}' since it has the same name as the standard library module named '${module}' and ${library})`;
  return hides === 'perhaps' && initializing ? `(consider renaming '${origin}' if it has the same name as a ${meant} you intended to import)` : null;
};
const renaming313 = renaming('the import system gives it precedence', 'third-party module');
const renaming314 = renaming('prevents importing that standard library module', 'library');

const ofModuleOr = (offer: (lacking: Lacking) => string | null) => (lacking: Lacking): string => {
  const { module, attribute, origin, initializing } = lacking;
  const offered = offer(lacking);
  if (offered !== null) return `module '${module}' has no attribute '${attribute}' ${offered}`;
  if (!initializing || origin === null) return missingNames311.ofModule(lacking);
  return `partially initialized module '${module}' from '${origin}' has no attribute '${attribute}' ${circular}`;
};

const missingNames313: MissingNameWords = { ...missingNames311, asksOrigin: true, ofModule: ofModuleOr(renaming313) };

const missingNames314: MissingNameWords = {
  asksOrigin: true,
  importsAskOrigin: true,
  ofModule: ofModuleOr(renaming314),
  ofImport: (lacking, location) => {
    const offered = renaming314(lacking);
    return offered === null ? missingNames311.ofImport(lacking, location) : `cannot import name '${lacking.attribute}' from '${lacking.module}' ${offered}`;
  },
};

const python311: ModuleProfile = {
  clockIdsConverted: false,
  invalidEscape: (escape, isOctal) => `invalid ${isOctal ? 'octal ' : ''}escape sequence '\\${escape}'`,
  missingNames: missingNames311,
  emptyIterable: (name) => `${name}() arg is an empty sequence`,
  chrTakesAnyInt: false,
  iterNeedsCallable: 'iter(v, w): v must be callable',
  sumsFloatsExactly: false,
  sumsAllExactly: false,
  thresholdArguments: (given) =>
    given === 0 ? 'set_threshold() takes at least 1 argument (0 given)' : `set_threshold() takes at most 3 arguments (${given} given)`,
  proxyReprSaysDead: false,
  globalsType: 'a dict',
  moduleGlobalsWanted: (type) => `module_globals must be a dict, not '${type}'`,
  warningCategoryWanted: (_given, type) => `category must be a Warning subclass, not '${type}'`,
  digitLimitTooSmall: 'maxdigits must be 0 or larger than 640',
  secondsWanted: (type) => `'${type}' object cannot be interpreted as an integer`,
  timestampWanted: (type) => `'${type}' object cannot be interpreted as an integer`,
  streams: {
    flushesBeforeChunk: true,
    bytesAreCheckedFirst: false,
    bufferSize: 4096,
    bufferGrowsToDefault: false,
    localeEncoding: 'UTF-8',
    defaultBufferSize: 8192,
    reportsFailedClose: false,
    argument: 'argument',
    baseChecksText: false,
    modeShowsTruncation: false,
    reprShowsType: false,
    cannotPickle: (type) => `cannot pickle '${type}' object`,
    bufferIsChecked: false,
    lostStream: (name) => `input(): lost sys.${name}`,
    lineWanted: () => 'object.readline() returned non-string',
    negativeTruncation: (size) => `Negative size value ${size}`,
  },
  integerWanted: () => 'an integer is required',
  floatTimeTooLarge: 'timestamp out of range for platform time_t',
  intTimeTooLarge: 'timestamp too large to convert to C _PyTime_t',
  negativeTimeout: 'timeout value must be positive',
  locks: { constructorArguments: null, reentrantArguments: null, savedState: 'argument 1 must be', savedType: 'sequence', exitCounts: false },
  threads: { refusedWhile: null, refusedAsFinalization: false, refusesJoin: false },
  stackSizes: { least: 32768, negative: 'size must be 0 or a positive value', tooSmall: (size) => `size not valid: ${size} bytes` },
  warnings: { filtersModule: '_warnings', nowhere: ['sys', 1], alwaysActions: ['always'], shownByPython: false, hasContext: false },
  files: {
    nullInPath: (name, parameter, isText) => (isText ? 'embedded null byte' : `${name}: embedded null character in ${parameter}`),
    statChecksFollow: false,
    timesWanted: 'ints',
    timeWanted: (type) => `'${type}' object cannot be interpreted as an integer`,
    statNegative: 14,
    utimeNamesFile: false,
    normalisesEmpty: false,
    systemFunctions: systemFunctions311,
    negativeRandom: 'negative argument not allowed',
  },
  atexit: { keepsGaps: true, comparesArgumentFirst: false },
  sys: {
    version: '3.11.7 (main, May  9 2026, 07:35:25) [GCC 12.2.0]',
    copyrightYears: '2001-2023',
    threads: ['semaphore', 'NPTL 2.36'],
    builtinModules: builtinModules311,
    utf8Mode: 0,
    flagsShowDigitLimit: false,
    supportsIsolatedInterpreters: false,
  },
};

const python312: ModuleProfile = {
  ...python311,
  streams: { ...python311.streams, argument: 'argument 1', baseChecksText: true, cannotPickle: (type) => `cannot pickle '${type}' instances` },
  emptyIterable: (name) => `${name}() iterable argument is empty`,
  iterNeedsCallable: 'iter(object, sentinel): object must be callable',
  threads: { refusedWhile: 'exiting', refusedAsFinalization: false, refusesJoin: false },
  sumsFloatsExactly: true,
  sys: {
    ...python311.sys,
    version: '3.12.1 (main, May  9 2026, 07:36:11) [GCC 12.2.0]',
    builtinModules: builtinModules312,
    flagsShowDigitLimit: true,
  },
};

const python313: ModuleProfile = {
  ...python312,
  clockIdsConverted: true,
  missingNames: missingNames313,
  chrTakesAnyInt: true,
  threads: { refusedWhile: 'finalizing', refusedAsFinalization: true, refusesJoin: false },
  iterNeedsCallable: 'iter(v, w): v must be callable',
  thresholdArguments: () => 'gc.set_threshold requires 1 to 3 arguments',
  proxyReprSaysDead: true,
  streams: { ...python312.streams, flushesBeforeChunk: false, reportsFailedClose: true, reprShowsType: true },
  intTimeTooLarge: 'timestamp too large to convert to C PyTime_t',
  negativeTimeout: 'timeout value must be a non-negative number',
  locks: {
    constructorArguments: { given: (count) => `lock expected 0 arguments, got ${count}`, byKeyword: 'lock() takes no keyword arguments' },
    reentrantArguments: null,
    savedState: 'argument 1 must be',
    savedType: 'sequence',
    exitCounts: false,
  },
  warnings: { filtersModule: '_warnings', nowhere: ['<sys>', 0], alwaysActions: ['always'], shownByPython: true, hasContext: false },
  files: {
    ...python312.files,
    nullInPath: (name, parameter) => `${name}: embedded null character in ${parameter}`,
    utimeNamesFile: true,
    normalisesEmpty: true,
    systemFunctions: `${systemFunctions311.replace('EVENTFD', 'EVENTFD TIMERFD_CREATE')} PTSNAME_R`,
  },
  sys: {
    ...python312.sys,
    version: '3.13.0 (main, May  9 2026, 07:36:57) [GCC 12.2.0]',
    copyrightYears: '2001-2024',
    builtinModules: builtinModules313,
  },
};

const python314: ModuleProfile = {
  ...python313,
  missingNames: missingNames314,
  invalidEscape: (escape, isOctal, prefix) =>
    `${prefix}"\\${escape}" is an invalid ${isOctal ? 'octal ' : ''}escape sequence. Such sequences will not work in the future. `,
  locks: { ...python313.locks, savedType: 'tuple' },
  sumsAllExactly: true,
  digitLimitTooSmall: 'maxdigits must be >= 640 or 0 for unlimited',
  secondsWanted: (type) => `'${type}' object cannot be interpreted as an integer or float`,
  streams: { ...python313.streams, bytesAreCheckedFirst: true, bufferSize: 131072, bufferIsChecked: true, lostStream: (name) => `lost sys.${name}`, bufferGrowsToDefault: true, defaultBufferSize: 131072, cannotPickle: (type) => `cannot pickle '${type}' object` },
  integerWanted: (type) => `'${type}' object cannot be interpreted as an integer`,
  floatTimeTooLarge: 'timestamp out of range for C PyTime_t',
  intTimeTooLarge: 'timestamp out of range for C PyTime_t',
  threads: { refusedWhile: 'finalizing', refusedAsFinalization: true, refusesJoin: true },
  stackSizes: { least: 53248, negative: 'size must be at least 53248 bytes', tooSmall: () => 'size must be at least 53248 bytes' },
  warnings: { filtersModule: 'warnings', nowhere: ['<sys>', 0], alwaysActions: ['always', 'all'], shownByPython: true, hasContext: true },
  files: { ...python313.files, statChecksFollow: true, timeWanted: (type) => `argument must be int or float, not ${type}` },
  atexit: { keepsGaps: false, comparesArgumentFirst: true },
  sys: {
    ...python313.sys,
    version: '3.14.10 (main, Oct 26 2026, 15:12:11) [GCC 16.2.0]',
    copyrightYears: '2001',
    threads: ['semaphore', 'NPTL 2.43'],
    builtinModules: builtinModules314,
    supportsIsolatedInterpreters: true,
  },
};

const python315: ModuleProfile = {
  ...python314,
  locks: {
    constructorArguments: { given: () => 'lock() takes no positional arguments', byKeyword: 'lock() takes no keyword arguments' },
    reentrantArguments: { given: () => 'RLock() takes no positional arguments', byKeyword: 'RLock() takes no keyword arguments' },
    savedState: 'argument must be',
    savedType: 'tuple',
    exitCounts: true,
  },
  secondsWanted: (type) => `must be real number, not ${type}`,
  timestampWanted: (type) => `must be real number, not ${type}`,
  globalsType: 'a dict or a frozendict',
  moduleGlobalsWanted: (type) => `module_globals must be a dict or a frozendict, not ${type}`,
  warningCategoryWanted: (given, type) => `category must be a Warning subclass, not ${given === null ? `'${type}'` : `class '${given}'`}`,
  streams: { ...python314.streams, localeEncoding: 'utf-8', lineWanted: (stream, type) => `${stream}.readline() must return a str, not ${type}`, modeShowsTruncation: true, negativeTruncation: (size) => `negative pos value ${size}` },
  files: {
    ...python314.files,
    timesWanted: 'numbers',
    timeWanted: (type) => `must be real number, not ${type}`,
    statNegative: 9,
    negativeRandom: 'size cannot be negative',
  },
  sys: {
    ...python314.sys,
    version: '3.15.2 (main, Oct 26 2026, 15:10:10) [GCC 16.2.0]',
    threads: ['pymutex', 'NPTL 2.43'],
    builtinModules: builtinModules315,
    utf8Mode: 1,
  },
};

const profiles: Readonly<Record<PythonVersion, ModuleProfile>> = {
  '3.11': python311,
  '3.12': python312,
  '3.13': python313,
  '3.14': python314,
  '3.15': python315,
};

export const modulesOf = (version: PythonVersion): ModuleProfile => profiles[version];
