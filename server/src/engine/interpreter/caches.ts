import { TypeFlag } from '../heap/heap.ts';
import { DICT, FUNCTION, OBJECT } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { getNamespaceItem } from '../objects/core/attributes.ts';
import { raiseNameError } from '../objects/core/errors.ts';
import { lookup } from '../objects/core/lookup.ts';
import { tableOf } from '../objects/core/make.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { BuiltinFunction, MethodDescriptor } from '../objects/descriptors.ts';
import type { Frame } from '../objects/frame.ts';
import { isLazyImport } from '../objects/lazyimport.ts';

/*
 * What the loop's inline caches hold: found here when an instruction is first executed, or when what it found before
 * may have changed.
 */

/**
 * The value of LOAD_GLOBAL's name, borrowed, with the place where it was found left in the cache: under the globals'
 * version an index into them, or the complement of one into the builtins, good under `builtinsVersion`. NULL where code
 * has to run: the globals are no plain dict, or have a lazy import there.
 */
export function loadGlobal(rt: Runtime, frame: Frame, name: Ref, pc: number): Ref {
  const { code } = frame;
  if (rt.heap.type[frame.globals] !== DICT) return NULL;
  const globals = tableOf(rt, frame.globals);
  const own = globals.findStr(rt, name);
  if (own >= 0) {
    if (isLazyImport(rt, globals.values[own]!)) return NULL;
    code.cacheKeys[pc] = globals.version;
    code.cacheValues[pc] = own;
    return globals.values[own]!;
  }
  const builtins = tableOf(rt, frame.builtins);
  const at = builtins.findStr(rt, name);
  if (at < 0) return loadBuiltin(rt, frame, name);
  if (code.builtinsVersion !== builtins.version) {
    code.cacheKeys.fill(0);
    code.builtinsVersion = builtins.version;
  }
  code.cacheKeys[pc] = globals.version;
  code.cacheValues[pc] = ~at;
  return builtins.values[at]!;
}

/** The value of a built-in name, borrowed. */
export function loadBuiltin(rt: Runtime, frame: Frame, name: Ref): Ref {
  const value = getNamespaceItem(rt, frame.builtins, name);
  if (value === NULL) raiseNameError(rt, name, `name '${rt.text(name)}' is not defined`);
  return value;
}

/** The `__init__` of a class that makes its instances as object does and initialises them in Python; else NULL. */
export function plainInit(rt: Runtime, type: Ref): Ref {
  const { slots, flags } = rt.typeObject(type);
  const init = lookup(rt, type, rt.name('__init__'));
  const isPlain = slots.tp_new === rt.typeObject(OBJECT).slots.tp_new && (flags & (TypeFlag.ABSTRACT | TypeFlag.DISALLOW_INSTANTIATION)) === 0;
  return isPlain && init !== NULL && rt.heap.type[init] === FUNCTION ? init : NULL;
}

/** Whether CPython's specialized instruction for this call does not look whether it is interrupted. */
export function specializesCall(rt: Runtime, callable: Ref): boolean {
  const payload = rt.heap.payload[callable];
  if (payload instanceof MethodDescriptor) return payload.qualified === 'list.append';
  return payload instanceof BuiltinFunction && (payload.qualified === 'len' || payload.qualified === 'isinstance');
}
