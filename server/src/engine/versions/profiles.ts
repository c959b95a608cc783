import { nearestName } from '../text/suggestions.ts';
import type { PythonVersion } from '../journal/record.ts';
import { Kind } from './freelists.ts';
import type { ExitProfile, MessageWords, VersionProfile } from './profile.ts';

const list = (names: readonly string[]): string => names.join(', ');
const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');
const plural = (names: readonly string[]): string => (names.length === 1 ? '' : 's');
const didYouMean = (wrong: string, possible: readonly string[]): string => {
  const near = nearestName(possible, wrong);
  return near === null ? '' : `. Did you mean '${near}'?`;
};

const words311: MessageWords = {
  noAttributeToSet: (type, name) => `'${type}' object has no attribute '${name}'`,
  attributeNameType: (type) => `attribute name must be string, not '${type}'`,
  patternOfNoClass: 'called match pattern must be a type',
  namespaceWanted: (type) => `dict, not ${type === 'NoneType' ? 'None' : type}`,
  notAContainer: (type) => `argument of type '${type}' is not iterable`,
  methodInstanceNone: 'instance must not be None',
  mroLineBreak: '\n',
  superMismatch: () => 'super(type, obj): obj must be an instance or subtype of type',
  unexpectedFunctionKeyword: (callable, keyword) => `${callable}() got an unexpected keyword argument '${keyword}'`,
  structFieldsChecked: false,
  notAwaitable: (type) => `object ${type} can't be used in 'await' expression`,
  unexpectedOfFunction: (keyword) => `'${keyword}' is an invalid keyword argument for this function`,
  lineCannotBeDeleted: 'cannot delete attribute',
  lineIsTracersOwn: "can't jump from the 'call' trace event of a new frame",
  tooMuchNesting: 'maximum recursion depth exceeded',
  spreadNamesCallable: true,
  spreadKeepsErrors: false,
  tooManyToUnpack: (expected) => `too many values to unpack (expected ${expected})`,
  abstractClass: (type, methods) => `Can't instantiate abstract class ${type} with abstract method${plural(methods)} ${list(methods)}`,
  weakrefSlotTaken: '__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0',
  qualifiesTypes: false,
  annotateNotADict: (type) => `__annotate__ returned non-dict of type '${type}'`,
  undeletableOfType: (name, type) => `cannot delete '${name}' attribute of immutable type '${type}'`,
  unsetSlotToDelete: (name) => name,
  unexpectedKeyword: (callable, keyword) => `'${keyword}' is an invalid keyword argument for ${callable}()`,
};

const words312: MessageWords = {
  ...words311,
  patternOfNoClass: 'called match pattern must be a class',
  lineIsTracersOwn: 'f_lineno can only be set in a trace function',
  abstractClass: (type, methods) =>
    `Can't instantiate abstract class ${type} without an implementation for abstract method${plural(methods)} ${quoted(methods)}`,
  weakrefSlotTaken: '__weakref__ slot disallowed: we already got one',
};

const words313: MessageWords = {
  ...words312,
  structFieldsChecked: true,
  qualifiesTypes: true,
  mroLineBreak: ' ',
  unexpectedOfFunction: (keyword) => `this function got an unexpected keyword argument '${keyword}'`,
  noAttributeToSet: (type, name) => `'${type}' object has no attribute '${name}' and no __dict__ for setting new attributes`,
  superMismatch: (type, object) => `super(type, obj): obj (${object}) is not an instance or subtype of type (${type}).`,
  unexpectedFunctionKeyword: (callable, keyword, possible) =>
    `${callable}() got an unexpected keyword argument '${keyword}'${didYouMean(keyword, possible)}`,
  unexpectedKeyword: (callable, keyword, possible) => `${callable}() got an unexpected keyword argument '${keyword}'${didYouMean(keyword, possible)}`,
};

const words314: MessageWords = {
  ...words313,
  notAContainer: (type) => `argument of type '${type}' is not a container or iterable`,
  notAwaitable: (type) => `'${type}' object can't be awaited`,
  lineCannotBeDeleted: "attribute 'f_lineno' of 'frame' objects cannot be deleted",
  tooMuchNesting: 'Stack overflow (used 8152 kB)',
  tooManyToUnpack: (expected, got) => `too many values to unpack (expected ${expected}${got < 0 ? '' : `, got ${got}`})`,
};

