export const tokenizePrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ TokenizerIter
`;
