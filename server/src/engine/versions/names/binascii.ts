export const binasciiNames = `
  __name__ __doc__ __package__ __loader__ __spec__ a2b_uu() b2a_uu() a2b_base64() b2a_base64() b2a_ascii85():15- a2b_ascii85():15- a2b_base85():15-
  b2a_base85():15- a2b_base32():15- b2a_base32():15- a2b_hex() b2a_hex() hexlify() unhexlify() crc_hqx() crc32() a2b_qp() b2a_qp() __file__:-13 Error
  Incomplete BASE64_ALPHABET:15- URLSAFE_BASE64_ALPHABET:15- CRYPT_ALPHABET:15- UU_ALPHABET:15- BINHEX_ALPHABET:15- BASE85_ALPHABET:15-
  ASCII85_ALPHABET:15- Z85_ALPHABET:15- BASE32_ALPHABET:15- BASE32HEX_ALPHABET:15-
`;
