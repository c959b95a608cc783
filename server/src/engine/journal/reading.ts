import type { CodeData } from '../compiler/code.ts';
import { argumentOf, Op, opcodeOf } from '../compiler/opcodes.ts';
import type { LineIndex } from '../syntax/lines.ts';
import type { ProblemKind } from '../syntax/problems.ts';
import type { Mod } from '../syntax/tree.ts';
import type { Place, SyntaxReport, Unsupported } from './record.ts';

/** A text that the program is made of, as it was read before any of it ran. */
export interface ReadText {
  readonly filename: string;
  readonly tree: Mod;
  readonly lines: LineIndex;
  /** What is wrong with it, in the order in which CPython finds it: it would stop at the first. */
  readonly problems: readonly { readonly kind: ProblemKind; readonly message: string; readonly start: number; readonly end: number }[];
  /** Null where something is wrong. */
  readonly code: CodeData | null;
}

export function syntaxReports({ filename, lines, problems }: ReadText): SyntaxReport[] {
  return problems.map(({ kind, message, start, end }) => ({ kind, message, place: { file: filename, line: lines.line(start), start, end } }));
}

/**
 * What the text names and the engine does not cover, whether or not the run comes there. `missingFor` says which module
 * an import stops at, if it does: the one that is imported or one that it needs.
 */
export function unsupportedIn({ filename, lines, code }: ReadText, missingFor: (module: string) => string | null): Unsupported[] {
  const found: Unsupported[] = [];
  const add = (feature: string, start: number, end: number, neededBy: string | null = null): void => {
    found.push({ place: { file: filename, line: lines.line(start), start, end }, feature, neededBy, reached: false });
  };
  for (const part of code === null ? [] : withNested(code)) {
    for (const { feature, start, end } of part.unsupported) add(feature, start, end);
    part.instructions.forEach((word, i) => {
      if (opcodeOf(word) !== Op.IMPORT_NAME) return;
      const name = part.names[argumentOf(word)]!;
      // A relative import has an empty name, or one that means something else.
      const missing = name === '' || levelOf(part, i) > 0 ? null : missingFor(name);
      if (missing !== null) add(`the module ${missing}`, part.positions[i * 4 + 2]!, part.positions[i * 4 + 3]!, name.startsWith(missing) ? null : name);
    });
  }
  return found;
}

/** The modules that the text imports by absolute names. */
export function importsIn({ filename, lines, code }: ReadText): { readonly place: Place; readonly module: string }[] {
  return (code === null ? [] : withNested(code)).flatMap((part) =>
    [...part.instructions].flatMap((word, i) => {
      if (opcodeOf(word) !== Op.IMPORT_NAME || levelOf(part, i) > 0) return [];
      const [start, end] = [part.positions[i * 4 + 2]!, part.positions[i * 4 + 3]!];
      return [{ place: { file: filename, line: lines.line(start), start, end }, module: part.names[argumentOf(word)]! }];
    }),
  );
}

function withNested(code: CodeData): CodeData[] {
  return [code, ...code.constants.flatMap((constant) => (constant.type === 'code' ? withNested(constant.code) : []))];
}

/** The level of an import: the constant loaded before the names, which are loaded before IMPORT_NAME. */
function levelOf({ instructions, constants }: CodeData, at: number): number {
  const constant = constants[argumentOf(instructions[at - 2] ?? 0)];
  return constant?.type === 'int' ? Number(constant.value) : 0;
}
