import { TypeFlag } from '../../heap/heap.ts';
import { TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { getAttr } from '../core/attributes.ts';
import { defineType, moduleTypeHandle } from '../core/define.ts';
import { raise } from '../core/errors.ts';
import { newInstance } from '../core/instance.ts';
import { typeName } from '../core/lookup.ts';
import { copyRefs, itemsOf, newTuple, tupleOf } from '../core/make.ts';
import { native, suspending, type NativeAttribute } from '../core/native.ts';
import { repr } from '../core/protocol.ts';
import type { Runtime } from '../core/runtime.ts';
import { begin, settle, type Steps } from '../core/suspend.ts';
import { genericAlias } from '../genericalias.ts';
import { INTERPOLATION, interpolationValue } from './interpolation.ts';

export const TEMPLATE = moduleTypeHandle();
const TEMPLATE_ITERATOR = moduleTypeHandle();

/** Payload of a t-string: a tuple of texts, and one of the interpolations between them, which is shorter by one. */
class Template {
  constructor(
    public strings: Ref,
    public interpolations: Ref,
  ) {}
}

const templateOf = (rt: Runtime, self: Ref): Template => rt.heap.payload[self] as Template;

/** Takes over both tuples. */
export const newTemplate = (rt: Runtime, strings: Ref, interpolations: Ref): Ref => newInstance(rt, TEMPLATE, new Template(strings, interpolations));

const isText = (rt: Runtime, object: Ref): boolean => (rt.typeOf(object).flags & TypeFlag.STR_SUBCLASS) !== 0;

/** `Template(*args)`: texts that stand side by side are joined, and one stands between any two interpolations. */
function construct(rt: Runtime, args: readonly Ref[], keywords: Ref): Ref {
  if (keywords !== NULL) raise(rt, TYPE_ERROR, 'Template.__new__ only accepts *args arguments');
  const strings: string[] = [''];
  const interpolations: Ref[] = [];
  for (const arg of args) {
    if (rt.heap.type[arg] === INTERPOLATION) {
      interpolations.push(arg);
      strings.push('');
    } else if (isText(rt, arg)) {
      strings[strings.length - 1] += rt.text(arg);
    } else {
      raise(rt, TYPE_ERROR, `Template.__new__ *args need to be of type 'str' or 'Interpolation', got ${typeName(rt, arg)}`);
    }
  }
  return newTemplate(rt, newTuple(rt, strings.map((text) => rt.newStr(text))), newTuple(rt, copyRefs(rt, interpolations)));
}

/** The last text of the one and the first of the other become one. */
function concatenate(rt: Runtime, left: Ref, right: Ref): Ref {
  if (rt.heap.type[right] !== TEMPLATE) {
    const templates = 'string.templatelib.Template';
    raise(rt, TYPE_ERROR, `can only concatenate ${templates} (not "${typeName(rt, right)}") to ${templates}`);
  }
  const a = templateOf(rt, left);
  const b = templateOf(rt, right);
  const before = itemsOf(rt, a.strings);
  const after = itemsOf(rt, b.strings);
  const joined = rt.newStr(rt.text(before.at(-1)!) + rt.text(after[0]!));
  const strings = newTuple(rt, [...copyRefs(rt, before.slice(0, -1)), joined, ...copyRefs(rt, after.slice(1))]);
  return newTemplate(rt, strings, newTuple(rt, copyRefs(rt, [...itemsOf(rt, a.interpolations), ...itemsOf(rt, b.interpolations)])));
}

function* reprSteps(rt: Runtime, self: Ref): Steps<Ref> {
  const { strings, interpolations } = templateOf(rt, self);
  const shown: string[] = [];
  for (const part of [strings, interpolations]) {
    const text = yield* settle(rt, repr(rt, part));
    shown.push(rt.text(text));
    rt.heap.decref(text);
  }
  return rt.newStr(`Template(strings=${shown[0]}, interpolations=${shown[1]})`);
}

/** Payload of the iterator: `at` counts texts and interpolations in turn. */
class TemplateIterator {
  at = 0;
  constructor(public template: Ref) {}
}

/** The next text that is not empty, or the next interpolation. */
function iteratorNext(rt: Runtime, self: Ref): Ref {
  const iterator = rt.heap.payload[self] as TemplateIterator;
  const { strings, interpolations } = templateOf(rt, iterator.template);
  for (;;) {
    const { at } = iterator;
    const item = itemsOf(rt, (at & 1) === 0 ? strings : interpolations)[at >> 1];
    if (item === undefined) return NULL;
    iterator.at++;
    if ((at & 1) === 1 || rt.text(item) !== '') return rt.heap.incref(item);
  }
}

defineType({
  handle: TEMPLATE_ITERATOR,
  name: 'TemplateIter',
  module: 'string.templatelib',
  flags: TypeFlag.GC | TypeFlag.DISALLOW_INSTANTIATION,
  layout: {
    traverse(payload, visit) {
      const { template } = payload as TemplateIterator;
      if (template !== NULL) visit(template);
    },
    clear(payload, released) {
      const iterator = payload as TemplateIterator;
      if (iterator.template !== NULL) released.push(iterator.template);
      iterator.template = NULL;
    },
  },
  slots: { tp_iter: (rt, self) => rt.heap.incref(self), tp_iternext: iteratorNext },
});

/** What unpickles a template is written in Python. */
function* reduce(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const { strings, interpolations } = templateOf(rt, self);
  const package_ = yield* rt.hooks.importModule(rt, 'string.templatelib');
  const library = yield* settle(rt, getAttr(rt, package_, rt.name('templatelib')));
  heap.decref(package_);
  const unpickle = yield* settle(rt, getAttr(rt, library, rt.name('_template_unpickle')));
  heap.decref(library);
  return newTuple(rt, [unpickle, tupleOf(rt, strings, interpolations)]);
}

const member = (name: 'strings' | 'interpolations'): NativeAttribute => ({
  name,
  member: true,
  get: (rt, self) => rt.heap.incref(templateOf(rt, self)[name]),
});

defineType({
  handle: TEMPLATE,
  name: 'Template',
  module: 'string.templatelib',
  flags: TypeFlag.GC,
  layout: {
    traverse(payload, visit) {
      const { strings, interpolations } = payload as Template;
      if (strings !== NULL) visit(strings);
      if (interpolations !== NULL) visit(interpolations);
    },
    clear(payload, released) {
      const template = payload as Template;
      for (const part of [template.strings, template.interpolations]) if (part !== NULL) released.push(part);
      template.strings = template.interpolations = NULL;
    },
  },
  slots: {
    tp_new: (rt, _type, args, keywords) => construct(rt, args, keywords),
    tp_repr: (rt, self) => begin(rt, reprSteps(rt, self)),
    tp_iter: (rt, self) => newInstance(rt, TEMPLATE_ITERATOR, new TemplateIterator(rt.heap.incref(self))),
    sq_concat: concatenate,
  },
  methods: [
    suspending('__reduce__', '', (rt, self) => reduce(rt, self)),
    native('__class_getitem__', 'item, /', (rt, cls, [item]) => genericAlias(rt, cls, item!), 'class'),
  ],
  attributes: [
    member('strings'),
    member('interpolations'),
    {
      name: 'values',
      get: (rt, self) => tupleOf(rt, ...itemsOf(rt, templateOf(rt, self).interpolations).map((one) => interpolationValue(rt, one))),
    },
  ],
});
