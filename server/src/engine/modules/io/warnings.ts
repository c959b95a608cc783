import { NONE, RESOURCE_WARNING, RUNTIME_WARNING, WARNING } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { getNamespaceItem } from '../../objects/core/attributes.ts';
import { caught, matches, rethrow } from '../../objects/core/errors.ts';
import { repr } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { doMethod } from './calls.ts';

/** A module that is imported, borrowed, or NULL. */
function loaded(rt: Runtime, name: string): Ref {
  const module = rt.modules === NULL ? NULL : getNamespaceItem(rt, rt.modules, rt.name(name));
  return module === NONE ? NULL : module;
}

/**
 * Mirrors PyErr_ResourceWarning() for a file that nobody closed: 1 as long as nobody can have changed the filters, it is
 * ignored; 2 a warning that is an error is written, not raised. `source` is the layer that was not closed, `file` the one below all.
 */
export function* warnUnclosed(rt: Runtime, file: Ref, source: Ref): Steps<void> {
  const { heap } = rt;
  // 1
  const warnings = loaded(rt, '_warnings');
  if (warnings === NULL || loaded(rt, 'warnings') === NULL) return;
  const shown = yield* settle(rt, repr(rt, source));
  const message = rt.newStr(`unclosed file ${rt.text(shown)}`);
  heap.decref(shown);
  try {
    yield* doMethod(rt, warnings, 'warn', message, RESOURCE_WARNING, rt.newInt(1), source);
  } catch (error) {
    // 2
    const exception = caught(rt, error);
    if (!matches(rt, exception, WARNING)) rethrow(rt, exception);
    yield* rt.hooks.unraisable(rt, 'file', file, exception);
  } finally {
    heap.decref(message);
  }
}

/** A buffer of one line is none for bytes. */
export function* warnLineBuffering(rt: Runtime): Steps<void> {
  const warnings = loaded(rt, '_warnings');
  if (warnings === NULL) unsupported('the warning about line buffering in binary mode');
  const message = rt.newStr("line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used");
  try {
    yield* doMethod(rt, warnings, 'warn', message, RUNTIME_WARNING, rt.newInt(1));
  } finally {
    rt.heap.decref(message);
  }
}
