import type { PythonVersion } from '../journal/record.ts';
import { LineIndex } from '../syntax/lines.ts';
import type { Mod, Span } from '../syntax/tree.ts';
import { compilationAllocations } from './allocations.ts';
import { beginAnnotations } from './annotations.ts';
import type { CodeData, UnsupportedConstruct } from './code.ts';
import { Compiler } from './compiler.ts';
import type { CompileProblem } from './compiler.ts';
import { NONE } from './constants.ts';
import { dialectOf } from './dialect.ts';
import { docstringOf } from './docstrings.ts';
import { expr } from './expressions.ts';
import { futuresOf } from './futures.ts';
import { Intrinsic1, Op } from './opcodes.ts';
import { body } from './statements.ts';
import { buildTable } from './symtable/build.ts';

export type { CompileProblem } from './compiler.ts';

export interface Compilation {
  readonly code: CodeData;
  /** In the order in which CPython finds them: it would stop at the first. */
  readonly errors: readonly CompileProblem[];
  readonly warnings: readonly CompileProblem[];
  readonly unsupported: readonly UnsupportedConstruct[];
  /** What CPython's compiler would have allocated for it: see allocations.ts. */
  readonly allocations: () => readonly number[];
}

/**
 * Turns a tree without syntax errors into a code object. `inherited` are the bits of the `from __future__` imports of
 * the program that compiles the text.
 */
export function compileModule(tree: Mod, source: string, filename: string, version: PythonVersion, inherited = 0): Compilation {
  const dialect = dialectOf(version);
  const found: CompileProblem[] = [];
  const report = (message: string, { start, end }: Span): void => {
    found.push({ kind: 'SyntaxError', message, start, end });
  };
  const futures = futuresOf(tree, inherited, dialect.futurePositions, report);
  const stringAnnotations = futures.annotations;
  const table = buildTable(tree, { dialect, stringAnnotations }, report);
  const lines = new LineIndex(source);
  const c = new Compiler(source, lines, filename, dialect, table, stringAnnotations, futures.flags);
  c.errors.push(...found);
  const code = found.length > 0 ? emptyCode(c, tree) : moduleCode(c, tree);
  const allocations = (): readonly number[] => compilationAllocations(table.top, code, lines, dialect.costs);
  return { code, errors: c.errors, warnings: c.warnings, unsupported: c.unsupported, allocations };
}

function moduleCode(c: Compiler, tree: Mod): CodeData {
  enterModule(c, tree);
  switch (tree.kind) {
    case 'Module': {
      const doc = docstringOf(c, tree.body);
      beginAnnotations(c, tree.body, tree.body[0] ?? c.startOfLine(1));
      if (doc !== null) {
        const at = tree.body[0]!;
        c.constant(doc, at);
        c.store('__doc__', at);
      }
      body(c, doc === null ? tree.body : tree.body.slice(1));
      c.assembler.exit(c.unit.constantIndex(NONE));
      break;
    }
    case 'Interactive':
      for (const s of tree.body) {
        if (s.kind === 'Expr') {
          expr(c, s.value);
          c.emit(Op.CALL_INTRINSIC_1, Intrinsic1.PRINT, s);
          c.emit(Op.POP_TOP, 0, s);
        } else {
          body(c, [s]);
        }
      }
      c.assembler.exit(c.unit.constantIndex(NONE));
      break;
    case 'Expression':
      expr(c, tree.body);
      c.emit(Op.RETURN_VALUE, 0, tree.body);
      break;
  }
  return c.leave();
}

/** A symbol table with errors is no base for code. */
function emptyCode(c: Compiler, tree: Mod): CodeData {
  enterModule(c, tree);
  c.assembler.exit(c.unit.constantIndex(NONE));
  return c.leave();
}

function enterModule(c: Compiler, tree: Mod): void {
  c.enter(c.table.scopeOf(tree), '<module>', { start: 0, end: 0 }, null);
}
