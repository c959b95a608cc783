import type { PythonVersion } from '../journal/record.ts';

/** The numbers by which `token` knows kinds of tokens, where versions differ. */
export interface TokenNumbers {
  readonly comment: number;
  readonly nl: number;
}

const numbers: Readonly<Record<PythonVersion, TokenNumbers>> = {
  '3.11': { comment: 61, nl: 62 },
  '3.12': { comment: 64, nl: 65 },
  '3.13': { comment: 62, nl: 63 },
  '3.14': { comment: 65, nl: 66 },
  '3.15': { comment: 65, nl: 66 },
};

export const tokenNumbers = (version: PythonVersion): TokenNumbers => numbers[version];
