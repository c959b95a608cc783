import type { PythonVersion } from '../journal/record.ts';

/** What the versions disagree on in the types of `_typing` (3.12 and later). */
export interface TypingProfile {
  /** Members of static types that this version does not have, as `type.member`. */
  readonly absentMembers: ReadonlySet<string>;
  /** Type parameters can have defaults (3.13 and later). */
  readonly hasDefaults: boolean;
  /** Names that a generic alias has of its own although no object has them; up to 3.13 `dir()` shows them. */
  readonly aliasBlocks: readonly string[];
  readonly aliasShowsBlocked: boolean;
  /** An argument that is a list is shown item by item (3.12 and later). */
  readonly aliasListsArguments: boolean;
  readonly typeVarTupleSignature: string;
  /** `int | str` is an instance of `typing.Union` (3.14 and later). */
  readonly unionIsGeneric: boolean;
  /** The constructor of TypeAliasType looks at the type parameters (3.14 and later). */
  readonly aliasChecksParams: boolean;
  readonly aliasHasQualname: boolean;
  /** Type parameters are looked for, and replaced, in tuples and lists among the arguments too. */
  readonly substitutesInLists: boolean;
}

const since315 = [
  'TypeVarTuple.__bound__',
  'TypeVarTuple.__covariant__',
  'TypeVarTuple.__contravariant__',
  'TypeVarTuple.__infer_variance__',
  'TypeAliasType.__qualname__',
];

const since314 = [
  'type.__annotate__',
  'function.__annotate__',
  'module.__annotate__',
  'TypeVar.evaluate_bound',
  'TypeVar.evaluate_constraints',
  'TypeVar.evaluate_default',
  'ParamSpec.evaluate_default',
  'TypeVarTuple.evaluate_default',
  'TypeAliasType.__iter__',
  'TypeAliasType.evaluate_value',
  ...since315,
];

const since313 = [
  'TypeVar.__typing_prepare_subst__',
  'TypeVar.has_default',
  'TypeVar.__default__',
  'ParamSpec.has_default',
  'ParamSpec.__default__',
  'TypeVarTuple.has_default',
  'TypeVarTuple.__default__',
  ...since314,
];

const since312 = ['type.__type_params__', 'function.__type_params__', ...since313];

const python311: TypingProfile = {
  absentMembers: new Set(since312),
  hasDefaults: false,
  aliasBlocks: ['__copy__', '__deepcopy__'],
  aliasShowsBlocked: true,
  aliasListsArguments: false,
  typeVarTupleSignature: 'name',
  unionIsGeneric: false,
  aliasChecksParams: false,
  aliasHasQualname: false,
  substitutesInLists: false,
};

const python312: TypingProfile = { ...python311, absentMembers: new Set(since313), aliasListsArguments: true };

const python313: TypingProfile = {
  ...python312,
  absentMembers: new Set(since314),
  hasDefaults: true,
  aliasBlocks: ['__bases__', '__copy__', '__deepcopy__'],
  typeVarTupleSignature: 'name, *, default=typing.NoDefault',
};

const python314: TypingProfile = {
  ...python313,
  absentMembers: new Set(since315),
  unionIsGeneric: true,
  aliasShowsBlocked: false,
  aliasChecksParams: true,
  substitutesInLists: true,
};

const python315: TypingProfile = {
  ...python314,
  absentMembers: new Set(),
  typeVarTupleSignature: 'name, *, bound=None, covariant=False, contravariant=False, infer_variance=False, default=typing.NoDefault',
  aliasHasQualname: true,
};

const profiles: Readonly<Record<PythonVersion, TypingProfile>> = {
  '3.11': python311,
  '3.12': python312,
  '3.13': python313,
  '3.14': python314,
  '3.15': python315,
};

export const typingOf = (version: PythonVersion): TypingProfile => profiles[version];
