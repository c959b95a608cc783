import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PythonVersion } from '../../server/src/engine/journal/record.ts';

/**
 * The interpreters of these versions: those in `folder` (`folder/3.13/bin/python3`), or else clean virtual environments,
 * made in `scratch`, of the ones on the path: what else is installed beside an interpreter moves its collections.
 */
export function findPythons(versions: readonly PythonVersion[], folder: string | undefined, scratch: string): Map<PythonVersion, string> {
  const found = new Map<PythonVersion, string>();
  for (const version of versions) {
    const path = join(folder ?? scratch, version, 'bin/python3');
    if (folder === undefined) spawnSync(`python${version}`, ['-m', 'venv', '--without-pip', join(scratch, version)]);
    if (existsSync(path)) found.set(version, path);
  }
  return found;
}
