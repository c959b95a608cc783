export const randomPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ __file__:-13 Random
`;
