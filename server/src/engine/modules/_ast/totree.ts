import { TypeFlag } from '../../heap/heap.ts';
import { BOOL, BYTES, COMPLEX, ELLIPSIS, FLOAT, FROZENSET, INT, NONE, RUNTIME_ERROR, STR, TRUE, TUPLE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isInt, toCInt } from '../../objects/arguments.ts';
import { isinstance } from '../../objects/classcheck.ts';
import { getAttrOrNull } from '../../objects/core/attributes.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { itemsOf } from '../../objects/core/make.ts';
import { descend } from '../../objects/core/recursion.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { reprText } from '../../objects/dict.ts';
import { isList } from '../../objects/sequence.ts';
import type { Mod } from '../../syntax/tree.ts';
import { astOf, nodeClasses, type NodeClass, type NodeField } from '../../versions/astnodes.ts';
import { Positions, type NodePlace } from './positions.ts';
import { nodeType } from './state.ts';
import { normalise, type RawConstant, type RawNode } from './rawnode.ts';
import { validate } from './validate.ts';

export interface TreeOfObjects {
  readonly tree: Mod;
  /** A text of blanks that the tree's offsets point into. */
  readonly text: string;
}

const rootOf = { exec: 'Module', eval: 'Expression', single: 'Interactive' } as const;

/** Mirrors PyAST_obj2mod() and _PyAST_Validate(). */
export function* objectsToTree(rt: Runtime, object: Ref, mode: keyof typeof rootOf): Steps<TreeOfObjects> {
  const root = rootOf[mode];
  if (!(yield* isinstance(rt, object, nodeType(rt, root)))) raise(rt, TYPE_ERROR, `expected ${root} node, got ${typeName(rt, object)}`);
  const reader = new Reader(rt);
  const tree = (yield* reader.node(object, 'mod'))!;
  validate(rt, tree);
  const text = reader.positions.settle();
  return { tree: tree as unknown as Mod, text };
}

class Reader {
  readonly positions: Positions;

  constructor(private readonly rt: Runtime) {
    this.positions = new Positions(rt);
  }

  /** An object as a node of a class of the table, or of one under it; null for None. */
  *node(object: Ref, type: string): Steps<RawNode | null> {
    const { rt } = this;
    const known = nodeClasses(rt.profile.version).get(type)!;
    if (!known.isAbstract) return yield* this.read(object, known);
    if (object === NONE) return null;
    const place = yield* this.place(object, known);
    for (const name of known.members) {
      if (yield* isinstance(rt, object, nodeType(rt, name))) return yield* this.fields(object, nodeClasses(rt.profile.version).get(name)!, place);
    }
    return raise(rt, TYPE_ERROR, `expected some sort of ${type}, but got ${yield* reprText(rt, object)}`);
  }

  /** A node of a class without others under it: its attributes come last. */
  private *read(object: Ref, known: NodeClass): Steps<RawNode> {
    const node = yield* this.fields(object, known, null);
    const place = yield* this.place(object, known);
    if (place !== null) this.put(node, place);
    return node;
  }

  private put(node: RawNode, place: NodePlace): void {
    node.place = place;
    this.positions.add(node as RawNode & { start: number; end: number }, place);
  }

  private *place(object: Ref, { name, attributes, optional }: NodeClass): Steps<NodePlace | null> {
    if (attributes.length === 0) return null;
    const { rt } = this;
    const numbers: number[] = [];
    for (const attribute of attributes) {
      const value = yield* getAttrOrNull(rt, object, rt.name(attribute));
      const isGiven = value !== NULL && !(value === NONE && optional.includes(attribute));
      if (!isGiven && !optional.includes(attribute)) raise(rt, TYPE_ERROR, `required field "${attribute}" missing from ${name}`);
      try {
        // An end that is not told is the beginning.
        numbers.push(isGiven ? yield* this.int(value) : numbers[numbers.length - 2]!);
      } finally {
        rt.heap.xdecref(value);
      }
    }
    const [line = 0, column = 0, endLine = 0, endColumn = 0] = numbers;
    return { line, column, endLine, endColumn };
  }

  private *fields(object: Ref, known: NodeClass, place: NodePlace | null): Steps<RawNode> {
    const { rt } = this;
    rt.charge(10, 200);
    const node: RawNode = { kind: known.name };
    const missing: string[] = [];
    for (const field of known.fields) {
      const value = yield* this.field(object, known, field);
      if (value === null && !field.isOptional && field.type !== 'constant') missing.push(field.name);
      node[keyOf(known, field)] = field.isOptional && field.type === 'int' && value === null ? 0 : value;
    }
    if (missing.length !== 0) raise(rt, VALUE_ERROR, `field '${missing[0]}' is required for ${known.name}`);
    if (place !== null) this.put(node, place);
    normalise(node, (part) => this.put(part, place!));
    return node;
  }

