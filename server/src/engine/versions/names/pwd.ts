export const pwdNames = `
  __name__ __doc__ __package__ __loader__ __spec__ getpwuid() getpwnam() getpwall() struct_passwd
`;
