import type { PythonVersion } from '../journal/record.ts';
import { isInVersion } from './ranges.ts';

/**
 * The classes of syntax trees in the order in which they are made. A line at the left margin is an abstract class, those
 * under it are its own; `+` is a class of its own. `@` stands for the four attributes of a place, of which the end is
 * optional, `@!` for the same with none optional. A field is `name=type`, with `?` where it may be None and `*` for a
 * list, and `:12-` behind it where not every version has it.
 */
const table = `
mod
  Module body=stmt* type_ignores=type_ignore*
  Interactive body=stmt*
  Expression body=expr
  FunctionType argtypes=expr* returns=expr
stmt @
  FunctionDef name=identifier args=arguments body=stmt* decorator_list=expr* returns=expr? type_comment=string? type_params=type_param*:12-
  AsyncFunctionDef name=identifier args=arguments body=stmt* decorator_list=expr* returns=expr? type_comment=string? type_params=type_param*:12-
  ClassDef name=identifier bases=expr* keywords=keyword* body=stmt* decorator_list=expr* type_params=type_param*:12-
  Return value=expr?
  Delete targets=expr*
  Assign targets=expr* value=expr type_comment=string?
  TypeAlias:12- name=expr type_params=type_param* value=expr
  AugAssign target=expr op=operator value=expr
  AnnAssign target=expr annotation=expr value=expr? simple=int
  For target=expr iter=expr body=stmt* orelse=stmt* type_comment=string?
  AsyncFor target=expr iter=expr body=stmt* orelse=stmt* type_comment=string?
  While test=expr body=stmt* orelse=stmt*
  If test=expr body=stmt* orelse=stmt*
  With items=withitem* body=stmt* type_comment=string?
  AsyncWith items=withitem* body=stmt* type_comment=string?
  Match subject=expr cases=match_case*
  Raise exc=expr? cause=expr?
  Try body=stmt* handlers=excepthandler* orelse=stmt* finalbody=stmt*
  TryStar body=stmt* handlers=excepthandler* orelse=stmt* finalbody=stmt*
  Assert test=expr msg=expr?
  Import names=alias* is_lazy=int?:15-
  ImportFrom module=identifier? names=alias* level=int? is_lazy=int?:15-
  Global names=identifier*
  Nonlocal names=identifier*
  Expr value=expr
  Pass
  Break
  Continue
expr @
  BoolOp op=boolop values=expr*
  NamedExpr target=expr value=expr
  BinOp left=expr op=operator right=expr
  UnaryOp op=unaryop operand=expr
  Lambda args=arguments body=expr
  IfExp test=expr body=expr orelse=expr
  Dict keys=expr*:-13 keys=expr?*:14- values=expr*
  Set elts=expr*
  ListComp elt=expr generators=comprehension*
  SetComp elt=expr generators=comprehension*
  DictComp key=expr value=expr:-14 value=expr?:15- generators=comprehension*
  GeneratorExp elt=expr generators=comprehension*
  Await value=expr
  Yield value=expr?
  YieldFrom value=expr
  Compare left=expr ops=cmpop* comparators=expr*
  Call func=expr args=expr* keywords=keyword*
  FormattedValue value=expr conversion=int format_spec=expr?
  Interpolation:14- value=expr str=constant conversion=int format_spec=expr?
  JoinedStr values=expr*
  TemplateStr:14- values=expr*
  Constant value=constant kind=string?
  Attribute value=expr attr=identifier ctx=expr_context
  Subscript value=expr slice=expr ctx=expr_context
  Starred value=expr ctx=expr_context
  Name id=identifier ctx=expr_context
  List elts=expr* ctx=expr_context
  Tuple elts=expr* ctx=expr_context
  Slice lower=expr? upper=expr? step=expr?
expr_context
  Load
  Store
  Del
boolop
  And
  Or
operator
  Add
  Sub
  Mult
  MatMult
  Div
  Mod
  Pow
  LShift
  RShift
  BitOr
  BitXor
  BitAnd
  FloorDiv
unaryop
  Invert
  Not
  UAdd
  USub
cmpop
  Eq
  NotEq
  Lt
  LtE
  Gt
  GtE
  Is
  IsNot
  In
  NotIn
+ comprehension target=expr iter=expr ifs=expr* is_async=int
excepthandler @
  ExceptHandler type=expr? name=identifier? body=stmt*
+ arguments posonlyargs=arg* args=arg* vararg=arg? kwonlyargs=arg* kw_defaults=expr*:-13 kw_defaults=expr?*:14- kwarg=arg? defaults=expr*
+ arg @ arg=identifier annotation=expr? type_comment=string?
+ keyword @ arg=identifier? value=expr
+ alias @ name=identifier asname=identifier?
+ withitem context_expr=expr optional_vars=expr?
+ match_case pattern=pattern guard=expr? body=stmt*
pattern @!
  MatchValue value=expr
  MatchSingleton value=constant
  MatchSequence patterns=pattern*
  MatchMapping keys=expr* patterns=pattern* rest=identifier?
  MatchClass cls=expr patterns=pattern* kwd_attrs=identifier* kwd_patterns=pattern*
  MatchStar name=identifier?
  MatchAs pattern=pattern? name=identifier?
  MatchOr patterns=pattern*
type_ignore
  TypeIgnore lineno=int tag=string
type_param:12- @!
  TypeVar:12- name=identifier bound=expr? default_value=expr?:13-
  ParamSpec:12- name=identifier default_value=expr?:13-
  TypeVarTuple:12- name=identifier default_value=expr?:13-
`;

