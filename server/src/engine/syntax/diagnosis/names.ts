import type { Found } from './peg.ts';

export type TargetsType = 'star' | 'del' | 'for';

/** Mirrors _PyPegen_get_expr_name(). */
export function exprName(found: Found): string {
  switch (found.kind) {
    case 'Attribute': return 'attribute';
    case 'Subscript': return 'subscript';
    case 'Starred': return 'starred';
    case 'Name': return 'name';
    case 'List': return 'list';
    case 'Tuple': return 'tuple';
    case 'Lambda': return 'lambda';
    case 'Call': return 'function call';
    case 'BoolOp': case 'BinOp': case 'UnaryOp': return 'expression';
    case 'GeneratorExp': return 'generator expression';
    case 'Yield': case 'YieldFrom': return 'yield expression';
    case 'Await': return 'await expression';
    case 'ListComp': return 'list comprehension';
    case 'SetComp': return 'set comprehension';
    case 'DictComp': return 'dict comprehension';
    case 'Dict': return 'dict literal';
    case 'Set': return 'set display';
    case 'JoinedStr': case 'FormattedValue': return 'f-string expression';
    case 'TemplateStr': case 'Interpolation': return 't-string expression';
    case 'Constant':
      if (found.text === 'Ellipsis') return 'ellipsis';
      return ['None', 'True', 'False'].includes(found.text) ? found.text : 'literal';
    case 'Compare': return 'comparison';
    case 'IfExp': return 'conditional expression';
    case 'NamedExpr': return 'named expression';
    case 'Slice': case 'token': case 'arg': case 'arguments': case 'comprehension': case 'pattern': return '';
  }
}

/** Mirrors _PyPegen_get_invalid_target(): the first part that cannot be a target. */
export function invalidTarget(found: Found, type: TargetsType): Found | null {
  switch (found.kind) {
    case 'List': case 'Tuple':
      for (const part of found.parts) {
        const invalid = invalidTarget(part, type);
        if (invalid !== null) return invalid;
      }
      return null;
    case 'Starred':
      return type === 'del' ? found : invalidTarget(found.parts[0]!, type);
    case 'Compare':
      if (type !== 'for') return found;
      return found.text === 'In' ? invalidTarget(found.parts[0]!, type) : null;
    case 'Name': case 'Subscript': case 'Attribute':
      return null;
    default:
      return found;
  }
}
