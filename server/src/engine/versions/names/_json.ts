export const jsonPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ encode_basestring_ascii() encode_basestring() scanstring() __file__:-13 make_scanner make_encoder
`;
