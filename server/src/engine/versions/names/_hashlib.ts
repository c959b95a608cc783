export const hashlibPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ new() pbkdf2_hmac() scrypt() get_fips_mode()
  compare_digest() hmac_digest() hmac_new() openssl_md5() openssl_sha1() openssl_sha224() openssl_sha256()
  openssl_sha384() openssl_sha512() openssl_sha3_224() openssl_sha3_256() openssl_sha3_384() openssl_sha3_512()
  openssl_shake_128() openssl_shake_256() __file__ HASH HASHXOF HMAC openssl_md_meth_names _constructors
  UnsupportedDigestmodError
`;
