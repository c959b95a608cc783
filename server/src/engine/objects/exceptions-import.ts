import { EXCEPTION, IMPORT_CYCLE_ERROR, IMPORT_ERROR, MODULE_NOT_FOUND_ERROR, STR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { ExceptionField, exceptionOf, type ExceptionObject } from './core/errors.ts';
import { itemsOf, newTuple, tableOf, tupleOf } from './core/make.ts';
import { native } from './core/native.ts';
import { repr } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { defineException, errorsProfile, exceptionRepr, exceptionStr, fieldOf, memberField, setField } from './exceptions-base.ts';
import { initWithKeywords, stateWith } from './exceptions-names.ts';

/** Index of `name_from` among the fields. */
export const NAME_FROM = 3;

function setMessage(rt: Runtime, exception: ExceptionObject): void {
  const args = itemsOf(rt, exception.args);
  setField(rt, exception, ExceptionField.IMPORT_MESSAGE, args.length === 1 ? rt.heap.incref(args[0]!) : NULL);
}

/** Mirrors ImportError_init(). */
function init(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Ref {
  const members = errorsProfile(rt).absentMembers.has('ImportError.name_from') ? ['name', 'path'] : ['name', 'path', 'name_from'];
  initWithKeywords(rt, 'ImportError', members, ExceptionField.IMPORT_NAME, self, args, keywords);
  setMessage(rt, exceptionOf(rt, self));
  return NULL;
}

/** Mirrors ImportError_repr() of 3.15. */
function* importErrorRepr(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const base = yield* exceptionRepr(rt, self);
  if (!errorsProfile(rt).importErrorReprShowsName) return base;
  let text = rt.text(base).slice(0, -1);
  heap.decref(base);
  for (const [name, index] of [['name', ExceptionField.IMPORT_NAME], ['path', ExceptionField.IMPORT_PATH]] as const) {
    const value = fieldOf(rt, self, index);
    if (value === NULL) continue;
    const shown = yield* settle(rt, repr(rt, value));
    text += `${text.endsWith('(') ? '' : ', '}${name}=${rt.text(shown)}`;
    heap.decref(shown);
  }
  return rt.newStr(`${text})`);
}

/** Mirrors ImportError_reduce(). */
function reduce(rt: Runtime, self: Ref): Ref {
  const state = stateWith(rt, self, [
    ['name', fieldOf(rt, self, ExceptionField.IMPORT_NAME)],
    ['path', fieldOf(rt, self, ExceptionField.IMPORT_PATH)],
    ['name_from', fieldOf(rt, self, NAME_FROM)],
  ]);
  const { heap } = rt;
  const type = heap.type[self]!;
  const { args } = exceptionOf(rt, self);
  const hasDict = (heap.attributes[self]?.[0] ?? NULL) !== NULL;
  if (hasDict || tableOf(rt, state).used !== 0) return newTuple(rt, [heap.incref(type), heap.incref(args), state]);
  heap.decref(state);
  return tupleOf(rt, type, args);
}

defineException({
  handle: IMPORT_ERROR,
  name: 'ImportError',
  base: EXCEPTION,
  addsLayout: true,
  fields: setMessage,
  slots: {
    tp_init: init,
    tp_repr: (rt, self) => begin(rt, importErrorRepr(rt, self)),
    tp_str: (rt, self) => {
      const message = fieldOf(rt, self, ExceptionField.IMPORT_MESSAGE);
      return message !== NULL && rt.heap.type[message] === STR ? rt.heap.incref(message) : exceptionStr(rt, self);
    },
  },
  methods: [native('__reduce__', '', reduce)],
  attributes: [
    memberField('msg', ExceptionField.IMPORT_MESSAGE),
    memberField('name', ExceptionField.IMPORT_NAME),
    memberField('path', ExceptionField.IMPORT_PATH),
    memberField('name_from', NAME_FROM),
  ],
});

defineException({ handle: MODULE_NOT_FOUND_ERROR, name: 'ModuleNotFoundError', base: IMPORT_ERROR, fields: setMessage });
defineException({ handle: IMPORT_CYCLE_ERROR, name: 'ImportCycleError', base: IMPORT_ERROR, fields: setMessage });
