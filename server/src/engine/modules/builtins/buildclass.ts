import { TypeFlag } from '../../heap/heap.ts';
import { CELL, DICT, RUNTIME_ERROR, TYPE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { cellOf } from '../../objects/cell.ts';
import { getAttrOrNull, setNamespaceItem } from '../../objects/core/attributes.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { copyRefs, itemsOf, newDict, newTuple } from '../../objects/core/make.ts';
import { rawNative } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { calculateMetaclass } from '../../objects/typenew.ts';

/** Bases with `__mro_entries__` replaced; null if there are none such (update_bases). */
function* resolveBases(rt: Runtime, bases: readonly Ref[]): Steps<Ref[] | null> {
  const { heap } = rt;
  let changed = false;
  const original = newTuple(rt, copyRefs(rt, bases));
  const resolved: Ref[] = [];
  try {
    for (const base of bases) {
      const hook = (rt.typeOf(base).flags & TypeFlag.TYPE_SUBCLASS) !== 0 ? NULL : yield* getAttrOrNull(rt, base, rt.name('__mro_entries__'));
      if (hook === NULL) {
        resolved.push(heap.incref(base));
        continue;
      }
      changed = true;
      const entries = yield* entriesOf(rt, hook, original);
      resolved.push(...copyRefs(rt, itemsOf(rt, entries)));
      heap.decref(entries);
    }
  } catch (error) {
    heap.deaths.drop([...resolved, original]);
    throw error;
  }
  if (!changed) {
    for (const ref of resolved) heap.decref(ref);
    heap.decref(original);
    return null;
  }
  return [...resolved, original];
}

/** The tuple that `__mro_entries__` answers, owned; takes over the bound method. */
function* entriesOf(rt: Runtime, hook: Ref, bases: Ref): Steps<Ref> {
  const { heap } = rt;
  try {
    const entries = yield { callable: hook, args: [bases], keywords: NULL };
    if ((rt.typeOf(entries).flags & TypeFlag.TUPLE_SUBCLASS) !== 0) return entries;
    heap.decref(entries);
    raise(rt, TYPE_ERROR, '__mro_entries__ must return a tuple');
  } finally {
    heap.decref(hook);
  }
}

/**
 * Mirrors builtin___build_class__(): 1 bases; 2 metaclass; 3 `__prepare__`; 4 the body; 5 the metaclass is called;
 * 6 the `__class__` cell must hold the result.
 */
function* buildClass(rt: Runtime, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const names = keywords === NULL ? [] : itemsOf(rt, keywords);
  const given = args.length - names.length;
  if (given < 2) raise(rt, TYPE_ERROR, '__build_class__: not enough arguments');
  const [func, name] = args as [Ref, Ref];
  if (typeof heap.payload[name] === 'string') rt.journal?.classStatement(rt.text(name));
  const original = args.slice(2, given);
  // 1
  const resolved = yield* resolveBases(rt, original);
  const originalTuple = resolved === null ? NULL : resolved.pop()!;
  const bases = newTuple(rt, resolved ?? copyRefs(rt, original));
  // 2
  const meta = names.findIndex((keyword) => rt.text(keyword) === 'metaclass');
  const values = args.slice(given).filter((_, i) => i !== meta);
  const keptNames = names.filter((_, i) => i !== meta);
  const kept = keptNames.length === 0 ? NULL : newTuple(rt, copyRefs(rt, keptNames));
  let metaclass: Ref;
  if (meta >= 0) metaclass = args[given + meta]!;
  else metaclass = itemsOf(rt, bases).length === 0 ? TYPE : heap.type[itemsOf(rt, bases)[0]!]!;
  let namespace = NULL;
  try {
    if ((rt.typeOf(metaclass).flags & TypeFlag.TYPE_SUBCLASS) !== 0) metaclass = calculateMetaclass(rt, metaclass, itemsOf(rt, bases));
    // 3
    namespace = yield* prepare(rt, metaclass, [name, bases, ...values], kept);
    // 4
    const cell = yield { callable: func, args: [], keywords: NULL, locals: namespace };
    if (originalTuple !== NULL) {
      const key = rt.name('__orig_bases__');
      if (heap.type[namespace] === DICT) setNamespaceItem(rt, namespace, key, heap.incref(originalTuple));
    }
    // 5
    let made: Ref;
    try {
      made = yield { callable: metaclass, args: [name, bases, namespace, ...values], keywords: kept };
    } catch (error) {
      heap.decref(cell);
      throw error;
    }
    // 6
    checkCell(rt, cell, made, name);
    heap.decref(cell);
    return made;
  } finally {
    heap.xdecref(namespace);
    heap.xdecref(kept);
    heap.decref(bases);
    heap.xdecref(originalTuple);
  }
}

function* prepare(rt: Runtime, metaclass: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  if (metaclass === TYPE) return newDict(rt);
  const hook = yield* getAttrOrNull(rt, metaclass, rt.name('__prepare__'));
  if (hook === NULL) return newDict(rt);
  let namespace: Ref;
  try {
    namespace = yield { callable: hook, args, keywords };
  } finally {
    rt.heap.decref(hook);
  }
  const { slots } = rt.typeOf(namespace);
  if (slots.mp_subscript === undefined) {
    const owner = (rt.typeOf(metaclass).flags & TypeFlag.TYPE_SUBCLASS) !== 0 ? rt.typeObject(metaclass).name : '<metaclass>';
    raise(rt, TYPE_ERROR, `${owner}.__prepare__() must return a mapping, not ${typeName(rt, namespace)}`);
  }
  return namespace;
}

function checkCell(rt: Runtime, cell: Ref, made: Ref, name: Ref): void {
  if (rt.heap.type[cell] !== CELL || (rt.typeOf(made).flags & TypeFlag.TYPE_SUBCLASS) === 0) return;
  const { contents } = cellOf(rt, cell);
  if (contents === made) return;
  const text = rt.text(name);
  if (contents === NULL) raise(rt, RUNTIME_ERROR, `__class__ not set defining '${text}' as <class '${rt.typeObject(made).name}'>. Was __classcell__ propagated to type.__new__?`);
  raise(rt, TYPE_ERROR, `__class__ set to <class '${rt.typeObject(contents).name}'> defining '${text}' as <class '${rt.typeObject(made).name}'>`);
}

export const buildClassFunction = rawNative('__build_class__', (rt, _module, args, keywords) => begin(rt, buildClass(rt, args, keywords)));
