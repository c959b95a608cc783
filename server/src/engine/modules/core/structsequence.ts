import { TypeFlag } from '../../heap/heap.ts';
import { NONE, TUPLE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { getNamespaceItem, setNamespaceItem } from '../../objects/core/attributes.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { caught, matches, raise, rethrow } from '../../objects/core/errors.ts';
import { itemsOf, newDict, newTuple, tableOf, tupleOf } from '../../objects/core/make.ts';
import { native, rawNative, type NativeAttribute, type NativeFunction } from '../../objects/core/native.ts';
import { collect, repr } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { isDict } from '../../objects/dictsearch.ts';
import { inVersion } from '../../versions/ranges.ts';

/** A type of tuples with named fields (PyStructSequence). */
export interface StructSequence {
  readonly type: Ref;
  /** A new instance; takes over the references, one for each field, the hidden ones last. Those left out are None. */
  make(rt: Runtime, items: readonly Ref[], hidden?: readonly Ref[]): Ref;
}

export interface StructSequenceOptions {
  /** Number of items behind the named ones that have no attribute. */
  readonly unnamed?: number;
  /** Names of fields that are attributes only, behind those that are items too. */
  readonly hidden?: string;
  /** The program can call the type. */
  readonly callable?: boolean;
  /** What stands for a hidden field that a call does not give: the index of an item. */
  readonly substitutes?: Readonly<Record<string, number>>;
  readonly doc?: string;
}

interface Fields {
  /** Names of the items that have one. */
  readonly visible: readonly string[];
  readonly hidden: readonly string[];
  /** Number of items, those without a name included. */
  readonly size: number;
}

/** `fields` and `options.hidden` are names with the notation of `versions/ranges.ts`. */
export function defineStructSequence(module: string, name: string, fields: string, options: StructSequenceOptions = {}): StructSequence {
  const type = moduleTypeHandle();
  const visibleIn = inVersion(fields, (names) => names);
  const hiddenIn = inVersion(options.hidden ?? '', (names) => names.filter((field) => field !== ''));
  const fieldsOf = (rt: Runtime): Fields => {
    const visible = visibleIn(rt.profile.version);
    return { visible, hidden: hiddenIn(rt.profile.version), size: visible.length + (options.unnamed ?? 0) };
  };
  const shown = module === 'builtins' ? name : `${module}.${name}`;
  const make = (rt: Runtime, items: readonly Ref[], behind: readonly Ref[] = []): Ref => {
    const { hidden, size } = fieldsOf(rt);
    const values = [...items, ...behind];
    const object = rt.heap.allocateTracked(type, values.slice(0, size));
    // Fields that are no items lie where instances of classes have their slots.
    if (hidden.length !== 0) rt.heap.attributes[object] = [NULL, ...hidden.map((_, i) => values[size + i] ?? NONE)];
    return object;
  };
  const constant = (constantName: string, value: (rt: Runtime, fields: Fields) => Ref): [string, (rt: Runtime) => Ref] => [
    constantName,
    (rt) => value(rt, fieldsOf(rt)),
  ];
  defineType({
    handle: type,
    name,
    module,
    base: TUPLE,
    flags: TypeFlag.GC | TypeFlag.IMMUTABLE | (options.callable === true ? 0 : TypeFlag.DISALLOW_INSTANTIATION),
    slots: {
      tp_repr: (rt, self) => begin(rt, showFields(rt, self, shown, fieldsOf(rt))),
      ...(options.callable === true ? { tp_new: (rt, _type, args, keywords) => construct(rt, shown, fieldsOf(rt), options.substitutes ?? {}, make, args, keywords) } : {}),
    },
    methods: methodsFor(type, fieldsOf, make),
    attributes: [...words(fields).map((field) => visibleField(field, fieldsOf)), ...words(options.hidden ?? '').map((field) => hiddenField(field, fieldsOf))],
    constants: Object.fromEntries([
      constant('n_sequence_fields', (rt, { size }) => rt.newInt(size)),
      constant('n_fields', (rt, { size, hidden }) => rt.newInt(size + hidden.length)),
      constant('n_unnamed_fields', (rt, { visible, size }) => rt.newInt(size - visible.length)),
      constant('__match_args__', (rt, { visible }) => newTuple(rt, visible.map((field) => rt.intern(field)))),
    ]),
    ...(options.doc === undefined ? {} : { doc: options.doc }),
  });
  return { type, make };
}

const words = (table: string): string[] => table.split(/\s+/).filter((word) => word !== '');

function field(word: string, read: (rt: Runtime, self: Ref, name: string) => Ref): NativeAttribute {
  const [name = '', versions] = word.split(':');
  return { name, member: true, ...(versions === undefined ? {} : { versions }), get: (rt, self) => rt.heap.incref(read(rt, self, name)) };
}

const visibleField = (word: string, fieldsOf: (rt: Runtime) => Fields): NativeAttribute =>
  field(word, (rt, self, name) => itemsOf(rt, self)[fieldsOf(rt).visible.indexOf(name)]!);

const hiddenField = (word: string, fieldsOf: (rt: Runtime) => Fields): NativeAttribute =>
  field(word, (rt, self, name) => rt.heap.attributes[self]![1 + fieldsOf(rt).hidden.indexOf(name)]!);

/** All fields of an instance, borrowed. */
const fieldValues = (rt: Runtime, self: Ref): readonly Ref[] => [...itemsOf(rt, self), ...(rt.heap.attributes[self]?.slice(1) ?? [])];

/** Mirrors structseq_repr(): items without a name are shown with the names of the hidden fields. */
function* showFields(rt: Runtime, self: Ref, name: string, { visible, hidden, size }: Fields): Steps<Ref> {
  const shown: string[] = [];
  for (const [i, label] of [...visible, ...hidden].slice(0, size).entries()) {
    const text = yield* settle(rt, repr(rt, itemsOf(rt, self)[i]!));
    shown.push(`${label}=${rt.text(text)}`);
    rt.heap.decref(text);
  }
  return rt.newStr(`${name}(${shown.join(', ')})`);
}

type Make = StructSequence['make'];
type Substitutes = NonNullable<StructSequenceOptions['substitutes']>;

/** Mirrors structseq_new_impl(): 1 the sequence; 2 its length; 3 what it lacks comes from the dict, which may hold nothing else (3.13 and later). */
function construct(rt: Runtime, name: string, fields: Fields, substitutes: Substitutes, make: Make, args: readonly Ref[], keywords: Ref): Eventual {
  const [sequence, dict = NULL] = bind(rt, 'structseq', 'sequence, dict=None', args, keywords);
  return begin(rt, constructSteps(rt, name, fields, substitutes, make, sequence!, dict));
}

function* constructSteps(rt: Runtime, name: string, { hidden, size }: Fields, substitutes: Substitutes, make: Make, sequence: Ref, dict: Ref): Steps<Ref> {
  const { heap } = rt;
  // 1
  let items: Ref[];
  try {
    items = yield* collect(rt, sequence);
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, TYPE_ERROR)) rethrow(rt, exception);
    heap.decref(exception);
    return raise(rt, TYPE_ERROR, 'constructor requires a sequence');
  }
  try {
    if (dict !== NULL && !isDict(rt, dict)) raise(rt, TYPE_ERROR, `${name}() takes a dict as second arg, if any`);
    // 2
    const least = size;
    const most = least + hidden.length;
    const given = items.length;
    const complain = (wanted: string): never => raise(rt, TYPE_ERROR, `${name}() takes ${wanted}-sequence (${given}-sequence given)`);
    if (least === most && given !== least) complain(`a ${least}`);
    if (given < least) complain(`an at least ${least}`);
    if (given > most) complain(`an at most ${most}`);
    // 3
    const missing = hidden.slice(given - least);
    const found = missing.map((label) => (dict === NULL ? NULL : getNamespaceItem(rt, dict, rt.name(label))));
    if (rt.profile.words.structFieldsChecked && dict !== NULL && tableOf(rt, dict).used > found.filter((value) => value !== NULL).length) {
      raise(rt, TYPE_ERROR, `${name}() got duplicate or unexpected field name(s)`);
    }
    for (const [i, value] of found.entries()) {
      const substitute = substitutes[missing[i]!];
      items.push(heap.incref(value !== NULL ? value : substitute === undefined ? NONE : items[substitute]!));
    }
  } catch (error) {
    for (const item of items) heap.decref(item);
    throw error;
  }
  return make(rt, items);
}

