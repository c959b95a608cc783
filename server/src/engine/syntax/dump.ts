import type { LineIndex } from './lines.ts';
import { isPrintable } from './characters.ts';
import { charactersOf, type LiteralText } from './literaltext.ts';
import type { ConstantValue, GrammarVersion, Node } from './tree.ts';

/** The fields of each node in CPython's order; `?` marks one that may be None. */
const FIELDS: Readonly<Record<Exclude<Node['kind'], 'Missing'>, string>> = {
  Module: 'body type_ignores',
  Interactive: 'body',
  Expression: 'body',
  FunctionDef: 'name args body decorator_list returns? type_params',
  AsyncFunctionDef: 'name args body decorator_list returns? type_params',
  ClassDef: 'name bases keywords body decorator_list type_params',
  Return: 'value?',
  Delete: 'targets',
  Assign: 'targets value',
  TypeAlias: 'name type_params value',
  AugAssign: 'target op value',
  AnnAssign: 'target annotation value? simple',
  For: 'target iter body orelse',
  AsyncFor: 'target iter body orelse',
  While: 'test body orelse',
  If: 'test body orelse',
  With: 'items body',
  AsyncWith: 'items body',
  Match: 'subject cases',
  Raise: 'exc? cause?',
  Try: 'body handlers orelse finalbody',
  TryStar: 'body handlers orelse finalbody',
  Assert: 'test msg?',
  Import: 'names is_lazy',
  ImportFrom: 'module? names level is_lazy',
  Global: 'names',
  Nonlocal: 'names',
  Expr: 'value',
  Pass: '',
  Break: '',
  Continue: '',
  BoolOp: 'op values',
  NamedExpr: 'target value',
  BinOp: 'left op right',
  UnaryOp: 'op operand',
  Lambda: 'args body',
  IfExp: 'test body orelse',
  Dict: 'keys values',
  Set: 'elts',
  ListComp: 'elt generators',
  SetComp: 'elt generators',
  DictComp: 'key value? generators',
  GeneratorExp: 'elt generators',
  Await: 'value',
  Yield: 'value?',
  YieldFrom: 'value',
  Compare: 'left ops comparators',
  Call: 'func args keywords',
  FormattedValue: 'value conversion format_spec?',
  Interpolation: 'value str conversion format_spec?',
  JoinedStr: 'values',
  TemplateStr: 'values',
  Constant: 'value u_kind',
  Attribute: 'value attr ctx',
  Subscript: 'value slice ctx',
  Starred: 'value ctx',
  Name: 'id ctx',
  List: 'elts ctx',
  Tuple: 'elts ctx',
  Slice: 'lower? upper? step?',
  comprehension: 'target iter ifs is_async',
  ExceptHandler: 'type? name? body',
  arguments: 'posonlyargs args vararg? kwonlyargs kw_defaults kwarg? defaults',
  arg: 'arg annotation?',
  keyword: 'arg? value',
  alias: 'name asname?',
  withitem: 'context_expr optional_vars?',
  match_case: 'pattern guard? body',
  MatchValue: 'value',
  MatchSingleton: 'value',
  MatchSequence: 'patterns',
  MatchMapping: 'keys patterns rest?',
  MatchClass: 'cls patterns kwd_attrs kwd_patterns',
  MatchStar: 'name?',
  MatchAs: 'pattern? name?',
  MatchOr: 'patterns',
  TypeVar: 'name bound? default_value?',
  ParamSpec: 'name default_value?',
  TypeVarTuple: 'name default_value?',
};

interface Field {
  readonly name: string;
  readonly isOptional: boolean;
}

const LAYOUT = new Map<string, readonly Field[]>(
  Object.entries(FIELDS).map(([kind, fields]) => [
    kind,
    fields.split(' ').filter(Boolean).map((field) => ({ name: field.replace('?', ''), isOptional: field.endsWith('?') })),
  ]),
);

/** The text of ast.dump(tree, include_attributes=True) in that version. */
export function dump(tree: Node, lines: LineIndex, version: GrammarVersion): string {
  return new Dumper(lines, version).node(tree);
}

class Dumper {
  readonly #lines: LineIndex;
  readonly #version: GrammarVersion;
  readonly #minor: number;

  constructor(lines: LineIndex, version: GrammarVersion) {
    this.#lines = lines;
    this.#version = version;
    this.#minor = Number(version.slice(2));
  }

