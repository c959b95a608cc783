export const abcPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ get_cache_token() _abc_init() _reset_registry() _reset_caches() _get_dump() _abc_register()
  _abc_instancecheck() _abc_subclasscheck()
`;