const words315: MessageWords = {
  ...words314,
  spreadNamesCallable: false,
  spreadKeepsErrors: true,
  namespaceWanted: (type) => `dict or frozendict, not ${type}`,
  patternOfNoClass: 'class pattern must refer to a class',
  annotateNotADict: (type) => `__annotate__() must return a dict, not ${type}`,
  undeletableOfType: (name, type) => `cannot delete '${name}' attribute of type '${type}'`,
};

const startOf = (...names: readonly string[]): readonly string[] => names.flatMap((line) => line.split(' '));

const modules311 = startOf(
  'sys builtins _frozen_importlib _imp _thread _warnings _weakref _io marshal posix _frozen_importlib_external time zipimport _codecs codecs',
  'encodings.aliases encodings encodings.utf_8 _signal _abc abc io __main__ _stat stat _collections_abc genericpath posixpath os.path os',
  '_sitebuiltins site',
);

const modules314 = startOf(
  'sys builtins _frozen_importlib _imp _thread _warnings _weakref _io marshal posix _frozen_importlib_external time zipimport _codecs codecs',
  'encodings.aliases encodings encodings.utf_8 _signal __main__ _abc abc _stat stat _collections_abc errno genericpath posixpath os.path os',
  '_sitebuiltins site',
);

const held312 = startOf(
  'encodings.utf_8 encodings.aliases codecs _codecs _frozen_importlib_external posix marshal _io _weakref _warnings _thread _imp _frozen_importlib',
);
const held311 = [...held312.filter((name) => name !== '_io'), 'time', 'io'];

const exit311: ExitProfile = {
  sysAttributesCleared: startOf('path argv ps1 ps2 last_type last_value last_traceback path_hooks path_importer_cache meta_path __interactivehook__'),
  hasLastExc: false,
  finishesImportFirst: false,
  modulesAtStart: modules311,
  modulesHeld: held311,
  copiesModules: true,
  mainNames: startOf('__name__ __doc__ __package__ __loader__ __spec__ __annotations__ __builtins__ __file__ __cached__'),
};

const exit312: ExitProfile = {
  ...exit311,
  sysAttributesCleared: startOf('path argv ps1 ps2 last_exc last_type last_value last_traceback __interactivehook__ meta_path'),
  hasLastExc: true,
  finishesImportFirst: true,
  modulesHeld: held312,
  copiesModules: false,
};

const exit314: ExitProfile = {
  ...exit312,
  modulesAtStart: modules314,
  mainNames: exit312.mainNames.filter((name) => name !== '__annotations__'),
};

const exit315: ExitProfile = { ...exit314, mainNames: exit314.mainNames.filter((name) => name !== '__cached__') };

/** Of instances of classes: header, what the built-in base adds, and slots. Dict and weak references lie before the header. */
const python311: VersionProfile = {
  version: '3.11',
  versionInfo: [3, 11, 7],
  collector: {
    thresholds: [700, 10, 10],
    countsAtStart: [556, 7, 0],
    allocationsOfScript: [Kind.OTHER, ~Kind.OTHER, 2, Kind.OTHER, ~2, Kind.LIST],
    youngSince: 'genericpath',
    runsInsideAllocation: true,
    untracksTuples: true,
    untracksDicts: true,
    clearsPlainWeakrefsLate: false,
    infoHasCandidates: false,
  },
  startsWithIo: true,
  smallIntMax: 256,
  dictsTrackedAtBirth: false,
  namespacesTrackedAtBirth: false,
  tracksConstantTuples: true,
  copiesOfFrozenSets: 1,
  charactersInternedApart: [...'abcdefhijklmnopqrstvwxyBCLST_'],
  framesClearBackwards: false,
  spreadCallsKeepArguments: true,
  borrowsLocals: false,
  operandsGoFromTop: false,
  operatorsGoFromTop: false,
  failedOperandsGoFromBelow: true,
  sharesDescriptors: false,
  sharesStaticAttributes: false,
  namesUnsettable: 'never',
  layoutIgnoresDicts: false,
  immortalCount: null,
  nestingLimit: null,
  setNameErrorsGetNote: false,
  subclassedPropertySetsDoc: false,
  warnsOfOddNamespaces: false,
  closeReturnsValue: false,
  wrapperAttributes: ['__module__', '__name__', '__qualname__', '__doc__', '__annotations__'],
  wrapsSpecialMethods: false,
  functionTakesKeywordDefaults: false,
  locals: { areProxied: false, extrasCanGo: false },
  clearsSuspendedFrames: true,
  closeKeepsUnstarted: false,
  dictsShareInlineValues: false,
  raisesLazily: true,
  stopIterationHandledInCode: false,
  classmethodsChain: true,
  selfMatchingTypes: ['bytearray', 'float', 'frozenset', 'set', 'bool'],
  words: words311,
  exit: exit311,
};

