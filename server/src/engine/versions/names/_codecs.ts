export const codecsPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ register() unregister() lookup() encode() decode() escape_encode() escape_decode() utf_8_encode()
  utf_8_decode() utf_7_encode() utf_7_decode() utf_16_encode() utf_16_le_encode() utf_16_be_encode() utf_16_decode() utf_16_le_decode()
  utf_16_be_decode() utf_16_ex_decode() utf_32_encode() utf_32_le_encode() utf_32_be_encode() utf_32_decode() utf_32_le_decode() utf_32_be_decode()
  utf_32_ex_decode() unicode_escape_encode() unicode_escape_decode() raw_unicode_escape_encode() raw_unicode_escape_decode() latin_1_encode()
  latin_1_decode() ascii_encode() ascii_decode() charmap_encode() charmap_decode() charmap_build() readbuffer_encode() register_error()
  _unregister_error():14- lookup_error() _normalize_encoding():15-
`;
