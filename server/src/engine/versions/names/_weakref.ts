export const weakrefPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ getweakrefcount() _remove_dead_weakref() getweakrefs() proxy() ref ReferenceType ProxyType
  CallableProxyType
`;
