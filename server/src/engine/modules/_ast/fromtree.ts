import { COMPLEX, ELLIPSIS, FALSE, NONE, TRUE } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { instanceDict, setNamespaceItem } from '../../objects/core/attributes.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { newBytes, newList } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { LineIndex } from '../../syntax/lines.ts';
import type { ConstantValue, Mod, Node } from '../../syntax/tree.ts';
import { nodeClasses, type NodeField } from '../../versions/astnodes.ts';
import { astState } from './state.ts';

/** Bytes that the objects of a node take, by which a tree is charged. */
const bytesOfNode = 500;

/** Objects for a tree of the parser (PyAST_mod2obj): a new reference. The classes have been made. */
export function treeToObjects(rt: Runtime, tree: Mod, lines: LineIndex): Ref {
  return nodeToObject(rt, tree, lines);
}

/** Mirrors the ast2obj_* functions: the fields in their order, then the place. */
function nodeToObject(rt: Runtime, node: Node, lines: LineIndex): Ref {
  rt.charge(10, bytesOfNode);
  const object = newInstance(rt, astState(rt).types.get(node.kind)!, undefined);
  const dict = instanceDict(rt, object);
  const put = (name: string, value: Ref): void => setNamespaceItem(rt, dict, rt.name(name), value);
  const values = node as unknown as Readonly<Record<string, unknown>>;
  const known = nodeClasses(rt.profile.version).get(node.kind)!;
  for (const field of known.fields) put(field.name, fieldToObject(rt, node, field, values, lines));
  if ('start' in node) {
    const first = lines.position(node.start);
    const last = lines.position(node.end);
    put('lineno', rt.newInt(first.line));
    put('col_offset', rt.newInt(first.utf8));
    put('end_lineno', rt.newInt(last.line));
    put('end_col_offset', rt.newInt(last.utf8));
  }
  return object;
}

function fieldToObject(rt: Runtime, node: Node, { name, type, isList }: NodeField, values: Readonly<Record<string, unknown>>, lines: LineIndex): Ref {
  // Type comments are not read.
  if (name === 'type_comment') return NONE;
  if (name === 'type_ignores') return newList(rt, []);
  if (name === 'kind' && node.kind === 'Constant') return node.u_kind ? rt.intern('u') : NONE;
  const value = values[name];
  if (!isList) return valueToObject(rt, type, value, lines);
  return newList(rt, (value as readonly unknown[]).map((item) => valueToObject(rt, type, item, lines)));
}

function valueToObject(rt: Runtime, type: string, value: unknown, lines: LineIndex): Ref {
  if (value === null || value === undefined) return NONE;
  switch (type) {
    case 'identifier':
    case 'string':
      return rt.intern(value as string);
    case 'int':
      return rt.newInt(Number(value));
    case 'constant':
      return typeof value === 'string' ? rt.newStr(value) : constantToObject(rt, value as ConstantValue);
  }
  return typeof value === 'string' ? rt.heap.incref(astState(rt).singletons.get(value)!) : nodeToObject(rt, value as Node, lines);
}

function constantToObject(rt: Runtime, constant: ConstantValue): Ref {
  switch (constant.type) {
    case 'None':
      return NONE;
    case 'True':
      return TRUE;
    case 'False':
      return FALSE;
    case 'Ellipsis':
      return ELLIPSIS;
    case 'int':
      return rt.newInt(constant.value);
    case 'float':
      return rt.newFloat(constant.value);
    case 'complex':
      return rt.heap.allocate(COMPLEX, { real: 0, imag: constant.imag });
    case 'str':
      return rt.newStr(constant.value);
    case 'bytes':
      return newBytes(rt, constant.value);
  }
}
