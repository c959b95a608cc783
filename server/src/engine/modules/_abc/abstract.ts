import { TypeFlag } from '../../heap/heap.ts';
import { FROZENSET, INT, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isAbstract } from '../../objects/abstract.ts';
import { getAttr, getAttrOrNull, getNamespaceItem, removeNamespaceItem, setAttr } from '../../objects/core/attributes.ts';
import { callMethod } from '../../objects/core/callmethod.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { itemsOf } from '../../objects/core/make.ts';
import { collect, iter, next } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { TypeObject } from '../../objects/core/typeobject.ts';
import { addKey } from '../../objects/setops.ts';
import { SetTable } from '../../objects/settable.ts';

const collectionFlags = TypeFlag.SEQUENCE | TypeFlag.MAPPING;
/** Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING as `__abc_tpflags__` gives them. */
const cSequence = 1 << 5;
const cMapping = 1 << 6;

/** Mirrors compute_abstract_methods(): 1 abstract methods of the class body; 2 inherited ones that are still abstract. */
export function* computeAbstractMethods(rt: Runtime, self: Ref): Steps<void> {
  const { heap } = rt;
  const abstracts = newInstance(rt, FROZENSET, new SetTable());
  try {
    // 1
    for (const item of yield* namespaceItems(rt, self)) {
      const [key, value] = itemsOf(rt, item);
      try {
        if (yield* isAbstract(rt, value!)) yield* addKey(rt, abstracts, key!);
      } finally {
        heap.decref(item);
      }
    }
    // 2
    const bases = yield* settle(rt, getAttr(rt, self, rt.name('__bases__')));
    try {
      if ((rt.typeOf(bases).flags & TypeFlag.TUPLE_SUBCLASS) === 0) raise(rt, TYPE_ERROR, '__bases__ is not tuple');
      for (const base of itemsOf(rt, bases)) yield* inheritAbstract(rt, self, base, abstracts);
    } finally {
      heap.decref(bases);
    }
    yield* settle(rt, setAttr(rt, self, rt.name('__abstractmethods__'), abstracts));
  } finally {
    heap.decref(abstracts);
  }
}

/** The items of a class's namespace as pairs, owned: a method that says whether it is abstract may change the class. */
function* namespaceItems(rt: Runtime, self: Ref): Steps<Ref[]> {
  const namespace = yield* settle(rt, getAttr(rt, self, rt.name('__dict__')));
  try {
    const items = yield* callMethod(rt, namespace, 'items');
    try {
      return yield* collect(rt, items);
    } finally {
      rt.heap.decref(items);
    }
  } finally {
    rt.heap.decref(namespace);
  }
}

function* inheritAbstract(rt: Runtime, self: Ref, base: Ref, abstracts: Ref): Steps<void> {
  const { heap } = rt;
  const inherited = yield* getAttrOrNull(rt, base, rt.name('__abstractmethods__'));
  if (inherited === NULL) return;
  let iterator: Ref;
  try {
    iterator = yield* settle(rt, iter(rt, inherited));
  } finally {
    heap.decref(inherited);
  }
  try {
    for (;;) {
      const key = yield* settle(rt, next(rt, iterator));
      if (key === NULL) return;
      try {
        const value = yield* getAttrOrNull(rt, self, rt.name(rt.text(key)));
        if (value === NULL) continue;
        try {
          if (yield* isAbstract(rt, value)) yield* addKey(rt, abstracts, key);
        } finally {
          heap.decref(value);
        }
      } finally {
        heap.decref(key);
      }
    }
  } finally {
    heap.decref(iterator);
  }
}

/** `__abc_tpflags__` of the class body says that instances match sequence or mapping patterns; the name goes. */
export function takeCollectionFlags(rt: Runtime, self: Ref): void {
  const type = rt.heap.payload[self];
  if (!(type instanceof TypeObject)) return;
  const name = rt.name('__abc_tpflags__');
  const flags = getNamespaceItem(rt, type.dict, name);
  if (flags === NULL || rt.heap.type[flags] !== INT) return;
  const value = Number(rt.heap.payload[flags] as number | bigint);
  if ((value & cSequence) !== 0 && (value & cMapping) !== 0) {
    raise(rt, TYPE_ERROR, '__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING');
  }
  type.flags |= ((value & cSequence) !== 0 ? TypeFlag.SEQUENCE : 0) | ((value & cMapping) !== 0 ? TypeFlag.MAPPING : 0);
  removeNamespaceItem(rt, type.dict, name);
}

/** A registered class and those below it match the patterns that the abstract class matches (set_collection_flag_recursive). */
export function spreadCollectionFlag(rt: Runtime, self: Ref, subclass: Ref): void {
  const type = rt.heap.payload[self];
  const flag = type instanceof TypeObject ? type.flags & collectionFlags : 0;
  if (flag !== 0) spread(rt.typeObject(subclass), flag, rt);
}

function spread(type: TypeObject, flag: number, rt: Runtime): void {
  if ((type.flags & TypeFlag.IMMUTABLE) !== 0 || (type.flags & collectionFlags) === flag) return;
  type.flags = (type.flags & ~collectionFlags) | flag;
  for (const below of type.subclasses) spread(rt.typeObject(below), flag, rt);
}
