export const typingPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ _idfunc() __file__:-11 TypeVar:12- TypeVarTuple:12- ParamSpec:12- ParamSpecArgs:12-
  ParamSpecKwargs:12- Generic:12- TypeAliasType:12- Union:14- NoDefault:13-
`;
