/** The names `from __future__ import` knows. */
export const FUTURE_FEATURES: readonly string[] = [
  'nested_scopes', 'generators', 'division', 'absolute_import', 'with_statement', 'print_function',
  'unicode_literals', 'barry_as_FLUFL', 'generator_stop', 'annotations',
];
