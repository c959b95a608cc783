import type { FileHost, FileProvider, Provided } from '../files/provider.ts';
import { FileSystem } from '../files/filesystem.ts';
import { libraryFolder } from '../library/find.ts';
import { libraryProvider } from '../library/provider.ts';
import { isNativeModule } from '../modules/core/define.ts';
import { extensionModules } from '../versions/extensions.ts';
import { importSystemOf } from '../versions/importsystem.ts';
import { epochAtStart, fileTime } from '../objects/core/clock.ts';
import { filesChanged } from '../objects/core/filewaiting.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { encode } from '../text/codec.ts';

/** Where a program runs whose own path does not say it. */
const defaultFolder = '/home/user/scenario';

/** Names of the providers, as `Backing` has them. */
const scenario = 'scenario';
const standardLibrary = 'library';

/** The files of a machine on which no program has run yet: those of the standard library. */
export function newFiles(rt: Runtime): FileSystem {
  const files = FileSystem.create(fileHost(rt, ''));
  files.mount(libraryFolder(rt.profile.version), { provider: standardLibrary, path: '' });
  return files;
}

/** Goes on from those files, with the folder of the program as the working directory. */
export function openFolder(rt: Runtime, before: FileSystem, script: string): FileSystem {
  const files = before.copy(fileHost(rt, script));
  const folder = script.startsWith('/') ? script.slice(0, script.lastIndexOf('/')) : defaultFolder;
  files.mount(folder === '' ? '/' : folder, { provider: scenario, path: '' });
  files.chdir(folder === '' ? '/' : folder);
  if (!script.startsWith('/')) rt.hiddenFolder = `${folder}/`;
  return files;
}

function libraryFiles(rt: Runtime): FileProvider {
  const { version, versionInfo } = rt.profile;
  const { magic, extensionSuffixes } = importSystemOf(version);
  return libraryProvider(rt.host.library ?? { files: new Map(), leftOut: new Set() }, {
    cacheTag: `cpython-${versionInfo[0]}${versionInfo[1]}`,
    magic,
    time: Number(epochAtStart / 1_000_000_000n),
    extensions: extensionModules(version, isNativeModule).map((name) => `${name}${extensionSuffixes[0]}`),
  });
}

export function fileHost(rt: Runtime, script: string): FileHost {
  return {
    now: () => fileTime(rt),
    output: (descriptor, bytes) => rt.host.write(descriptor === 1 ? 'stdout' : 'stderr', bytes),
    reserve: (bytes) => rt.charge(0, bytes),
    changed: () => filesChanged(rt),
    providers: { [scenario]: scenarioFolder(rt, script), [standardLibrary]: libraryFiles(rt) },
  };
}

/** The folder of the program: its own text, and Python files beside it. */
function scenarioFolder(rt: Runtime, script: string): FileProvider {
  const main = script.slice(script.lastIndexOf('/') + 1);
  const textOf = (path: string): string | null => {
    if (path === main) return rt.host.sourceOf(script);
    return path.endsWith('.py') ? (rt.host.readModule(path.slice(0, -'.py'.length))?.source ?? null) : null;
  };
  const isFolder = (path: string): boolean => {
    const slash = path.lastIndexOf('/');
    return rt.host.listFolder(slash < 0 ? '' : path.slice(0, slash)).includes(`${path.slice(slash + 1)}/`);
  };
  return {
    lookup: (path): Provided | null => {
      const text = textOf(path);
      if (text === null) return isFolder(path) ? { kind: 'directory' } : null;
      const bytes = encode(text, 'utf-8', 'surrogateescape');
      return { kind: 'file', size: bytes.length, read: () => bytes };
    },
    list: (path) => {
      const names = rt.host.listFolder(path).map((name) => name.replace(/\/$/, ''));
      return path !== '' || names.includes(main) ? names : [main, ...names];
    },
  };
}
