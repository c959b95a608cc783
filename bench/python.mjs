/** The real interpreter to compare with. */
import { spawnSync } from 'node:child_process';

/** What each run of it gets: nothing of the user's environment. */
const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' };

/** The first interpreter that answers; null if none does. */
export function findPython() {
  const given = process.env.EXIT_LENS_PYTHON;
  for (const command of given === undefined ? ['python3.11', 'python3'] : [given]) {
    const { status, stdout } = spawnSync(command, ['-c', 'import sys; print(sys.version.split()[0], sys.executable)'], { encoding: 'utf8' });
    if (status !== 0) continue;
    const [version, executable] = stdout.trim().split(' ');
    return { version, executable };
  }
  return null;
}

/** Runs a Python file with arguments and answers what it printed. */
export function runPython(python, args) {
  const { status, stdout, stderr } = spawnSync(python.executable, args, { encoding: 'utf8', env: environment, maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`${python.executable} ${args.join(' ')}: ${stderr}`);
  return stdout;
}
