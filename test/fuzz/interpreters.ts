import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PythonVersion } from '../../server/src/engine/journal/record.ts';

/** The interpreters of these versions: those in `folder` (`folder/3.13/bin/python3`), or else the ones on the path. */
export function findPythons(versions: readonly PythonVersion[], folder: string | undefined): Map<PythonVersion, string> {
  const found = new Map<PythonVersion, string>();
  for (const version of versions) {
    const path = folder === undefined ? onPath(version) : join(folder, version, 'bin/python3');
    if (path !== null && existsSync(path)) found.set(version, path);
  }
  return found;
}

/** Asks the interpreter for its own path, which is no launcher's. */
function onPath(version: PythonVersion): string | null {
  const { status, stdout } = spawnSync(`python${version}`, ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}
