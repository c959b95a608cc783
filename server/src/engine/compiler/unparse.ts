import type { Arguments, Comprehension, ConstantValue, Expr, FormattedValue, Interpolation, Operator } from '../syntax/tree.ts';
import * as complex from '../text/complex.ts';
import * as floating from '../text/float.ts';
import { repr, reprBytes } from '../text/repr.ts';

/** How tightly an expression holds together; what is looser than its surroundings gets parentheses. */
const enum Level {
  TUPLE,
  TEST,
  OR,
  AND,
  NOT,
  CMP,
  EXPR,
  BXOR,
  BAND,
  SHIFT,
  ARITH,
  TERM,
  FACTOR,
  POWER,
  AWAIT,
  ATOM,
}

/** The text of an expression as `from __future__ import annotations` keeps it. Mirrors _PyAST_ExprAsUnicode(). */
export function unparse(e: Expr): string {
  return text(e, Level.TEST);
}

const parenthesised = (content: string, wanted: boolean): string => (wanted ? `(${content})` : content);

const list = (elements: readonly Expr[], level = Level.TEST): string => elements.map((one) => text(one, level)).join(', ');

function text(e: Expr, level: Level): string {
  switch (e.kind) {
    case 'BoolOp': {
      const own = e.op === 'And' ? Level.AND : Level.OR;
      const parts = e.values.map((value) => text(value, own + 1));
      return parenthesised(parts.join(e.op === 'And' ? ' and ' : ' or '), level > own);
    }
    case 'BinOp': {
      const [symbol, own] = binary(e.op);
      const right = e.op === 'Pow' ? 1 : 0;
      return parenthesised(`${text(e.left, own + right)} ${symbol} ${text(e.right, own + 1 - right)}`, level > own);
    }
    case 'UnaryOp': {
      const own = e.op === 'Not' ? Level.NOT : Level.FACTOR;
      const symbol = e.op === 'Not' ? 'not ' : e.op === 'Invert' ? '~' : e.op === 'UAdd' ? '+' : '-';
      return parenthesised(symbol + text(e.operand, own), level > own);
    }
    case 'Lambda': {
      const positional = e.args.args.length + e.args.posonlyargs.length > 0;
      return parenthesised(`lambda${positional ? ' ' : ''}${parameters(e.args)}: ${text(e.body, Level.TEST)}`, level > Level.TEST);
    }
    case 'IfExp':
      return parenthesised(
        `${text(e.body, Level.TEST + 1)} if ${text(e.test, Level.TEST + 1)} else ${text(e.orelse, Level.TEST)}`, level > Level.TEST,
      );
    case 'Dict':
      return `{${e.values.map((value, i) => {
        const key = e.keys[i]!;
        return key === null ? `**${text(value, Level.EXPR)}` : `${text(key, Level.TEST)}: ${text(value, Level.TEST)}`;
      }).join(', ')}}`;
    case 'Set':
      return `{${list(e.elts)}}`;
    case 'GeneratorExp':
      return `(${text(e.elt, Level.TEST)}${clauses(e.generators)})`;
    case 'ListComp':
      return `[${text(e.elt, Level.TEST)}${clauses(e.generators)}]`;
    case 'SetComp':
      return `{${text(e.elt, Level.TEST)}${clauses(e.generators)}}`;
    case 'DictComp':
      return `{${text(e.key, Level.TEST)}${e.value === null ? '' : `: ${text(e.value, Level.TEST)}`}${clauses(e.generators)}}`;
    case 'Yield':
      return e.value === null ? '(yield)' : `(yield ${text(e.value, Level.TEST)})`;
    case 'YieldFrom':
      return `(yield from ${text(e.value, Level.TEST)})`;
    case 'Await':
      return parenthesised(`await ${text(e.value, Level.ATOM)}`, level > Level.AWAIT);
    case 'Compare': {
      const rest = e.ops.map((op, i) => ` ${COMPARISONS[op]} ${text(e.comparators[i]!, Level.CMP + 1)}`);
      return parenthesised(text(e.left, Level.CMP + 1) + rest.join(''), level > Level.CMP);
    }
    case 'Call': {
      const only = e.args[0];
      if (e.args.length === 1 && e.keywords.length === 0 && only!.kind === 'GeneratorExp') {
        return text(e.func, Level.ATOM) + text(only!, Level.TEST);
      }
      const keywords = e.keywords.map(({ arg, value }) => (arg === null ? '**' : `${arg}=`) + text(value, Level.TEST));
      return `${text(e.func, Level.ATOM)}(${[...e.args.map((arg) => text(arg, Level.TEST)), ...keywords].join(', ')})`;
    }
    case 'JoinedStr':
      return `f${repr(interpolatedBody(e.values))}`;
    case 'TemplateStr':
      return `t${repr(interpolatedBody(e.values))}`;
    case 'FormattedValue':
    case 'Interpolation':
      return `f${repr(field(e))}`;
    case 'Constant':
      return (e.u_kind ? 'u' : '') + constant(e.value);
    case 'Attribute': {
      const isNumber = e.value.kind === 'Constant' && e.value.value.type === 'int';
      return `${text(e.value, Level.ATOM)}${isNumber ? ' ' : ''}.${e.attr}`;
    }
    case 'Starred':
      return `*${text(e.value, Level.EXPR)}`;
    case 'Name':
      return e.id;
    case 'List':
      return `[${list(e.elts)}]`;
    case 'Tuple':
      if (e.elts.length === 0) return '()';
      return parenthesised(list(e.elts) + (e.elts.length === 1 ? ',' : ''), level > Level.TUPLE);
    case 'Slice': {
      const part = (bound: Expr | null): string => (bound === null ? '' : text(bound, Level.TEST));
      return `${part(e.lower)}:${part(e.upper)}${e.step === null ? '' : `:${part(e.step)}`}`;
    }
    case 'Subscript':
      return `${text(e.value, Level.ATOM)}[${text(e.slice, Level.TUPLE)}]`;
    case 'NamedExpr':
      return parenthesised(`${text(e.target, Level.ATOM)} := ${text(e.value, Level.ATOM)}`, level > Level.TUPLE);
    case 'Missing':
      return '';
  }
}

