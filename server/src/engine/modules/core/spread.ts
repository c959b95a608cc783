import { TypeFlag } from '../../heap/heap.ts';
import { TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { raise } from '../../objects/core/errors.ts';
import { newTuple, tableOf } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';

/** Calls with positional arguments and a dict of keywords, NULL for none; all stay the caller's (PyObject_Call). */
export function* callWithDict(rt: Runtime, callable: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const values = args.slice();
  const names: Ref[] = [];
  if (keywords !== NULL) {
    const table = tableOf(rt, keywords);
    for (let i = 0; i < table.keys.length; i++) {
      const key = table.keys[i]!;
      if (key === NULL) continue;
      if ((rt.typeOf(key).flags & TypeFlag.STR_SUBCLASS) === 0) raise(rt, TYPE_ERROR, 'keywords must be strings');
      names.push(key);
      values.push(table.values[i]!);
    }
  }
  for (const value of values) heap.incref(value);
  for (const name of names) heap.incref(name);
  const nameTuple = names.length === 0 ? NULL : newTuple(rt, names);
  try {
    return yield { callable, args: values, keywords: nameTuple };
  } finally {
    heap.xdecref(nameTuple);
    heap.deaths.drop(values);
  }
}
