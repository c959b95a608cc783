import type { FileHost, FileProvider, Provided } from '../files/provider.ts';
import { FileSystem } from '../files/filesystem.ts';
import { fileTime } from '../modules/time/clock.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { encode } from '../text/codec.ts';

/** Where a program runs whose own path does not say it. */
const defaultFolder = '/home/user/scenario';

/** Names of the providers, as `Backing` has them. */
const scenario = 'scenario';

/** The files of a run: an empty machine, and the folder of the program as its working directory. */
export function newFiles(rt: Runtime, script: string): FileSystem {
  const files = FileSystem.create(fileHost(rt, script));
  const folder = script.startsWith('/') ? script.slice(0, script.lastIndexOf('/')) : defaultFolder;
  files.mount(folder === '' ? '/' : folder, { provider: scenario, path: '' });
  files.chdir(folder === '' ? '/' : folder);
  return files;
}

export function fileHost(rt: Runtime, script: string): FileHost {
  return {
    now: () => fileTime(rt),
    output: (descriptor, bytes) => rt.host.write(descriptor === 1 ? 'stdout' : 'stderr', bytes),
    reserve: (bytes) => rt.charge(0, bytes),
    providers: { [scenario]: scenarioFolder(rt, script) },
  };
}

/** The program's own text and the modules beside it, which the host knows by name: they are found, and are not listed before. */
function scenarioFolder(rt: Runtime, script: string): FileProvider {
  const main = script.slice(script.lastIndexOf('/') + 1);
  const textOf = (path: string): string | null => {
    if (path === main) return rt.host.sourceOf(script);
    const module = /^([^/]+)\.py$/.exec(path);
    return module === null ? null : (rt.host.readModule(module[1]!)?.source ?? null);
  };
  return {
    lookup: (path): Provided | null => {
      const text = textOf(path);
      if (text === null) return null;
      const bytes = encode(text, 'utf-8', 'surrogateescape');
      return { kind: 'file', size: bytes.length, read: () => bytes };
    },
    list: (path) => (path === '' ? [main] : []),
  };
}
