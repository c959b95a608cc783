import type { ConstantValue } from '../../syntax/tree.ts';
import type { NodePlace } from './positions.ts';

/** A node as it is being read from objects: the fields of the parser's node of this kind. */
export interface RawNode {
  kind: string;
  place?: NodePlace;
  [field: string]: unknown;
}

/** Constants of objects: those of the parser, tuples, and complex numbers with a real part. */
export type RawConstant =
  | ConstantValue
  | { readonly type: 'tuple'; readonly items: readonly RawConstant[] }
  | { readonly type: 'real'; readonly real: number; readonly imag: number };

/** Fields that the parser's tree has as booleans. */
const booleans = new Set(['simple', 'is_async', 'is_lazy']);

/** Fields that not every version's classes have, and the parser's nodes do. */
const absent: Readonly<Record<string, readonly [field: string, make: () => unknown]>> = {
  FunctionDef: ['type_params', () => []],
  AsyncFunctionDef: ['type_params', () => []],
  ClassDef: ['type_params', () => []],
  Import: ['is_lazy', () => false],
  ImportFrom: ['is_lazy', () => false],
  TypeVar: ['default_value', () => null],
  ParamSpec: ['default_value', () => null],
  TypeVarTuple: ['default_value', () => null],
};

/**
 * Makes of what was read the node that the parser would have made: a constant that is a tuple becomes a display of
 * constants, and one with a real and an imaginary part their sum, of which the compiler makes constants again. `stand`
 * gives each node that comes of it the place of the first.
 */
export function normalise(node: RawNode, stand: (node: RawNode) => void): void {
  const lacking = absent[node.kind];
  if (lacking !== undefined) node[lacking[0]] ??= lacking[1]();
  for (const key of booleans) if (typeof node[key] === 'number') node[key] = node[key] !== 0;
  if (node.kind === 'Interpolation') node['str'] = (node['str'] as { value?: unknown }).value ?? '';
  if (node.kind !== 'Constant') return;
  const kind = node['u_kind'];
  node['u_kind'] = typeof kind === 'string' && kind.startsWith('u');
  const constant = node['value'] as RawConstant;
  const part = (value: RawConstant): RawNode => {
    const made: RawNode = { kind: 'Constant', value, u_kind: null };
    stand(made);
    normalise(made, stand);
    return made;
  };
  if (constant.type === 'tuple') Object.assign(node, { kind: 'Tuple', elts: constant.items.map(part), ctx: 'Load' });
  else if (constant.type === 'real') Object.assign(node, { kind: 'BinOp', left: part({ type: 'float', value: constant.real }), op: 'Add', right: part({ type: 'complex', imag: constant.imag }) });
}
