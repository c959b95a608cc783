export const hmacPrivateNames = `
  __name__:14- __doc__:14- __package__:14- __loader__:14- __spec__:14- new():14- compute_digest():14- compute_md5():14- compute_sha1():14-
  compute_sha224():14- compute_sha256():14- compute_sha384():14- compute_sha512():14- compute_sha3_224():14- compute_sha3_256():14-
  compute_sha3_384():14- compute_sha3_512():14- compute_blake2s_32():14- compute_blake2b_32():14- __file__:14- UnknownHashError:14- HMAC:14-
  _GIL_MINSIZE:14-
`;
