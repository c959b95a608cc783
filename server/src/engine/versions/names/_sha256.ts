export const sha256PrivateNames = `
  __name__:-11 __doc__:-11 __package__:-11 __loader__:-11 __spec__:-11 sha256():-11 sha224():-11 __file__:-11 SHA224Type:-11 SHA256Type:-11
`;
