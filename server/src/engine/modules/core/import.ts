import { NULL, type Ref } from '../../heap/ref.ts';
import { getAttr } from '../../objects/core/attributes.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { importName } from '../../interpreter/imports.ts';

/** `module.name`, the module imported first if need be. A new reference. */
export function* importedAttribute(rt: Runtime, module: string, name: string): Steps<Ref> {
  const imported = yield* importName(rt, rt.builtinsDict, module, NULL, 0);
  try {
    return yield* settle(rt, getAttr(rt, imported, rt.name(name)));
  } finally {
    rt.heap.decref(imported);
  }
}
