import type { Ref } from '../heap/ref.ts';
import { moduleFile, type ModuleFile } from '../library/find.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import type { Steps } from '../objects/core/suspend.ts';
import { importSystemOf } from '../versions/importsystem.ts';
import { loadCode } from './loadcode.ts';

/** A module whose code comes with the interpreter. */
export interface FrozenModule extends ModuleFile {
  /** The name under which it was frozen. */
  readonly origin: string;
}

/** Mirrors find_frozen(). */
export function frozenModule(rt: Runtime, name: string): FrozenModule | null {
  const origin = importSystemOf(rt.profile.version).frozen.get(name);
  const found = origin === undefined ? null : moduleFile(rt.host.library, origin);
  return found === null ? null : { ...found, origin: origin! };
}

/** Mirrors unmarshal_frozen_code(): its code object, owned. */
export const loadFrozen = (rt: Runtime, { file, origin }: FrozenModule): Steps<Ref> => loadCode(rt, file.code(), `<frozen ${origin}>`);
