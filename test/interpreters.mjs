// The real interpreters of this machine: those below $EXIT_LENS_PYTHONS (by default /tmp/pythons), else those on the path.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const VERSIONS = ['3.11', '3.12', '3.13', '3.14', '3.15'];

/** The command of an interpreter of that version; null where there is none. */
export function findInterpreter(version) {
  const installed = join(process.env.EXIT_LENS_PYTHONS ?? '/tmp/pythons', version, 'bin/python3');
  if (existsSync(installed)) return installed;
  const named = `python${version}`;
  const { status } = spawnSync(named, ['-c', ''], { stdio: 'ignore' });
  return status === 0 ? named : null;
}

/** All that are found. */
export const findInterpreters = () => VERSIONS.map(findInterpreter).filter((command) => command !== null);