function methodsFor(type: Ref, fieldsOf: (rt: Runtime) => Fields, make: Make): readonly NativeFunction[] {
  /** `(type, (items, {hidden fields}))`. */
  const reduce = (rt: Runtime, self: Ref): Ref => {
    const { hidden, size } = fieldsOf(rt);
    const values = fieldValues(rt, self);
    const rest = newDict(rt);
    for (const [i, label] of hidden.entries()) setNamespaceItem(rt, rest, rt.name(label), rt.heap.incref(values[size + i]!));
    const state = newTuple(rt, [tupleOf(rt, ...itemsOf(rt, self)), rest]);
    return newTuple(rt, [rt.heap.incref(type), state]);
  };
  const replace = (rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Eventual => {
    const names = keywords === NULL ? [] : itemsOf(rt, keywords);
    if (args.length > names.length) raise(rt, TYPE_ERROR, '__replace__() takes no positional arguments');
    const { visible, hidden, size } = fieldsOf(rt);
    const labels = [...visible, ...hidden];
    if (size > visible.length) raise(rt, TYPE_ERROR, '__replace__() is not supported for structseq with unnamed fields');
    const values = [...fieldValues(rt, self)];
    const unknown: string[] = [];
    for (const [i, name] of names.entries()) {
      const at = labels.indexOf(rt.text(name));
      if (at < 0) unknown.push(rt.text(name));
      else values[at] = args[i]!;
    }
    if (unknown.length !== 0) raise(rt, TYPE_ERROR, `Got unexpected field name(s): [${unknown.map((name) => `'${name}'`).join(', ')}]`);
    for (const value of values) rt.heap.incref(value);
    return make(rt, values);
  };
  return [native('__reduce__', '', reduce), { ...rawNative('__replace__', replace), versions: '13-' }];
}
