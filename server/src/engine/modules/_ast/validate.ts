import { TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { raise } from '../../objects/core/errors.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { astOf } from '../../versions/astnodes.ts';
import type { RawConstant, RawNode } from './rawnode.ts';

type Nodes = readonly (RawNode | null)[];
type Context = 'Load' | 'Store' | 'Del';

/** Names that no identifier has. */
const constants = new Set(['None', 'True', 'False']);

/** Raises what CPython says of a tree that no text has. Mirrors _PyAST_Validate(). */
export function validate(rt: Runtime, tree: RawNode): void {
  const validator = new Validator(rt);
  if (tree.kind === 'Expression') validator.expr(tree['body'] as RawNode, 'Load');
  else validator.stmts(tree['body'] as Nodes);
}

class Validator {
  constructor(private readonly rt: Runtime) {}

  private fail(message: string): never {
    return raise(this.rt, VALUE_ERROR, message);
  }

  /** Mirrors VALIDATE_POSITIONS(). */
  private place({ place }: RawNode): void {
    if (place === undefined) return;
    const { line, endLine, column, endColumn } = place;
    if (line > endLine) this.fail(`AST node line range (${line}, ${endLine}) is not valid`);
    if ((line < 0 && endLine !== line) || (column < 0 && column !== endColumn)) {
      this.fail(`AST node column range (${column}, ${endColumn}) for line range (${line}, ${endLine}) is not valid`);
    }
    if (line === endLine && column > endColumn) this.fail(`line ${line}, column ${column}-${endColumn} is not a valid range`);
  }

  private name(name: unknown): void {
    if (constants.has(name as string)) this.fail(`identifier field can't represent '${name as string}' constant`);
  }

  private nonempty(list: unknown, what: string, owner: string): void {
    if ((list as readonly unknown[]).length === 0) this.fail(`empty ${what} on ${owner}`);
  }

  stmts(list: Nodes): void {
    for (const node of list) {
      if (node === null) this.fail('None disallowed in statement list');
      this.stmt(node);
    }
  }

  private body(node: RawNode, owner = node.kind): void {
    this.nonempty(node['body'], 'body', owner);
    this.stmts(node['body'] as Nodes);
  }

  exprs(list: unknown, context: Context, isNoneAllowed = false): void {
    for (const node of list as Nodes) {
      if (node !== null) this.expr(node, context);
      else if (!isNoneAllowed) this.fail('None disallowed in expression list');
    }
  }

  private optional(node: unknown, context: Context = 'Load'): void {
    if (node !== null && node !== undefined) this.expr(node as RawNode, context);
  }

  private targets(node: RawNode, context: Context): void {
    this.nonempty(node['targets'], 'targets', node.kind);
    this.exprs(node['targets'], context);
  }

  /** Mirrors validate_stmt(). */
  stmt(node: RawNode): void {
    this.place(node);
    switch (node.kind) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        this.body(node);
        this.typeParams(node);
        this.parameters(node['args'] as RawNode);
        this.exprs(node['decorator_list'], 'Load');
        this.optional(node['returns']);
        return;
      case 'ClassDef':
        this.body(node);
        this.typeParams(node);
        this.exprs(node['bases'], 'Load');
        this.keywords(node['keywords']);
        this.exprs(node['decorator_list'], 'Load');
        return;
      case 'Return':
        this.optional(node['value']);
        return;
      case 'Delete':
        this.targets(node, 'Del');
        return;
      case 'Assign':
        this.targets(node, 'Store');
        this.expr(node['value'] as RawNode, 'Load');
        return;
      case 'AugAssign':
        this.expr(node['target'] as RawNode, 'Store');
        this.expr(node['value'] as RawNode, 'Load');
        return;
      case 'AnnAssign':
        if ((node['target'] as RawNode).kind !== 'Name' && node['simple'] === true) raise(this.rt, TYPE_ERROR, 'AnnAssign with simple non-Name target');
        this.expr(node['target'] as RawNode, 'Store');
        this.optional(node['value']);
        this.expr(node['annotation'] as RawNode, 'Load');
        return;
      case 'TypeAlias':
        if ((node['name'] as RawNode).kind !== 'Name') raise(this.rt, TYPE_ERROR, 'TypeAlias with non-Name name');
        this.expr(node['name'] as RawNode, 'Store');
        this.typeParams(node);
        this.expr(node['value'] as RawNode, 'Load');
        return;
      case 'For':
      case 'AsyncFor':
        this.expr(node['target'] as RawNode, 'Store');
        this.expr(node['iter'] as RawNode, 'Load');
        this.body(node);
        this.stmts(node['orelse'] as Nodes);
        return;
      case 'While':
      case 'If':
        this.expr(node['test'] as RawNode, 'Load');
        this.body(node);
        this.stmts(node['orelse'] as Nodes);
        return;
      case 'With':
      case 'AsyncWith':
        this.nonempty(node['items'], 'items', node.kind);
        for (const item of node['items'] as readonly RawNode[]) {
          this.expr(item['context_expr'] as RawNode, 'Load');
          this.optional(item['optional_vars'], 'Store');
        }
        this.body(node);
        return;
      case 'Match':
        this.expr(node['subject'] as RawNode, 'Load');
        this.nonempty(node['cases'], 'cases', 'Match');
        for (const branch of node['cases'] as readonly RawNode[]) {
          this.pattern(branch['pattern'] as RawNode, false);
          this.optional(branch['guard']);
          this.body(branch);
        }
        return;
      case 'Raise':
        if (node['exc'] === null && node['cause'] !== null) this.fail('Raise with cause but no exception');
        this.optional(node['exc']);
        this.optional(node['cause']);
        return;
      case 'Try':
      case 'TryStar':
        this.tryStatement(node);
        return;
      case 'Assert':
        this.expr(node['test'] as RawNode, 'Load');
        this.optional(node['msg']);
        return;
      case 'Import':
        this.nonempty(node['names'], 'names', 'Import');
        return;
      case 'ImportFrom':
        if ((node['level'] as number) < 0) this.fail('Negative ImportFrom level');
        this.nonempty(node['names'], 'names', 'ImportFrom');
        return;
      case 'Global':
      case 'Nonlocal':
        this.nonempty(node['names'], 'names', node.kind);
        return;
      case 'Expr':
        this.expr(node['value'] as RawNode, 'Load');
        return;
    }
  }

  private tryStatement(node: RawNode): void {
    this.body(node);
    const handlers = node['handlers'] as readonly RawNode[];
    const orelse = node['orelse'] as Nodes;
    const finalbody = node['finalbody'] as Nodes;
    if (handlers.length === 0 && finalbody.length === 0) this.fail(`${node.kind} has neither except handlers nor finalbody`);
    if (handlers.length === 0 && orelse.length !== 0) this.fail(`${node.kind} has orelse but no except handlers`);
    for (const handler of handlers) {
      this.place(handler);
      this.optional(handler['type']);
      if (astOf(this.rt.profile.version).checksHandlerName) this.name(handler['name']);
      this.body(handler);
    }
    this.stmts(finalbody);
    this.stmts(orelse);
  }

  private typeParams(node: RawNode): void {
    for (const param of (node['type_params'] ?? []) as readonly RawNode[]) {
      this.place(param);
      this.name(param['name']);
      this.optional(param['bound']);
      this.optional(param['default_value']);
    }
  }

  /** Mirrors validate_arguments(). */
  private parameters(node: RawNode): void {
    const list = (field: string): readonly RawNode[] => node[field] as readonly RawNode[];
    const parameter = (arg: RawNode | null): void => {
      if (arg === null) return;
      this.place(arg);
      this.optional(arg['annotation']);
    };
    for (const arg of [...list('posonlyargs'), ...list('args')]) parameter(arg);
    parameter(node['vararg'] as RawNode | null);
    for (const arg of list('kwonlyargs')) parameter(arg);
    parameter(node['kwarg'] as RawNode | null);
    if (list('defaults').length > list('posonlyargs').length + list('args').length) this.fail('more positional defaults than args on arguments');
    if (list('kw_defaults').length !== list('kwonlyargs').length) this.fail('length of kwonlyargs is not the same as kw_defaults on arguments');
    this.exprs(list('defaults'), 'Load');
    this.exprs(list('kw_defaults'), 'Load', true);
  }

  private keywords(list: unknown): void {
    for (const keyword of list as readonly RawNode[]) this.expr(keyword['value'] as RawNode, 'Load');
  }

  private comprehension(generators: unknown): void {
    if ((generators as Nodes).length === 0) this.fail('comprehension with no generators');
    for (const generator of generators as readonly RawNode[]) {
      this.expr(generator['target'] as RawNode, 'Store');
      this.expr(generator['iter'] as RawNode, 'Load');
      this.exprs(generator['ifs'], 'Load');
    }
  }

  /** Mirrors validate_expr(): first that the expression may stand there, then what is in it. */
  expr(node: RawNode, context: Context): void {
    this.place(node);
    const isTarget = ['Attribute', 'Subscript', 'Starred', 'Name', 'List', 'Tuple'].includes(node.kind);
    if (node.kind === 'Name') this.name(node['id']);
    if (!isTarget && context !== 'Load') this.fail(`expression which can't be assigned to in ${context} context`);
    if (isTarget && node['ctx'] !== context) this.fail(`expression must have ${context} context but has ${node['ctx'] as string} instead`);
    const load = (field: string): void => this.expr(node[field] as RawNode, 'Load');
    switch (node.kind) {
      case 'BoolOp':
        if ((node['values'] as Nodes).length < 2) this.fail('BoolOp with less than 2 values');
        this.exprs(node['values'], 'Load');
        return;
      case 'BinOp':
        load('left');
        load('right');
        return;
      case 'UnaryOp':
        load('operand');
        return;
      case 'Lambda':
        this.parameters(node['args'] as RawNode);
        load('body');
        return;
      case 'IfExp':
        load('test');
        load('body');
        load('orelse');
        return;
      case 'Dict':
        if ((node['keys'] as Nodes).length !== (node['values'] as Nodes).length) this.fail("Dict doesn't have the same number of keys as values");
        this.exprs(node['keys'], 'Load', true);
        this.exprs(node['values'], 'Load');
        return;
      case 'Set':
        this.exprs(node['elts'], 'Load');
        return;
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
        this.comprehension(node['generators']);
        load('elt');
        return;
      case 'DictComp':
        this.comprehension(node['generators']);
        load('key');
        this.optional(node['value']);
        return;
      case 'Yield':
        this.optional(node['value']);
        return;
      case 'YieldFrom':
      case 'Await':
      case 'Attribute':
        load('value');
        return;
      case 'Compare':
        this.compare(node);
        return;
      case 'Call':
        load('func');
        this.exprs(node['args'], 'Load');
        this.keywords(node['keywords']);
        return;
      case 'JoinedStr':
      case 'TemplateStr':
        this.exprs(node['values'], 'Load');
        return;
      case 'FormattedValue':
      case 'Interpolation':
        load('value');
        this.optional(node['format_spec']);
        return;
      case 'Subscript':
        load('slice');
        load('value');
        return;
      case 'Starred':
        this.expr(node['value'] as RawNode, context);
        return;
      case 'List':
      case 'Tuple':
        this.exprs(node['elts'], context);
        return;
      case 'Slice':
        for (const field of ['lower', 'upper', 'step']) this.optional(node[field]);
        return;
      case 'NamedExpr':
        if ((node['target'] as RawNode).kind !== 'Name') raise(this.rt, TYPE_ERROR, 'NamedExpr target must be a Name');
        load('value');
        return;
    }
  }

  private compare(node: RawNode): void {
    const { length } = node['comparators'] as Nodes;
    if (length === 0) this.fail('Compare with no comparators');
    if (length !== (node['ops'] as readonly string[]).length) this.fail('Compare has a different number of comparators and operands');
    this.exprs(node['comparators'], 'Load');
    this.expr(node['left'] as RawNode, 'Load');
  }

  /** Mirrors validate_pattern(). */
  private pattern(node: RawNode, isStarAllowed: boolean): void {
    this.place(node);
    switch (node.kind) {
      case 'MatchValue':
        this.patternValue(node['value'] as RawNode);
        return;
      case 'MatchSingleton':
        if (!constants.has((node['value'] as RawConstant).type)) this.fail('MatchSingleton can only contain True, False and None');
        return;
      case 'MatchSequence':
        this.patterns(node['patterns'], true);
        return;
      case 'MatchMapping': {
        const keys = node['keys'] as readonly RawNode[];
        if (keys.length !== (node['patterns'] as Nodes).length) this.fail("MatchMapping doesn't have the same number of keys as patterns");
        this.capture(node['rest']);
        for (const key of keys) {
          const isSingleton = key.kind === 'Constant' && constants.has((key['value'] as RawConstant).type);
          if (!isSingleton) this.patternValue(key);
        }
        this.patterns(node['patterns'], false);
        return;
      }
      case 'MatchClass':
        this.classPattern(node);
        return;
      case 'MatchStar':
        if (!isStarAllowed) this.fail("can't use MatchStar here");
        this.capture(node['name']);
        return;
      case 'MatchAs':
        this.capture(node['name']);
        if (node['pattern'] === null) return;
        if (node['name'] === null) this.fail('MatchAs must specify a target name if a pattern is given');
        this.pattern(node['pattern'] as RawNode, false);
        return;
      case 'MatchOr':
        if ((node['patterns'] as Nodes).length < 2) this.fail('MatchOr requires at least 2 patterns');
        this.patterns(node['patterns'], false);
        return;
    }
  }

  private classPattern(node: RawNode): void {
    if ((node['kwd_attrs'] as readonly unknown[]).length !== (node['kwd_patterns'] as Nodes).length) {
      this.fail("MatchClass doesn't have the same number of keyword attributes as patterns");
    }
    this.expr(node['cls'] as RawNode, 'Load');
    let part = node['cls'] as RawNode;
    while (part.kind === 'Attribute') part = part['value'] as RawNode;
    if (part.kind !== 'Name') this.fail('MatchClass cls field can only contain Name or Attribute nodes.');
    for (const name of node['kwd_attrs'] as readonly unknown[]) this.name(name);
    this.patterns(node['patterns'], false);
    this.patterns(node['kwd_patterns'], false);
  }

  private patterns(list: unknown, isStarAllowed: boolean): void {
    for (const node of list as readonly RawNode[]) this.pattern(node, isStarAllowed);
  }

  private capture(name: unknown): void {
    if (name === '_') this.fail("can't capture name '_' in patterns");
    this.name(name);
  }

  /** Mirrors validate_pattern_match_value(). */
  private patternValue(node: RawNode): void {
    this.expr(node, 'Load');
    switch (node.kind) {
      case 'Constant': {
        const { type } = node['value'] as RawConstant;
        if (constants.has(type) || type === 'Ellipsis') this.fail('unexpected constant inside of a literal pattern');
        return;
      }
      case 'Attribute':
      case 'JoinedStr':
      case 'TemplateStr':
        return;
      case 'UnaryOp':
        if (isNumber(node, true)) return;
        break;
      case 'BinOp': {
        const isSum = node['op'] === 'Add' || node['op'] === 'Sub';
        if (isSum && isNumber(node['left'] as RawNode, true) && isImaginary(node['right'] as RawNode)) return;
        break;
      }
      case 'Tuple':
        if (node['u_kind'] === undefined) break;
        this.fail('unexpected constant inside of a literal pattern');
    }
    this.fail('patterns may only match literals and attribute lookups');
  }
}

const isImaginary = ({ kind, value }: RawNode): boolean => kind === 'Constant' && (value as RawConstant).type === 'complex';

/** A number, or a negative one. */
function isNumber(node: RawNode, allowsMinus: boolean): boolean {
  if (node.kind === 'UnaryOp') return allowsMinus && node['op'] === 'USub' && isNumber(node['operand'] as RawNode, false);
  return node.kind === 'Constant' && ['int', 'float', 'complex', 'real'].includes((node['value'] as RawConstant).type);
}
