export const weakrefNames = `
  __name__ __doc__ __package__ __loader__ __spec__ getweakrefcount() getweakrefs() ref proxy() CallableProxyType ProxyType ReferenceType
  _remove_dead_weakref() WeakSet _IterationGuard:-13 _collections_abc sys itertools ProxyTypes __all__ WeakMethod WeakValueDictionary KeyedRef
  WeakKeyDictionary finalize
`;
