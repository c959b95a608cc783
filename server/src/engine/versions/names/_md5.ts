export const md5PrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ md5() __file__:-13 MD5Type _GIL_MINSIZE:14-
`;
