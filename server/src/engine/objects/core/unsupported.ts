import { rawNative, type NativeFunction } from './native.ts';
import { RunStopped } from './runtime.ts';

/** Ends the run: the program reached something that is not modelled. */
export function unsupported(what: string): never {
  throw new RunStopped({ unsupported: what });
}

/** A function that is there and ends the run when it is called. */
export const refusing = (module: string, name: string): NativeFunction => rawNative(name, () => unsupported(`${module}.${name}`));
