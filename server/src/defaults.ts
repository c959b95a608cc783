/** Choices that the command line and the editor share. */
import type { PythonVersion } from './engine/journal/record.ts';

export const pythonVersions: readonly PythonVersion[] = ['3.11', '3.12', '3.13', '3.14', '3.15'];

/** The newest version whose agreement with the real interpreter is proven. */
export const defaultVersion: PythonVersion = '3.13';

/** Enough for any scenario a person writes, and about a second of an endless loop. */
export const defaultStepLimit = 10_000_000;

/** Modelled bytes that an analysed program may hold at once. */
export const defaultMemoryLimit = 512 * 2 ** 20;

export function isPythonVersion(text: unknown): text is PythonVersion {
  return pythonVersions.some((version) => version === text);
}
