import { BASE_EXCEPTION, EXCEPTION, KEY_ERROR, LOOKUP_ERROR, NONE, STOP_ITERATION, SYSTEM_EXIT } from '../heap/known.ts';
import { type Ref } from '../heap/ref.ts';
import { exceptionOf, type ExceptionObject } from './core/errors.ts';
import { itemsOf } from './core/make.ts';
import { repr } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { defineException, exceptionStr, initFrom, memberField, setField } from './exceptions-base.ts';

/** Mirrors StopIteration_init(). */
function setValue(rt: Runtime, exception: ExceptionObject): void {
  const [value = NONE] = itemsOf(rt, exception.args);
  setField(rt, exception, 0, rt.heap.incref(value));
}

defineException({
  handle: STOP_ITERATION,
  name: 'StopIteration',
  base: EXCEPTION,
  addsLayout: true,
  fields: setValue,
  slots: { tp_init: initFrom(setValue) },
  attributes: [memberField('value', 0)],
});

/** Mirrors SystemExit_init(): no argument, the argument, or all of them. */
function setCode(rt: Runtime, exception: ExceptionObject): void {
  const args = itemsOf(rt, exception.args);
  if (args.length === 0) return;
  const code: Ref = args.length === 1 ? args[0]! : exception.args;
  setField(rt, exception, 0, rt.heap.incref(code));
}

defineException({
  handle: SYSTEM_EXIT,
  name: 'SystemExit',
  base: BASE_EXCEPTION,
  addsLayout: true,
  fields: setCode,
  slots: { tp_init: initFrom(setCode) },
  attributes: [memberField('code', 0)],
});

defineException({
  handle: KEY_ERROR,
  name: 'KeyError',
  base: LOOKUP_ERROR,
  slots: {
    // A lone key is shown by its repr: an empty str would be no message at all.
    tp_str: (rt, self) => {
      const args = itemsOf(rt, exceptionOf(rt, self).args);
      return args.length === 1 ? repr(rt, args[0]!) : exceptionStr(rt, self);
    },
  },
});
