export const arrayNames = `
  __name__ __doc__ __package__ __loader__ __spec__ _array_reconstructor() __file__:-13 ArrayType array typecodes
`;
