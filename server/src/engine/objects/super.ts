import { TypeFlag } from '../heap/heap.ts';
import { CELL, NONE, RUNTIME_ERROR, SUPER, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { LocalKind } from '../compiler/code.ts';
import { genericGetAttr, getAttrOrNull, getNamespaceItem } from './core/attributes.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { isSubtype, typeName } from './core/lookup.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin, type Steps } from './core/suspend.ts';
import { cellOf } from './cell.ts';
import { localAt, pythonFrame } from './frame.ts';

/** Payload of a super object; owned, NULL where unbound. */
class SuperObject {
  type = NULL;
  object = NULL;
  objectType = NULL;
}

const superOf = (rt: Runtime, self: Ref): SuperObject => rt.heap.payload[self] as SuperObject;

/** What an object is, in the words of the error. */
const described = (rt: Runtime, object: Ref): string =>
  (rt.typeOf(object).flags & TypeFlag.TYPE_SUBCLASS) !== 0 ? `type ${rt.typeObject(object).name}` : `instance of ${typeName(rt, object)}`;

/** The type whose MRO is searched, owned: that of the object, or the object if it is a class; NULL if neither will do. */
function superCheckNow(rt: Runtime, type: Ref, object: Ref): Ref {
  const own = rt.heap.type[object]!;
  if ((rt.typeObject(own).flags & TypeFlag.TYPE_SUBCLASS) !== 0 && isSubtype(rt, object, type)) return rt.heap.incref(object);
  return isSubtype(rt, own, type) ? rt.heap.incref(own) : NULL;
}

/** The same where the object may claim to be of another class (supercheck). */
function* superCheck(rt: Runtime, type: Ref, object: Ref): Steps<Ref> {
  const found = superCheckNow(rt, type, object);
  if (found !== NULL) return found;
  const own = rt.heap.type[object]!;
  const claimed = yield* getAttrOrNull(rt, object, rt.name('__class__'));
  if (claimed !== NULL) {
    if (claimed !== own && (rt.typeOf(claimed).flags & TypeFlag.TYPE_SUBCLASS) !== 0 && isSubtype(rt, claimed, type)) return claimed;
    rt.heap.decref(claimed);
  }
  return raise(rt, TYPE_ERROR, rt.profile.words.superMismatch(rt.typeObject(type).name, described(rt, object)));
}

/** The class and first argument of the calling method, for `super()` (super_init_without_args). Borrowed. */
function implicitArguments(rt: Runtime): readonly [Ref, Ref] {
  const frame = pythonFrame(rt.activation);
  if (frame === null) raise(rt, RUNTIME_ERROR, 'super(): no current frame');
  const { data, localNames } = frame.code;
  if (data.argcount === 0) raise(rt, RUNTIME_ERROR, 'super(): no arguments');
  let object = localAt(rt, frame, 0);
  if (object !== NULL && (data.localspluskinds[0]! & LocalKind.CELL) !== 0 && rt.heap.type[object] === CELL) object = cellOf(rt, object).contents;
  if (object === NULL) raise(rt, RUNTIME_ERROR, 'super(): arg[0] deleted');
  const at = localNames.findIndex((name, i) => (data.localspluskinds[i]! & LocalKind.FREE) !== 0 && rt.text(name) === '__class__');
  if (at < 0) raise(rt, RUNTIME_ERROR, 'super(): __class__ cell not found');
  const cell = localAt(rt, frame, at);
  if (cell === NULL || rt.heap.type[cell] !== CELL) raise(rt, RUNTIME_ERROR, 'super(): bad __class__ cell');
  const type = cellOf(rt, cell).contents;
  if (type === NULL) raise(rt, RUNTIME_ERROR, 'super(): empty __class__ cell');
  return [type, object];
}

function initialize(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  if (args.length === 0) {
    const [type, object] = implicitArguments(rt);
    const objectType = superCheckNow(rt, type, object);
    if (objectType !== NULL) return fillSuper(rt, self, type, object, objectType);
  }
  return begin(rt, initializeSteps(rt, self, args, keywords));
}

