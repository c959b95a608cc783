import { TypeFlag } from '../../heap/heap.ts';
import { TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { cInt, isInt } from '../../objects/arguments.ts';
import { getAttrOrNull } from '../../objects/core/attributes.ts';
import { raise } from '../../objects/core/errors.ts';
import { fullTypeName, typeName } from '../../objects/core/lookup.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { call, type Steps } from '../../objects/core/suspend.ts';
import { answersOf } from '../../versions/answers.ts';

/** Mirrors PyObject_AsFileDescriptor(): 1 an int; 2 what `fileno()` answers; 3 it is not negative. */
export function* fileDescriptor(rt: Runtime, object: Ref): Steps<number> {
  const descriptor = isInt(rt, object) ? yield* cInt(rt, object) : yield* askFileno(rt, object);
  // 3
  if (descriptor < 0) raise(rt, VALUE_ERROR, `file descriptor cannot be a negative integer (${descriptor})`);
  return descriptor;
}

function* askFileno(rt: Runtime, object: Ref): Steps<number> {
  const { heap } = rt;
  // 2
  const method = yield* getAttrOrNull(rt, object, rt.name('fileno'));
  if (method === NULL) raise(rt, TYPE_ERROR, 'argument must be an int, or have a fileno() method.');
  let answer: Ref;
  try {
    answer = yield* call(method, []);
  } finally {
    heap.decref(method);
  }
  try {
    if ((rt.typeOf(answer).flags & TypeFlag.INT_SUBCLASS) === 0 && !isInt(rt, answer)) raise(rt, TYPE_ERROR, notAnInt(rt, object, answer));
    return yield* cInt(rt, answer);
  } finally {
    heap.decref(answer);
  }
}

const notAnInt = (rt: Runtime, object: Ref, answer: Ref): string =>
  answersOf(rt.profile.version).qualifiesTypes ? `${fullTypeName(rt, object)}.fileno() must return an int, not ${typeName(rt, answer)}` : 'fileno() returned a non-integer';
