export const warningsPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ warn() warn_explicit() _filters_mutated():-13 _filters_mutated_lock_held():14- _acquire_lock():14-
  _release_lock():14- filters _onceregistry _defaultaction _warnings_context:14-
`;
