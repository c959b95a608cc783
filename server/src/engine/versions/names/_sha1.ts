export const sha1PrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ sha1() __file__:-13 SHA1Type _GIL_MINSIZE:14-
`;
