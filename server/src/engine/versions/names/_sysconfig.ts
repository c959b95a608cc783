export const sysconfigPrivateNames = `
  __name__:13- __doc__:13- __package__:13- __loader__:13- __spec__:13- config_vars():13-
`;