  private *field(object: Ref, known: NodeClass, field: NodeField): Steps<unknown> {
    const { rt } = this;
    const value = yield* getAttrOrNull(rt, object, rt.name(field.name));
    try {
      if (field.isList) return yield* this.list(value, known, field);
      if (value === NULL && !field.isOptional) raise(rt, TYPE_ERROR, `required field "${field.name}" missing from ${known.name}`);
      if (value === NULL || (value === NONE && field.isOptional)) return null;
      return yield* this.value(value, field.type, known.name);
    } finally {
      rt.heap.xdecref(value);
    }
  }

  private *list(value: Ref, known: NodeClass, { name, type }: NodeField): Steps<unknown[]> {
    const { rt } = this;
    if (value === NULL) {
      if (astOf(rt.profile.version).missingListIsEmpty) return [];
      raise(rt, TYPE_ERROR, `required field "${name}" missing from ${known.name}`);
    }
    if (!isList(rt, value)) raise(rt, TYPE_ERROR, `${known.name} field "${name}" must be a list, not a ${typeName(rt, value)}`);
    const { length } = itemsOf(rt, value);
    const read: unknown[] = [];
    for (let i = 0; i < length; i++) {
      const item = rt.heap.incref(itemsOf(rt, value)[i]!);
      try {
        read.push(yield* this.value(item, type, known.name));
      } finally {
        rt.heap.decref(item);
      }
      if (itemsOf(rt, value).length !== length) raise(rt, RUNTIME_ERROR, `${known.name} field "${name}" changed size during iteration`);
    }
    return read;
  }

  private *value(object: Ref, type: string, where: string): Steps<unknown> {
    const { rt } = this;
    switch (type) {
      case 'identifier':
        if (object !== NONE && rt.heap.type[object] !== STR) raise(rt, TYPE_ERROR, 'AST identifier must be of type str');
        return object === NONE ? null : rt.text(object);
      case 'string':
        if (rt.heap.type[object] !== STR && rt.heap.type[object] !== BYTES) raise(rt, TYPE_ERROR, 'AST string must be of type str');
        return rt.heap.type[object] === STR ? rt.text(object) : '';
      case 'int':
        return yield* this.int(object);
      case 'constant':
        return constantOf(rt, object);
    }
    const { fields, attributes, members } = nodeClasses(rt.profile.version).get(type)!;
    if (fields.length === 0 && attributes.length === 0 && type !== 'mod' && type !== 'type_ignore') return yield* this.operator(object, type, members);
    // Trees are as deep as the program likes.
    let read: RawNode | null = null;
    const step = function* (reader: Reader): Steps<Ref> {
      read = yield* reader.node(object, type);
      return NONE;
    };
    yield* settle(rt, descend(rt, () => begin(rt, step(this)), object, ` while traversing '${where}' node`));
    return read;
  }

  private *operator(object: Ref, type: string, members: readonly string[]): Steps<string> {
    const { rt } = this;
    for (const name of members) if (yield* isinstance(rt, object, nodeType(rt, name))) return name;
    return raise(rt, TYPE_ERROR, `expected some sort of ${type}, but got ${yield* reprText(rt, object)}`);
  }

  private *int(object: Ref): Steps<number> {
    const { rt } = this;
    if (!isInt(rt, object)) raise(rt, VALUE_ERROR, `invalid integer value: ${yield* reprText(rt, object)}`);
    return toCInt(rt, rt.heap.payload[object] as number | bigint);
  }
}

/** What the parser's trees call a field. */
const keyOf = ({ name }: NodeClass, field: NodeField): string => (name === 'Constant' && field.name === 'kind' ? 'u_kind' : field.name);

function constantOf(rt: Runtime, object: Ref): RawConstant {
  const payload = rt.heap.payload[object];
  switch (rt.heap.type[object]) {
    case BOOL:
      return { type: object === TRUE ? 'True' : 'False' };
    case INT:
      return { type: 'int', value: payload as number | bigint };
    case FLOAT:
      return { type: 'float', value: payload as number };
    case STR:
      return { type: 'str', value: payload as string };
    case BYTES:
      return { type: 'bytes', value: payload as Uint8Array };
    case COMPLEX: {
      const { real, imag } = payload as { real: number; imag: number };
      return Object.is(real, 0) ? { type: 'complex', imag } : { type: 'real', real, imag };
    }
    case TUPLE:
      return { type: 'tuple', items: itemsOf(rt, object).map((item) => constantOf(rt, item)) };
    case FROZENSET:
      return unsupported('compiling a frozenset in ast.Constant');
  }
  if (object === NONE) return { type: 'None' };
  if (object === ELLIPSIS) return { type: 'Ellipsis' };
  return raise(rt, TYPE_ERROR, `got an invalid type in Constant: ${(rt.typeOf(object).flags & TypeFlag.HEAP) !== 0 ? rt.typeOf(object).name : typeName(rt, object)}`);
}