function fillSuper(rt: Runtime, self: Ref, type: Ref, object: Ref, objectType: Ref): Ref {
  const target = superOf(rt, self);
  target.type = rt.heap.incref(type);
  target.object = object === NULL ? NULL : rt.heap.incref(object);
  target.objectType = objectType;
  return NULL;
}

function* initializeSteps(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  // Only this message of a type's counting of arguments has parentheses.
  if (keywords === NULL && args.length > 2) raise(rt, TYPE_ERROR, `super() expected at most 2 arguments, got ${args.length}`);
  const [givenType, givenObject] = bind(rt, 'super', 'type=, object=, /', args, keywords);
  const implicit = args.length === 0 ? implicitArguments(rt) : null;
  const type = implicit?.[0] ?? givenType!;
  const object = implicit?.[1] ?? (givenObject === NONE ? NULL : (givenObject ?? NULL));
  if ((rt.typeOf(type).flags & TypeFlag.TYPE_SUBCLASS) === 0) raise(rt, TYPE_ERROR, `super() argument 1 must be a type, not ${typeName(rt, type)}`);
  return fillSuper(rt, self, type, object, object === NULL ? NULL : yield* superCheck(rt, type, object));
}

/** Mirrors super_getattro(): `__class__` and whatever is not found are super's own. */
function superGetAttr(rt: Runtime, self: Ref, name: Ref): Eventual {
  const { type, object, objectType } = superOf(rt, self);
  if (objectType === NULL || rt.text(name) === '__class__') return genericGetAttr(rt, self, name);
  const order = rt.typeObject(objectType).linearization;
  for (let i = order.indexOf(type) + 1; i < order.length; i++) {
    const { dict } = rt.typeObject(order[i]!);
    const found = dict === NULL ? NULL : getNamespaceItem(rt, dict, name);
    if (found === NULL) continue;
    const get = rt.typeOf(found).slots.tp_descr_get;
    if (get === undefined) return rt.heap.incref(found);
    return get(rt, found, object === objectType ? NULL : object, objectType);
  }
  return genericGetAttr(rt, self, name);
}

defineType({
  handle: SUPER,
  name: 'super',
  flags: TypeFlag.GC | TypeFlag.BASETYPE | TypeFlag.IMMUTABLE,
  layout: {
    traverse: (payload, visit) => {
      const { type, object, objectType } = payload as SuperObject;
      for (const ref of [object, type, objectType]) if (ref !== NULL) visit(ref);
    },
    clear: (payload, released) => {
      const target = payload as SuperObject;
      for (const ref of [target.object, target.type, target.objectType]) if (ref !== NULL) released.push(ref);
      target.object = target.type = target.objectType = NULL;
    },
  },
  slots: {
    tp_new: (rt, type) => newInstance(rt, type, new SuperObject()),
    tp_init: initialize,
    tp_getattro: superGetAttr,
    tp_repr: (rt, self) => {
      const { type, objectType } = superOf(rt, self);
      return rt.newStr(`<super: <class '${rt.typeObject(type).name}'>, ${objectType === NULL ? 'NULL' : `<${rt.typeObject(objectType).name} object>`}>`);
    },
    tp_descr_get: (rt, self, instance) => {
      const { type, object } = superOf(rt, self);
      if (instance === NULL || instance === NONE || object !== NULL) return rt.heap.incref(self);
      return begin(rt, bindSuper(rt, self, type, instance));
    },
  },
  attributes: [
    { name: '__thisclass__', member: true, get: (rt, self) => rt.heap.incref(superOf(rt, self).type) },
    { name: '__self__', member: true, get: (rt, self) => (superOf(rt, self).object === NULL ? NONE : rt.heap.incref(superOf(rt, self).object)) },
    { name: '__self_class__', member: true, get: (rt, self) => (superOf(rt, self).objectType === NULL ? NONE : rt.heap.incref(superOf(rt, self).objectType)) },
  ],
});

function* bindSuper(rt: Runtime, self: Ref, type: Ref, instance: Ref): Steps<Ref> {
  return yield { callable: rt.heap.type[self]!, args: [type, instance], keywords: NULL };
}
