export const atexitNames = `
  __name__ __doc__ __package__ __loader__ __spec__ register() _clear() unregister() _run_exitfuncs() _ncallbacks()
`;
