export const srePrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ compile() template():12- getcodesize() ascii_iscased() unicode_iscased() ascii_tolower()
  unicode_tolower() MAGIC CODESIZE MAXREPEAT MAXGROUPS copyright
`;
