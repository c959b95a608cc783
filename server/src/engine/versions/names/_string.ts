export const stringPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ formatter_field_name_split() formatter_parser()
`;
