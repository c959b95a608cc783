import type { PythonVersion } from '../journal/record.ts';

/** What differs between the versions, as data. The rest of the engine asks this and never compares version numbers. */
export interface VersionProfile {
  readonly version: PythonVersion;
  /** `sys.version_info[:3]` of the reference interpreter. */
  readonly versionInfo: readonly [number, number, number];
  readonly collector: {
    readonly thresholds: readonly [number, number, number];
    /** The counts when the script is about to be read. */
    readonly countsAtStart: readonly [number, number, number];
    /** What is allocated and freed before the script is compiled: see `versions/freelists.ts` for the numbers. */
    readonly allocationsOfScript: readonly number[];
    /** The first module of start-up that is still in the youngest generation. */
    readonly youngSince: string;
    /** Up to 3.11 a collection runs inside the allocation that asks for it; later at the next check of the loop. */
    readonly runsInsideAllocation: boolean;
    /** Instances with an inline dict count once (3.11 and later). */
    readonly untracksTuples: boolean;
    readonly untracksDicts: boolean;
    /** 3.15 clears weak references without a callback after the finalisers. */
    readonly clearsPlainWeakrefsLate: boolean;
    /** The callbacks' info dict has `candidates` and `duration`. */
    readonly infoHasCandidates: boolean;
  };
  /** The standard streams are opened by `io`, and not by `_io` (up to 3.13). */
  readonly startsWithIo: boolean;
  readonly smallIntMax: number;
  readonly dictsTrackedAtBirth: boolean;
  /** A module's namespace is tracked before the module, not with its first container (3.13 and later). */
  readonly namespacesTrackedAtBirth: boolean;
  /** How often a frozenset among constants is copied item by item when it is merged with others: merge_consts_recursive() did up to 3.13. */
  readonly copiesOfFrozenSets: number;
  /** Letters whose interned string is not the shared one-character string, as names of CPython's own are (up to 3.12). */
  readonly charactersInternedApart: readonly string[];
  /** Tuples among constants start out known to the collector (3.11, 3.14). */
  readonly tracksConstantTuples: boolean;
  /** Frames clear their locals from the last to the first (3.14 and later). */
  readonly framesClearBackwards: boolean;
  /** `f(*args, **kwargs)` holds its tuple and its dict until a Python function has returned (up to 3.11). */
  readonly spreadCallsKeepArguments: boolean;
  /** `LOAD_FAST` borrows, so a local's count as seen by `sys.getrefcount` is one less (3.14 and later). */
  readonly borrowsLocals: boolean;
  /** An instruction that succeeds releases its operands from the top down, but for operators (3.14 and later). */
  readonly operandsGoFromTop: boolean;
  /** Operators do so too (3.15). */
  readonly operatorsGoFromTop: boolean;
  /** An instruction that fails releases its operands from the lowest up; since 3.14 most do it from the top. */
  readonly failedOperandsGoFromBelow: boolean;
  /** All classes have the same descriptors of `__dict__` and `__weakref__`, and the repr of a descriptor does not name `object` (3.15). */
  readonly sharesDescriptors: boolean;
  /** Two classes are laid out alike even if only one of their bases has a dict or weak references (3.15). */
  readonly layoutIgnoresDicts: boolean;
  /**
   * The AttributeError of an attribute that is not there to be set or deleted knows its name and its object: since 3.13, and of
   * an instance with inline values since 3.15.
   */
  readonly namesUnsettable: 'never' | 'of dicts' | 'always';
  /** The keys that instances share are at first those of `__static_attributes__` (3.14 and later). */
  readonly sharesStaticAttributes: boolean;
  /** Small ints, None, empty tuple … have immortal counts (PEP 683, 3.12 and later), and what they show. */
  readonly immortalCount: number | null;
  /** Built-ins may lie this deep within each other; null where they share the limit of Python calls (3.11). */
  readonly nestingLimit: number | null;
  /** An error in `__set_name__` keeps its type and gets a note (3.12 and later). */
  readonly setNameErrorsGetNote: boolean;
  /** How a function's variables are shown: one dict a frame, brought up to date when asked for, or what PEP 667 says (3.13). */
  readonly locals: LocalsProfile;
  /** `types.FunctionType` takes `kwdefaults` (3.13 and later). */
  readonly functionTakesKeywordDefaults: boolean;
  /** What `classmethod` and `staticmethod` copy from what they wrap. */
  readonly wrapperAttributes: readonly string[];
  /** The methods that a class makes static or class methods by itself have these attributes too (3.15). */
  readonly wrapsSpecialMethods: boolean;
  /** A property of a subclass sets its `__doc__` even where that is not the getter's (3.12 and later). */
  readonly subclassedPropertySetsDoc: boolean;
  /** A class whose namespace has a key that is no string is warned of (3.13 and later). */
  readonly warnsOfOddNamespaces: boolean;
  /** `generator.close()` answers what the generator returned (3.13 and later). */
  readonly closeReturnsValue: boolean;
  /** `frame.clear()` closes the suspended generator of the frame; else it is refused. */
  readonly clearsSuspendedFrames: boolean;
  /** Closing a generator that has not begun leaves its locals to its deallocation (3.12 and 3.13). */
  readonly closeKeepsUnstarted: boolean;
  /** An exception raised by C code is made an instance only when somebody wants it (up to 3.11). */
  readonly raisesLazily: boolean;
  /** An instance's `__dict__` shows its inline values, and the collector sees them as the instance's own (3.13). */
  readonly dictsShareInlineValues: boolean;
  /** Code of generators turns StopIteration into RuntimeError itself (3.12 and later). */
  readonly stopIterationHandledInCode: boolean;
  /** A classmethod binds what it wraps by the wrapped object's `__get__` (3.9 to 3.12). */
  readonly classmethodsChain: boolean;
  /** Types besides the fast ones whose instances match a lone positional sub-pattern themselves. */
  readonly selfMatchingTypes: readonly string[];
  readonly words: MessageWords;
  readonly exit: ExitProfile;
}

