import tseslint from 'typescript-eslint';

/** Enumerations other than constant ones leave code behind at run time, and cannot be erased. */
const noEnum = {
  selector: 'TSEnumDeclaration[const=false]',
  message: 'Use a union of literals, or a const enum where the engine asks for one.',
};

export default tseslint.config(
  { ignores: ['**/node_modules', '**/dist', '.editors', 'test-results', '**/*.mjs', '**/*.mts', '**/*.cjs'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'eqeqeq': 'error',
      'no-restricted-syntax': ['error', noEnum],
      'no-var': 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
    },
  },
  {
    files: ['server/src/engine/**/*.ts'],
    rules: {
      // Masks and their members share values in the engine's constant enumerations.
      '@typescript-eslint/no-duplicate-enum-values': 'off',
    },
  },
  {
    files: ['server/src/engine/syntax/**/*.ts'],
    rules: {
      // A parser looks for a few of a hundred kinds of token.
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
    },
  },
);