  node(node: Node): string {
    const parts: string[] = [];
    const fields = node as unknown as Readonly<Record<string, unknown>>;
    for (const field of LAYOUT.get(node.kind) ?? []) {
      const text = this.#field(node, field, fields[field.name]);
      if (text !== null) parts.push(text);
    }
    if ('start' in node) {
      const start = this.#lines.position(node.start);
      const end = this.#lines.position(node.end);
      parts.push(`lineno=${start.line}`, `col_offset=${start.utf8}`);
      parts.push(`end_lineno=${end.line}`, `end_col_offset=${end.utf8}`);
    }
    return `${node.kind}(${parts.join(', ')})`;
  }

  #field(node: Node, field: Field, value: unknown): string | null {
    const { name } = field;
    switch (name) {
      case 'type_ignores': return this.#minor < 13 ? 'type_ignores=[]' : null;
      case 'type_params': if (this.#minor < 12) return null; break;
      case 'is_lazy': return this.#minor < 15 ? null : `is_lazy=${value === true ? 1 : 0}`;
      case 'u_kind': return value === true ? "kind='u'" : null;
      case 'ctx': return this.#minor >= 15 && value === 'Load' ? null : `ctx=${String(value)}()`;
      case 'op': return `op=${String(value)}()`;
    }
    if (field.isOptional && value === null) return null;
    if (Array.isArray(value)) {
      if (value.length === 0 && this.#minor >= 13) return null;
      return `${name}=[${value.map((item) => this.#item(name, item)).join(', ')}]`;
    }
    if (node.kind === 'Constant' || node.kind === 'MatchSingleton') return `${name}=${constant(value as ConstantValue, this.#version)}`;
    return `${name}=${this.#item(name, value)}`;
  }

  #item(name: string, value: unknown): string {
    if (value === null) return 'None';
    if (typeof value === 'string') return name === 'ops' ? `${value}()` : textRepr({ value }, this.#version);
    if (typeof value === 'boolean') return value ? '1' : '0';
    if (typeof value === 'number') return String(value);
    return this.node(value as Node);
  }
}

function constant(value: ConstantValue, version: GrammarVersion): string {
  switch (value.type) {
    case 'None': case 'True': case 'False': case 'Ellipsis': return value.type;
    case 'int': return String(value.value);
    case 'float': return floatRepr(value.value, '.0');
    case 'complex': return `${floatRepr(value.imag, '')}j`;
    case 'str': return textRepr(value, version);
    case 'bytes': return bytesRepr(value.value);
  }
}

/** repr() of a float; `whole` is what follows one without a fraction. */
function floatRepr(value: number, whole: string): string {
  if (value === Infinity) return 'inf';
  const [mantissa, power] = value.toExponential().split('e') as [string, string];
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 16) {
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  const digits = mantissa.replace('.', '');
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return digits.padEnd(exponent + 1, '0') + whole;
  return `${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

function textRepr(text: LiteralText, version: GrammarVersion): string {
  const quote = text.value.includes("'") && !text.value.includes('"') ? '"' : "'";
  let out = quote;
  for (const c of charactersOf(text)) {
    const code = c.codePointAt(0)!;
    if (c === quote) out += `\\${c}`;
    else if (ESCAPES[c] !== undefined) out += ESCAPES[c];
    else if (code >= 32 && code < 127) out += c;
    else if (code > 127 && isPrintable(code, version)) out += c;
    else if (code < 256) out += `\\x${code.toString(16).padStart(2, '0')}`;
    else if (code < 0x10000) out += `\\u${code.toString(16).padStart(4, '0')}`;
    else out += `\\U${code.toString(16).padStart(8, '0')}`;
  }
  return out + quote;
}

function bytesRepr(bytes: Uint8Array): string {
  const quote = bytes.includes(39) && !bytes.includes(34) ? '"' : "'";
  let out = `b${quote}`;
  for (const code of bytes) {
    const c = String.fromCharCode(code);
    if (c === quote) out += `\\${c}`;
    else if (ESCAPES[c] !== undefined) out += ESCAPES[c];
    else if (code >= 32 && code < 127) out += c;
    else out += `\\x${code.toString(16).padStart(2, '0')}`;
  }
  return out + quote;
}