export interface LocalsProfile {
  /** `f_locals` is a proxy that writes through, and `locals()` a dict of its own each time (3.13 and later). */
  readonly areProxied: boolean;
  /** Names that are no variables can be taken out of the proxy (3.14 and later). */
  readonly extrasCanGo: boolean;
}

/** The words of messages that changed. */
export interface MessageWords {
  readonly noAttributeToSet: (type: string, name: string) => string;
  readonly attributeNameType: (type: string) => string;
  /** A class pattern whose name is of no class. */
  readonly patternOfNoClass: string;
  /** The third argument of `type`, if it is of this type. */
  readonly namespaceWanted: (type: string) => string;
  readonly notAContainer: (type: string) => string;
  readonly methodInstanceNone: string;
  /** Between "resolution" and "order (MRO)" of the message about inconsistent bases. */
  readonly mroLineBreak: string;
  readonly superMismatch: (type: string, object: string) => string;
  /** `possible` are the names that could have been meant. */
  readonly unexpectedFunctionKeyword: (callable: string, keyword: string, possible: readonly string[]) => string;
  /** Struct sequences refuse names that they do not need (3.13 and later). */
  readonly structFieldsChecked: boolean;
  readonly notAwaitable: (type: string) => string;
  /** A keyword that no parameter takes, of a function that does not name itself. */
  readonly unexpectedOfFunction: (keyword: string) => string;
  readonly lineCannotBeDeleted: string;
  /** Setting `f_lineno` where no trace function runs. */
  readonly lineIsTracersOwn: string;
  /** RecursionError of built-ins; what they were about follows. */
  readonly tooMuchNesting: string;
  /** What is no iterable after `*`, or no mapping after `**`, is told of by the name of what is called (up to 3.14). */
  readonly spreadNamesCallable: boolean;
  /** Errors raised by the methods of a mapping after `**` stay as they are (3.15). */
  readonly spreadKeepsErrors: boolean;
  readonly tooManyToUnpack: (expected: number, got: number) => string;
  readonly abstractClass: (type: string, methods: readonly string[]) => string;
  readonly weakrefSlotTaken: string;
  /** The error of a slot that is not set and the repr of a weak reference name types with module and nesting (3.13 and later). */
  readonly qualifiesTypes: boolean;
  /** An `__annotate__` that answers something of this type. */
  readonly annotateNotADict: (type: string) => string;
  /** `del C.__bases__`. */
  readonly undeletableOfType: (name: string, type: string) => string;
  readonly unsetSlotToDelete: (name: string) => string;
  readonly unexpectedKeyword: (callable: string, keyword: string, possible: readonly string[]) => string;
}

export interface ExitProfile {
  /** Attributes of `sys` set to None before modules go, in order. */
  readonly sysAttributesCleared: readonly string[];
  /** `sys.last_exc` is set beside the three older names (3.12 and later). */
  readonly hasLastExc: boolean;
  /** Modules in `sys.modules` when the script starts, in order; `__main__` among them. */
  readonly modulesAtStart: readonly string[];
  /** Of those, the ones that C holds on to until every module is cleared. */
  readonly modulesHeld: readonly string[];
  /** The script's namespace has `__annotations__` from the start (up to 3.13) and `__cached__` (up to 3.14). */
  readonly mainNames: readonly string[];
  /** Copies of the namespaces of `sys` and `builtins`, as they were made, live until all modules are cleared (3.11). */
  readonly copiesModules: boolean;
  /** `sys.path_hooks` and `sys.path_importer_cache` go before the modules (3.12 and later). */
  readonly finishesImportFirst: boolean;
}
