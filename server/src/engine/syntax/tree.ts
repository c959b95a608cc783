/**
 * The syntax tree, mirroring CPython's ASDL: constructor names are the `kind`s,
 * field names are CPython's. Positions are UTF-16 offsets into the source text;
 * `LineIndex` turns them into lines and columns.
 *
 * Two names differ because TypeScript has one namespace for them: the statement
 * `Expr` is the interface `ExprStmt`, and the `kind` of a constant is `u_kind`.
 */

import type { LiteralText } from './literaltext.ts';

/** The language versions the parser knows. */
export type GrammarVersion = '3.11' | '3.12' | '3.13' | '3.14' | '3.15';

/** Where a node stands: [start, end) in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type ExprContext = 'Load' | 'Store' | 'Del';
export type BoolOperator = 'And' | 'Or';
export type UnaryOperator = 'Invert' | 'Not' | 'UAdd' | 'USub';
export type Operator =
  | 'Add' | 'Sub' | 'Mult' | 'MatMult' | 'Div' | 'Mod' | 'Pow'
  | 'LShift' | 'RShift' | 'BitOr' | 'BitXor' | 'BitAnd' | 'FloorDiv';
export type CmpOperator = 'Eq' | 'NotEq' | 'Lt' | 'LtE' | 'Gt' | 'GtE' | 'Is' | 'IsNot' | 'In' | 'NotIn';

/** The value of a literal. An integer is a `number` when it is a safe integer. */
export type ConstantValue =
  | { readonly type: 'None' }
  | { readonly type: 'True' }
  | { readonly type: 'False' }
  | { readonly type: 'Ellipsis' }
  | { readonly type: 'int'; readonly value: number | bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'complex'; readonly imag: number }
  | ({ readonly type: 'str' } & LiteralText)
  | { readonly type: 'bytes'; readonly value: Uint8Array };

// mod

export interface Module {
  readonly kind: 'Module';
  readonly body: readonly Stmt[];
}

export interface Interactive {
  readonly kind: 'Interactive';
  readonly body: readonly Stmt[];
}

export interface Expression {
  readonly kind: 'Expression';
  readonly body: Expr;
}

export type Mod = Module | Interactive | Expression;

// stmt

interface FunctionFields extends Span {
  readonly name: string;
  readonly args: Arguments;
  readonly body: readonly Stmt[];
  readonly decorator_list: readonly Expr[];
  readonly returns: Expr | null;
  readonly type_params: readonly TypeParam[];
}

export interface FunctionDef extends FunctionFields {
  readonly kind: 'FunctionDef';
}

export interface AsyncFunctionDef extends FunctionFields {
  readonly kind: 'AsyncFunctionDef';
}

export interface ClassDef extends Span {
  readonly kind: 'ClassDef';
  readonly name: string;
  readonly bases: readonly Expr[];
  readonly keywords: readonly Keyword[];
  readonly body: readonly Stmt[];
  readonly decorator_list: readonly Expr[];
  readonly type_params: readonly TypeParam[];
}

export interface Return extends Span {
  readonly kind: 'Return';
  readonly value: Expr | null;
}

export interface Delete extends Span {
  readonly kind: 'Delete';
  readonly targets: readonly Expr[];
}

export interface Assign extends Span {
  readonly kind: 'Assign';
  readonly targets: readonly Expr[];
  readonly value: Expr;
}

/** `type Name[...] = value`, 3.12+. */
export interface TypeAlias extends Span {
  readonly kind: 'TypeAlias';
  readonly name: Expr;
  readonly type_params: readonly TypeParam[];
  readonly value: Expr;
}

export interface AugAssign extends Span {
  readonly kind: 'AugAssign';
  readonly target: Expr;
  readonly op: Operator;
  readonly value: Expr;
}

export interface AnnAssign extends Span {
  readonly kind: 'AnnAssign';
  readonly target: Expr;
  readonly annotation: Expr;
  readonly value: Expr | null;
  /** True for a bare name without parentheses. */
  readonly simple: boolean;
}

