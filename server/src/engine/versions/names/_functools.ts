export const functoolsPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ reduce() cmp_to_key() _PlaceholderType:14- Placeholder:14- partial _lru_cache_wrapper
`;