const python312: VersionProfile = {
  ...python311,
  raisesLazily: false,
  subclassedPropertySetsDoc: true,
  version: '3.12',
  charactersInternedApart: [...'abcdenprsx_'],
  spreadCallsKeepArguments: false,
  tracksConstantTuples: false,
  versionInfo: [3, 12, 1],
  collector: { ...python311.collector, countsAtStart: [647, 4, 0], runsInsideAllocation: false },
  closeKeepsUnstarted: true,
  immortalCount: 0xffffffff,
  setNameErrorsGetNote: true,
  stopIterationHandledInCode: true,
  nestingLimit: 1497,
  words: words312,
  exit: exit312,
};

const python313: VersionProfile = {
  ...python312,
  version: '3.13',
  versionInfo: [3, 13, 0],
  collector: {
    ...python312.collector,
    thresholds: [2000, 10, 10],
    countsAtStart: [1927, 2, 0],
    allocationsOfScript: [2, Kind.OTHER, ~2, Kind.LIST],
    youngSince: '_codecs',
  },
  charactersInternedApart: [],
  namespacesTrackedAtBirth: true,
  closeReturnsValue: true,
  warnsOfOddNamespaces: true,
  namesUnsettable: 'of dicts',
  functionTakesKeywordDefaults: true,
  locals: { areProxied: true, extrasCanGo: false },
  dictsShareInlineValues: true,
  clearsSuspendedFrames: false,
  classmethodsChain: false,
  nestingLimit: 9998,
  words: words313,
};

const python314: VersionProfile = {
  ...python313,
  dictsShareInlineValues: false,
  failedOperandsGoFromBelow: false,
  version: '3.14',
  copiesOfFrozenSets: 0,
  tracksConstantTuples: true,
  versionInfo: [3, 14, 10],
  collector: { ...python313.collector, countsAtStart: [1874, 2, 0], untracksDicts: false },
  startsWithIo: false,
  closeKeepsUnstarted: false,
  wrapperAttributes: ['__module__', '__name__', '__qualname__', '__doc__'],
  locals: { areProxied: true, extrasCanGo: true },
  dictsTrackedAtBirth: true,
  framesClearBackwards: true,
  operandsGoFromTop: true,
  sharesStaticAttributes: true,
  borrowsLocals: true,
  immortalCount: 0xc0000000,
  nestingLimit: 58_000,
  words: words314,
  exit: exit314,
};

const python315: VersionProfile = {
  ...python314,
  version: '3.15',
  selfMatchingTypes: [...python314.selfMatchingTypes, 'frozendict'],
  tracksConstantTuples: false,
  versionInfo: [3, 15, 2],
  collector: { ...python314.collector, countsAtStart: [1959, 2, 0], clearsPlainWeakrefsLate: true, infoHasCandidates: true },
  nestingLimit: 47_000,
  wrapsSpecialMethods: true,
  smallIntMax: 1024,
  words: words315,
  operatorsGoFromTop: true,
  sharesDescriptors: true,
  namesUnsettable: 'always',
  layoutIgnoresDicts: true,
  exit: exit315,
};

const profiles: Readonly<Record<PythonVersion, VersionProfile>> = {
  '3.11': python311,
  '3.12': python312,
  '3.13': python313,
  '3.14': python314,
  '3.15': python315,
};

export const profileOf = (version: PythonVersion): VersionProfile => profiles[version];
