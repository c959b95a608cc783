import type { ClassDef, Expr } from '../syntax/tree.ts';
import { NOWHERE } from './assembler.ts';
import { callHelper } from './calls.ts';
import type { CodeData } from './code.ts';
import type { Compiler } from './compiler.ts';
import { NONE } from './constants.ts';
import { docstringOf } from './docstrings.ts';
import { applyDecorators, decorators, definitionStart, makeFunction } from './functions.ts';
import { Intrinsic1, Op } from './opcodes.ts';
import { beginAnnotations, endAnnotations } from './annotations.ts';
import { body } from './statements.ts';
import { byCodePoint, Place } from './symtable/scopes.ts';
import { withTypeParams } from './typeparams.ts';

export function classDef(c: Compiler, s: ClassDef): void {
  decorators(c, s.decorator_list);
  if (s.type_params.length > 0) {
    withTypeParams(c, s, 0, () => {
      c.store('.type_params', s);
      buildClass(c, s, () => {
        c.load('.type_params', s);
        c.emit(Op.CALL_INTRINSIC_1, Intrinsic1.SUBSCRIPT_GENERIC, s);
        c.store('.generic_base', s);
        const base: Expr = { kind: 'Name', id: '.generic_base', ctx: 'Load', start: s.start, end: s.end };
        return [...s.bases, base];
      });
    });
  } else {
    buildClass(c, s, () => s.bases);
  }
  applyDecorators(c, s.decorator_list);
  c.store(s.name, s);
}

function buildClass(c: Compiler, s: ClassDef, bases: () => readonly Expr[]): void {
  const code = classBody(c, s);
  c.emit(Op.LOAD_BUILD_CLASS, 0, s);
  c.emit(Op.PUSH_NULL, 0, s);
  makeFunction(c, code, 0, s);
  c.string(s.name, s);
  callHelper(c, s, 2, bases(), s.keywords);
}

/** Mirrors compiler_class_body(). */
function classBody(c: Compiler, s: ClassDef): CodeData {
  const start = definitionStart(s);
  const doc = docstringOf(c, s.body);
  c.enter(c.table.scopeOf(s), s.name, start, s.name);
  const { unit } = c;
  const at = c.startOfLine(unit.firstLine);
  c.load('__name__', at);
  c.store('__module__', at);
  c.string(unit.qualname, at);
  c.store('__qualname__', at);
  if (c.dialect.recordsClassFacts) {
    c.constant({ type: 'int', value: unit.firstLine }, at);
    c.store('__firstlineno__', at);
  }
  if (s.type_params.length > 0) {
    c.load('.type_params', at);
    c.store('__type_params__', at);
  }
  if (unit.scope.needsClassDict) {
    c.emit(Op.LOAD_LOCALS, 0, at);
    c.emit(Op.STORE_DEREF, unit.deref('__classdict__', Place.CELL), at);
  }
  beginAnnotations(c, s.body, at);
  if (doc !== null) {
    c.constant(doc, s.body[0]!);
    c.store('__doc__', s.body[0]!);
  }
  body(c, doc === null ? s.body : s.body.slice(1));
  endAnnotations(c, '__annotate_func__', at);
  if (c.dialect.recordsClassFacts) {
    c.constant(c.pool.strings([...unit.staticAttributes].sort(byCodePoint)), NOWHERE);
    c.store('__static_attributes__', NOWHERE);
  }
  if (unit.scope.needsClassDict) {
    c.emit(Op.LOAD_CLOSURE, unit.deref('__classdict__', Place.CELL), NOWHERE);
    c.store('__classdictcell__', NOWHERE);
  }
  if (unit.scope.needsClassClosure) {
    c.emit(Op.LOAD_CLOSURE, unit.deref('__class__', Place.CELL), NOWHERE);
    c.emit(Op.COPY, 1, NOWHERE);
    c.store('__classcell__', NOWHERE);
    c.emit(Op.RETURN_VALUE, 0, NOWHERE);
  } else {
    c.assembler.exit(unit.constantIndex(NONE));
  }
  return c.leave();
}
