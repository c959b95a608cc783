export const structPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ _clearcache() calcsize() iter_unpack() pack() pack_into() unpack() unpack_from() __file__:-13
  Struct error
`;
