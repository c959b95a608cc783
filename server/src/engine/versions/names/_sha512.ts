export const sha512PrivateNames = `
  __name__:-11 __doc__:-11 __package__:-11 __loader__:-11 __spec__:-11 sha512():-11 sha384():-11 __file__:-11 SHA384Type:-11
`;
