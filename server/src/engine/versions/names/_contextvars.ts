export const contextvarsPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ copy_context() __file__:-13 Context ContextVar Token
`;
