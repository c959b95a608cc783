export const marshalNames = `
  __name__ __doc__ __package__ __loader__ __spec__ dump() load() dumps() loads() version
`;