function binary(op: Operator): [string, Level] {
  switch (op) {
    case 'Add':
      return ['+', Level.ARITH];
    case 'Sub':
      return ['-', Level.ARITH];
    case 'Mult':
      return ['*', Level.TERM];
    case 'MatMult':
      return ['@', Level.TERM];
    case 'Div':
      return ['/', Level.TERM];
    case 'Mod':
      return ['%', Level.TERM];
    case 'FloorDiv':
      return ['//', Level.TERM];
    case 'LShift':
      return ['<<', Level.SHIFT];
    case 'RShift':
      return ['>>', Level.SHIFT];
    case 'BitOr':
      return ['|', Level.EXPR];
    case 'BitXor':
      return ['^', Level.BXOR];
    case 'BitAnd':
      return ['&', Level.BAND];
    case 'Pow':
      return ['**', Level.POWER];
  }
}

const COMPARISONS = {
  Eq: '==', NotEq: '!=', Lt: '<', LtE: '<=', Gt: '>', GtE: '>=', Is: 'is', IsNot: 'is not', In: 'in', NotIn: 'not in',
} as const;

function clauses(generators: readonly Comprehension[]): string {
  return generators.map((one) => {
    const tests = one.ifs.map((test) => ` if ${text(test, Level.TEST + 1)}`).join('');
    return ` ${one.is_async ? 'async ' : ''}for ${text(one.target, Level.TUPLE)} in ${text(one.iter, Level.TEST + 1)}${tests}`;
  }).join('');
}

function parameters(args: Arguments): string {
  const parts: string[] = [];
  const positional = [...args.posonlyargs, ...args.args];
  positional.forEach(({ arg }, i) => {
    const value = args.defaults[i - (positional.length - args.defaults.length)];
    parts.push(value === undefined ? arg : `${arg}=${text(value, Level.TEST)}`);
    if (i + 1 === args.posonlyargs.length) parts.push('/');
  });
  if (args.vararg !== null) parts.push(`*${args.vararg.arg}`);
  else if (args.kwonlyargs.length > 0) parts.push('*');
  args.kwonlyargs.forEach(({ arg }, i) => {
    const value = args.kw_defaults[i] ?? null;
    parts.push(value === null ? arg : `${arg}=${text(value, Level.TEST)}`);
  });
  if (args.kwarg !== null) parts.push(`**${args.kwarg.arg}`);
  return parts.join(', ');
}

function interpolatedBody(values: readonly Expr[]): string {
  return values.map((value) => {
    switch (value.kind) {
      case 'Constant':
        return value.value.type === 'str' ? value.value.value.replaceAll('{', '{{').replaceAll('}', '}}') : '';
      case 'FormattedValue':
      case 'Interpolation':
        return field(value);
      case 'JoinedStr':
        return interpolatedBody(value.values);
      default:
        return '';
    }
  }).join('');
}

function field(e: FormattedValue | Interpolation): string {
  const value = e.kind === 'Interpolation' ? e.str : text(e.value, Level.TEST + 1);
  const conversion = e.conversion > 0 ? `!${String.fromCharCode(e.conversion)}` : '';
  const spec = e.format_spec === null ? '' : `:${interpolatedBody(e.format_spec.values)}`;
  return `{${value.startsWith('{') ? ' ' : ''}${value}${conversion}${spec}}`;
}

function constant(value: ConstantValue): string {
  switch (value.type) {
    case 'Ellipsis':
      return '...';
    case 'int':
      return String(value.value);
    case 'float':
      return finite(floating.repr(value.value));
    case 'complex':
      return finite(complex.repr({ real: 0, imag: value.imag }));
    case 'str':
      return repr(value.value);
    case 'bytes':
      return reprBytes(value.value);
    default:
      return value.type;
  }
}

/** Infinity has no literal, but a number too large for a float has. */
const finite = (number: string): string => number.replaceAll('inf', '1e309');
