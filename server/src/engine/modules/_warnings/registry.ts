import { INT, TRUE } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { tupleOf } from '../../objects/core/make.ts';
import { setItem, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { clearDict } from '../../objects/dict.ts';
import { dictGet, dictSet } from '../../objects/dictsearch.ts';
import { warningsState } from './state.ts';

/** Mirrors already_warned(): a registry of older filters is emptied first. */
export function* alreadyWarned(rt: Runtime, registry: Ref, key: Ref, remember: boolean): Steps<boolean> {
  const { heap } = rt;
  const { version } = warningsState(rt);
  const name = rt.name('version');
  const known = yield* settle(rt, dictGet(rt, registry, name));
  const isCurrent = known !== NULL && heap.type[known] === INT && Number(heap.payload[known]) === version;
  heap.xdecref(known);
  if (!isCurrent) {
    clearDict(rt, registry);
    const number = rt.newInt(version);
    yield* settle(rt, dictSet(rt, registry, name, number));
    heap.decref(number);
  } else {
    const entry = yield* settle(rt, dictGet(rt, registry, key));
    if (entry !== NULL) {
      try {
        if (yield* truth(rt, entry)) return true;
      } finally {
        heap.decref(entry);
      }
    }
  }
  if (remember) yield* settle(rt, setItem(rt, registry, key, TRUE));
  return false;
}

/** Mirrors update_registry(): whether the text and category were there, which they are then. */
export function* updateRegistry(rt: Runtime, registry: Ref, text: Ref, category: Ref): Steps<boolean> {
  const key = tupleOf(rt, text, category);
  try {
    return yield* alreadyWarned(rt, registry, key, true);
  } finally {
    rt.heap.decref(key);
  }
}
