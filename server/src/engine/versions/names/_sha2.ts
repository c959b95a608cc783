export const sha2PrivateNames = `
  __name__:12- __doc__:12- __package__:12- __loader__:12- __spec__:12- sha256():12- sha224():12- sha512():12- sha384():12- __file__:12-13
  SHA224Type:12- SHA256Type:12- SHA384Type:12- SHA512Type:12- _GIL_MINSIZE:14-
`;