interface ForFields extends Span {
  readonly target: Expr;
  readonly iter: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}

export interface For extends ForFields {
  readonly kind: 'For';
}

export interface AsyncFor extends ForFields {
  readonly kind: 'AsyncFor';
}

export interface While extends Span {
  readonly kind: 'While';
  readonly test: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}

export interface If extends Span {
  readonly kind: 'If';
  readonly test: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}

interface WithFields extends Span {
  readonly items: readonly WithItem[];
  readonly body: readonly Stmt[];
}

export interface With extends WithFields {
  readonly kind: 'With';
}

export interface AsyncWith extends WithFields {
  readonly kind: 'AsyncWith';
}

export interface Match extends Span {
  readonly kind: 'Match';
  readonly subject: Expr;
  readonly cases: readonly MatchCase[];
}

export interface Raise extends Span {
  readonly kind: 'Raise';
  readonly exc: Expr | null;
  readonly cause: Expr | null;
}

interface TryFields extends Span {
  readonly body: readonly Stmt[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Stmt[];
  readonly finalbody: readonly Stmt[];
}

export interface Try extends TryFields {
  readonly kind: 'Try';
}

export interface TryStar extends TryFields {
  readonly kind: 'TryStar';
}

export interface Assert extends Span {
  readonly kind: 'Assert';
  readonly test: Expr;
  readonly msg: Expr | null;
}

export interface Import extends Span {
  readonly kind: 'Import';
  readonly names: readonly Alias[];
  /** `lazy import`, 3.15+. */
  readonly is_lazy: boolean;
}

export interface ImportFrom extends Span {
  readonly kind: 'ImportFrom';
  readonly module: string | null;
  readonly names: readonly Alias[];
  readonly level: number;
  /** `lazy from`, 3.15+. */
  readonly is_lazy: boolean;
}

export interface Global extends Span {
  readonly kind: 'Global';
  readonly names: readonly string[];
}

export interface Nonlocal extends Span {
  readonly kind: 'Nonlocal';
  readonly names: readonly string[];
}

/** The statement ASDL calls `Expr`. */
export interface ExprStmt extends Span {
  readonly kind: 'Expr';
  readonly value: Expr;
}

export interface Pass extends Span {
  readonly kind: 'Pass';
}

export interface Break extends Span {
  readonly kind: 'Break';
}

export interface Continue extends Span {
  readonly kind: 'Continue';
}

export type Stmt =
  | FunctionDef | AsyncFunctionDef | ClassDef
  | Return | Delete | Assign | TypeAlias | AugAssign | AnnAssign
  | For | AsyncFor | While | If | With | AsyncWith | Match
  | Raise | Try | TryStar | Assert
  | Import | ImportFrom | Global | Nonlocal
  | ExprStmt | Pass | Break | Continue;

// expr

export interface BoolOp extends Span {
  readonly kind: 'BoolOp';
  readonly op: BoolOperator;
  readonly values: readonly Expr[];
}

export interface NamedExpr extends Span {
  readonly kind: 'NamedExpr';
  readonly target: Expr;
  readonly value: Expr;
}

export interface BinOp extends Span {
  readonly kind: 'BinOp';
  readonly left: Expr;
  readonly op: Operator;
  readonly right: Expr;
}

export interface UnaryOp extends Span {
  readonly kind: 'UnaryOp';
  readonly op: UnaryOperator;
  readonly operand: Expr;
}

export interface Lambda extends Span {
  readonly kind: 'Lambda';
  readonly args: Arguments;
  readonly body: Expr;
}

export interface IfExp extends Span {
  readonly kind: 'IfExp';
  readonly test: Expr;
  readonly body: Expr;
  readonly orelse: Expr;
}

export interface Dict extends Span {
  readonly kind: 'Dict';
  /** `null` stands for a `**` entry. */
  readonly keys: readonly (Expr | null)[];
  readonly values: readonly Expr[];
}

export interface Set extends Span {
  readonly kind: 'Set';
  readonly elts: readonly Expr[];
}

export interface ListComp extends Span {
  readonly kind: 'ListComp';
  readonly elt: Expr;
  readonly generators: readonly Comprehension[];
}

export interface SetComp extends Span {
  readonly kind: 'SetComp';
  readonly elt: Expr;
  readonly generators: readonly Comprehension[];
}

export interface DictComp extends Span {
  readonly kind: 'DictComp';
  readonly key: Expr;
  /** `null` for `{**key for …}`, 3.15+. */
  readonly value: Expr | null;
  readonly generators: readonly Comprehension[];
}

export interface GeneratorExp extends Span {
  readonly kind: 'GeneratorExp';
  readonly elt: Expr;
  readonly generators: readonly Comprehension[];
}

export interface Await extends Span {
  readonly kind: 'Await';
  readonly value: Expr;
}

export interface Yield extends Span {
  readonly kind: 'Yield';
  readonly value: Expr | null;
}

export interface YieldFrom extends Span {
  readonly kind: 'YieldFrom';
  readonly value: Expr;
}

export interface Compare extends Span {
  readonly kind: 'Compare';
  readonly left: Expr;
  readonly ops: readonly CmpOperator[];
  readonly comparators: readonly Expr[];
}

export interface Call extends Span {
  readonly kind: 'Call';
  readonly func: Expr;
  readonly args: readonly Expr[];
  readonly keywords: readonly Keyword[];
}

export interface FormattedValue extends Span {
  readonly kind: 'FormattedValue';
  readonly value: Expr;
  /** -1 for none, else the code point of `s`, `r` or `a`. */
  readonly conversion: number;
  readonly format_spec: JoinedStr | null;
}

/** A replacement field of a t-string, 3.14+. */
export interface Interpolation extends Span {
  readonly kind: 'Interpolation';
  readonly value: Expr;
  /** The source text of the expression. */
  readonly str: string;
  readonly conversion: number;
  readonly format_spec: JoinedStr | null;
}

export interface JoinedStr extends Span {
  readonly kind: 'JoinedStr';
  readonly values: readonly Expr[];
}

export interface TemplateStr extends Span {
  readonly kind: 'TemplateStr';
  readonly values: readonly Expr[];
}

export interface Constant extends Span {
  readonly kind: 'Constant';
  readonly value: ConstantValue;
  /** True when the (first) literal had the prefix `u`. */
  readonly u_kind: boolean;
}

export interface Attribute extends Span {
  readonly kind: 'Attribute';
  readonly value: Expr;
  readonly attr: string;
  readonly ctx: ExprContext;
}

export interface Subscript extends Span {
  readonly kind: 'Subscript';
  readonly value: Expr;
  readonly slice: Expr;
  readonly ctx: ExprContext;
}

export interface Starred extends Span {
  readonly kind: 'Starred';
  readonly value: Expr;
  readonly ctx: ExprContext;
}

export interface Name extends Span {
  readonly kind: 'Name';
  readonly id: string;
  readonly ctx: ExprContext;
}

export interface List extends Span {
  readonly kind: 'List';
  readonly elts: readonly Expr[];
  readonly ctx: ExprContext;
}

export interface Tuple extends Span {
  readonly kind: 'Tuple';
  readonly elts: readonly Expr[];
  readonly ctx: ExprContext;
}

export interface Slice extends Span {
  readonly kind: 'Slice';
  readonly lower: Expr | null;
  readonly upper: Expr | null;
  readonly step: Expr | null;
}

/** Stands where an expression should have been; only in trees with errors. */
export interface Missing extends Span {
  readonly kind: 'Missing';
}

export type Expr =
  | BoolOp | NamedExpr | BinOp | UnaryOp | Lambda | IfExp | Dict | Set
  | ListComp | SetComp | DictComp | GeneratorExp
  | Await | Yield | YieldFrom | Compare | Call
  | FormattedValue | Interpolation | JoinedStr | TemplateStr | Constant
  | Attribute | Subscript | Starred | Name | List | Tuple | Slice
  | Missing;

// the helpers of stmt and expr

export interface Comprehension {
  readonly kind: 'comprehension';
  readonly target: Expr;
  readonly iter: Expr;
  readonly ifs: readonly Expr[];
  readonly is_async: boolean;
}

export interface ExceptHandler extends Span {
  readonly kind: 'ExceptHandler';
  readonly type: Expr | null;
  readonly name: string | null;
  readonly body: readonly Stmt[];
}

export interface Arguments {
  readonly kind: 'arguments';
  readonly posonlyargs: readonly Arg[];
  readonly args: readonly Arg[];
  readonly vararg: Arg | null;
  readonly kwonlyargs: readonly Arg[];
  /** One for each keyword-only argument; `null` where it has no default. */
  readonly kw_defaults: readonly (Expr | null)[];
  readonly kwarg: Arg | null;
  /** The defaults of the last positional arguments. */
  readonly defaults: readonly Expr[];
}

export interface Arg extends Span {
  readonly kind: 'arg';
  readonly arg: string;
  readonly annotation: Expr | null;
}

export interface Keyword extends Span {
  readonly kind: 'keyword';
  /** `null` for `**value`. */
  readonly arg: string | null;
  readonly value: Expr;
}

export interface Alias extends Span {
  readonly kind: 'alias';
  readonly name: string;
  readonly asname: string | null;
}

export interface WithItem {
  readonly kind: 'withitem';
  readonly context_expr: Expr;
  readonly optional_vars: Expr | null;
}

export interface MatchCase {
  readonly kind: 'match_case';
  readonly pattern: Pattern;
  readonly guard: Expr | null;
  readonly body: readonly Stmt[];
}

// pattern

export interface MatchValue extends Span {
  readonly kind: 'MatchValue';
  readonly value: Expr;
}

export interface MatchSingleton extends Span {
  readonly kind: 'MatchSingleton';
  readonly value: ConstantValue;
}

export interface MatchSequence extends Span {
  readonly kind: 'MatchSequence';
  readonly patterns: readonly Pattern[];
}

export interface MatchMapping extends Span {
  readonly kind: 'MatchMapping';
  readonly keys: readonly Expr[];
  readonly patterns: readonly Pattern[];
  readonly rest: string | null;
}

export interface MatchClass extends Span {
  readonly kind: 'MatchClass';
  readonly cls: Expr;
  readonly patterns: readonly Pattern[];
  readonly kwd_attrs: readonly string[];
  readonly kwd_patterns: readonly Pattern[];
}

export interface MatchStar extends Span {
  readonly kind: 'MatchStar';
  readonly name: string | null;
}

export interface MatchAs extends Span {
  readonly kind: 'MatchAs';
  readonly pattern: Pattern | null;
  readonly name: string | null;
}

export interface MatchOr extends Span {
  readonly kind: 'MatchOr';
  readonly patterns: readonly Pattern[];
}

export type Pattern =
  | MatchValue | MatchSingleton | MatchSequence | MatchMapping
  | MatchClass | MatchStar | MatchAs | MatchOr;

// type_param, 3.12+ (default_value 3.13+)

export interface TypeVar extends Span {
  readonly kind: 'TypeVar';
  readonly name: string;
  readonly bound: Expr | null;
  readonly default_value: Expr | null;
}

export interface ParamSpec extends Span {
  readonly kind: 'ParamSpec';
  readonly name: string;
  readonly default_value: Expr | null;
}

export interface TypeVarTuple extends Span {
  readonly kind: 'TypeVarTuple';
  readonly name: string;
  readonly default_value: Expr | null;
}

export type TypeParam = TypeVar | ParamSpec | TypeVarTuple;

/** Every node of a tree. */
export type Node =
  | Mod | Stmt | Expr | Pattern | TypeParam
  | Comprehension | ExceptHandler | Arguments | Arg | Keyword | Alias | WithItem | MatchCase;
