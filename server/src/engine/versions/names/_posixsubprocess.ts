export const posixsubprocessPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ fork_exec() __file__:-13
`;
