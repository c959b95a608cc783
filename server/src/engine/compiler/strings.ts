import type { BinOp, Expr, FormattedValue, Interpolation, JoinedStr, Span, TemplateStr } from '../syntax/tree.ts';
import type { Compiler } from './compiler.ts';
import { STACK_USE_GUIDELINE, expr } from './expressions.ts';
import { constantOf } from './fold.ts';
import { Op } from './opcodes.ts';

/** An f-string. Mirrors compiler_joined_str(). */
export function interpolated(c: Compiler, e: JoinedStr): void {
  const count = e.values.length;
  if (count > STACK_USE_GUIDELINE) {
    c.string('', e);
    c.emitName(Op.LOAD_METHOD, 'join', e);
    c.emit(Op.BUILD_LIST, 0, e);
    for (const value of e.values) {
      expr(c, value);
      c.emit(Op.LIST_APPEND, 1, e);
    }
    c.emit(Op.CALL, 1, e);
    return;
  }
  if (count === 0) {
    c.string('', e);
    return;
  }
  for (const value of e.values) expr(c, value);
  if (count !== 1) c.emit(Op.BUILD_STRING, count, e);
}

/** The part of FORMAT_VALUE's argument that stands for `!s`, `!r` or `!a`. */
function conversionOf(conversion: number): number {
  switch (conversion) {
    case 0x73:
      return 1;
    case 0x72:
      return 2;
    case 0x61:
      return 3;
    default:
      return 0;
  }
}

export function formattedValue(c: Compiler, e: FormattedValue): void {
  expr(c, e.value);
  const conversion = conversionOf(e.conversion);
  if (e.format_spec === null) {
    c.emit(Op.FORMAT_VALUE, conversion, e);
    return;
  }
  const before = conversion !== 0 && c.dialect.convertsBeforeSpec;
  if (before) c.emit(Op.FORMAT_VALUE, conversion, e);
  expr(c, e.format_spec);
  c.emit(Op.FORMAT_VALUE, (before ? 0 : conversion) | 4, e);
}

/** A t-string: its texts, one before, between and after the interpolations; then these. Mirrors codegen_template_str(). */
export function template(c: Compiler, e: TemplateStr): void {
  const texts: (Expr | null)[] = [null];
  const interpolations: Interpolation[] = [];
  for (const value of e.values) {
    if (value.kind === 'Interpolation') {
      interpolations.push(value);
      texts.push(null);
    } else {
      texts[texts.length - 1] = value;
    }
  }
  for (const text of texts) {
    if (text === null) c.string('', e);
    else expr(c, text);
  }
  c.emit(Op.BUILD_TUPLE, texts.length, e);
  for (const one of interpolations) interpolation(c, one);
  c.emit(Op.BUILD_TUPLE, interpolations.length, e);
  c.emit(Op.BUILD_TEMPLATE, 0, e);
}

function interpolation(c: Compiler, e: Interpolation): void {
  expr(c, e.value);
  c.string(e.str, e);
  let argument = 2 | (conversionOf(e.conversion) << 2);
  if (e.format_spec !== null) {
    argument |= 1;
    expr(c, e.format_spec);
  }
  c.emit(Op.BUILD_INTERPOLATION, argument, e);
}

/** Writes `'%s and %r' % (x, y)` as the f-string it stands for, if it does. Mirrors optimize_format(). */
export function percentFormat(c: Compiler, e: BinOp): boolean {
  if (e.op !== 'Mod' || e.right.kind !== 'Tuple' || e.left.kind !== 'Constant' || e.left.value.type !== 'str') return false;
  const args = e.right.elts;
  if (args.some((arg) => arg.kind === 'Starred') || constantOf(e.right, c.dialect) !== null) return false;
  const values = splitFormat(e.left.value.value, args, e);
  if (values === null) return false;
  interpolated(c, { kind: 'JoinedStr', values, start: e.start, end: e.end });
  return true;
}

function splitFormat(format: string, args: readonly Expr[], at: Span): Expr[] | null {
  const values: Expr[] = [];
  const text = (value: string): void => {
    if (value === '') return;
    values.push({ kind: 'Constant', value: { type: 'str', value }, u_kind: false, start: at.start, end: at.end });
  };
  let literal = '';
  let position = 0;
  let used = 0;
  while (position < format.length) {
    const percent = format.indexOf('%', position);
    if (percent < 0) break;
    literal += format.slice(position, percent);
    if (format[percent + 1] === '%') {
      literal += '%';
      position = percent + 2;
      continue;
    }
    const match = /^([-+ #0]*)(\d{1,3})?(?:\.(\d{0,3}))?([sra])/.exec(format.slice(percent + 1, percent + 24));
    const value = args[used++];
    if (match === null || value === undefined) return null;
    text(literal);
    literal = '';
    const [whole, flags, width, precision, letter] = match;
    let spec = width === undefined ? '' : (flags!.includes('-') || Number(width) === 0 ? '' : '>') + Number(width);
    if (precision !== undefined) spec += `.${Number(precision)}`;
    const place = { start: value.start, end: value.end };
    values.push({
      kind: 'FormattedValue',
      value,
      conversion: letter!.charCodeAt(0),
      format_spec: spec === '' ? null : {
        kind: 'JoinedStr',
        values: [{ kind: 'Constant', value: { type: 'str', value: spec }, u_kind: false, ...place }],
        ...place,
      },
      ...place,
    });
    position = percent + 1 + whole.length;
  }
  if (used !== args.length) return null;
  text(literal + format.slice(position));
  return values;
}