export interface NodeField {
  readonly name: string;
  /** A class of the table, or `identifier`, `string`, `int`, `constant`. */
  readonly type: string;
  readonly isOptional: boolean;
  readonly isList: boolean;
  /** As its documentation shows the type. */
  readonly shown: string;
}

export interface NodeClass {
  readonly name: string;
  /** The abstract class, or null for one right below AST. */
  readonly base: string | null;
  /** It has classes of its own. */
  readonly isAbstract: boolean;
  readonly fields: readonly NodeField[];
  /** Of those right below AST: the names of attributes that are no fields. */
  readonly attributes: readonly string[];
  /** Those of them that are None where they are not given. */
  readonly optional: readonly string[];
  /** The classes that an abstract one has. */
  readonly members: readonly string[];
  readonly doc: string;
}

const place = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'];

function readField(word: string): NodeField {
  const [name = '', shown = ''] = word.split('=');
  return { name, type: shown.replace(/[?*]/g, ''), isOptional: shown.endsWith('?'), isList: shown.endsWith('*'), shown };
}

/** The words of a line that a version has, without their ranges. */
function wordsIn(words: readonly string[], version: PythonVersion): string[] {
  return words.map((word) => word.split(':')).filter(([, range]) => isInVersion(range, version)).map(([word = '']) => word);
}

const signatureOf = ({ name, fields }: Pick<NodeClass, 'name' | 'fields'>): string =>
  fields.length === 0 ? name : `${name}(${fields.map((field) => `${field.shown} ${field.name}`).join(', ')})`;

function readTable(version: PythonVersion): ReadonlyMap<string, NodeClass> {
  const classes = new Map<string, NodeClass>();
  let base: string | null = null;
  for (const line of table.split('\n')) {
    const isMember = line.startsWith('  ');
    const isProduct = line.startsWith('+ ');
    const [first = '', ...rest] = line.replace('+', '').trim().split(/\s+/);
    const [name] = wordsIn([first], version);
    if (name === undefined || name === '') continue;
    const words = wordsIn(rest, version);
    if (!isMember) base = isProduct ? null : name;
    const fields = words.filter((word) => word.includes('=')).map(readField);
    const hasPlace = words.includes('@') || words.includes('@!');
    classes.set(name, {
      name,
      base: isMember ? base : null,
      isAbstract: !isMember && !isProduct,
      fields,
      attributes: hasPlace ? place : [],
      optional: words.includes('@') ? place.slice(2) : [],
      members: [],
      doc: signatureOf({ name, fields }),
    });
  }
  for (const node of classes.values()) if (node.isAbstract) classes.set(node.name, withMembers(node, [...classes.values()].filter((other) => other.base === node.name)));
  return classes;
}

/** The documentation of an abstract class is its grammar, on one line where its classes have no fields. */
function withMembers(node: NodeClass, members: readonly NodeClass[]): NodeClass {
  const isPlain = node.attributes.length === 0 && members.every(({ fields }) => fields.length === 0);
  const separator = isPlain ? ' | ' : `\n${' '.repeat(node.name.length + 1)}| `;
  return { ...node, members: members.map(({ name }) => name), doc: `${node.name} = ${members.map(({ doc }) => doc).join(separator)}` };
}

const known = new Map<PythonVersion, ReadonlyMap<string, NodeClass>>();

/** The classes of a version's syntax trees by name, in the order in which they are made. */
export function nodeClasses(version: PythonVersion): ReadonlyMap<string, NodeClass> {
  let classes = known.get(version);
  if (classes === undefined) known.set(version, (classes = readTable(version)));
  return classes;
}

/** What the versions disagree on in objects of syntax trees. */
export interface AstProfile {
  /** What the constructor does about fields that are not given and names that are no fields. */
  readonly checksFields: 'not' | 'warns' | 'raises';
  /** Classes say what their fields hold, and fill in lists and contexts (3.13 and later). */
  readonly hasFieldTypes: boolean;
  /** A list that is not there is an empty one to `compile` (3.12 and later). */
  readonly missingListIsEmpty: boolean;
  /** The name that an exception is bound to may not be a constant (3.14 and later). */
  readonly checksHandlerName: boolean;
  /** Nodes show their fields, and can be copied with other ones (3.14 and later). */
  readonly showsFields: boolean;
  /** Making an instance of an abstract class draws a warning (3.15 and later). */
  readonly warnsOfAbstract: boolean;
  /** `compile` of a tree to a tree makes another one (3.14 and later). */
  readonly copiesTrees: boolean;
  /** `ast.PyCF_OPTIMIZED_AST` exists (3.13 and later). */
  readonly hasOptimizedTrees: boolean;
}

const python311: AstProfile = {
  checksFields: 'not',
  hasFieldTypes: false,
  missingListIsEmpty: false,
  checksHandlerName: false,
  showsFields: false,
  warnsOfAbstract: false,
  copiesTrees: false,
  hasOptimizedTrees: false,
};
const python312: AstProfile = { ...python311, missingListIsEmpty: true };
const python313: AstProfile = { ...python312, checksFields: 'warns', hasFieldTypes: true, hasOptimizedTrees: true };
const python314: AstProfile = { ...python313, checksHandlerName: true, showsFields: true, copiesTrees: true };
const python315: AstProfile = { ...python314, checksFields: 'raises', warnsOfAbstract: true };

const profiles: Readonly<Record<PythonVersion, AstProfile>> = {
  '3.11': python311,
  '3.12': python312,
  '3.13': python313,
  '3.14': python314,
  '3.15': python315,
};

export const astOf = (version: PythonVersion): AstProfile => profiles[version];
