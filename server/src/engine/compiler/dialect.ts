import type { PythonVersion } from '../journal/record.ts';
import { Kind } from '../versions/freelists.ts';

/** What code generation asks of a version; nothing else in the compiler knows version numbers. */
export interface Dialect {
  /** List, set and dict comprehensions run in the frame of their surroundings. */
  readonly inlinesComprehensions: boolean;
  /** Generators turn a StopIteration into a RuntimeError with a handler of their own. */
  readonly guardsStopIteration: boolean;
  /** A value tested by `a and b or c` is asked for its truth once. */
  readonly threadsShortCircuits: boolean;
  /** `x[a:b]` is one instruction, and its slice gone before what was sliced. */
  readonly hasSliceInstructions: boolean;
  /** Docstrings lose their common indentation. */
  readonly cleansDocstrings: boolean;
  /** A docstring is marked by a flag; before, the first constant of a function without one is None. */
  readonly marksDocstrings: boolean;
  /** Classes record `__firstlineno__` and `__static_attributes__`. */
  readonly recordsClassFacts: boolean;
  /** Instructions of `with` and `for` stand at the expression of their header, not at the whole statement. */
  readonly headerPositions: boolean;
  /** What a comprehension collects stands at its element, not at the whole comprehension. */
  readonly elementPositions: boolean;
  /** A jump stands at the condition it tests, not at the statement it belongs to. */
  readonly conditionPositions: boolean;
  /** `f'{x!r:{w}}'` converts before it evaluates the format spec. */
  readonly convertsBeforeSpec: boolean;
  /** A generator expression asks for its iterator when it is first resumed, not when it is made. */
  readonly iteratesInGenerator: boolean;
  /** Annotations are evaluated by `__annotate__` when somebody asks for them. */
  readonly defersAnnotations: boolean;
  /** Arithmetic on literals happens after the warnings, so that `-1` is no literal to them. */
  readonly foldsLate: boolean;
  /** Problems in the body of a `finally` are told once, though it is compiled twice; leaving it draws a warning. */
  readonly mindsFinally: boolean;
  /** The test of a `while` is compiled before and behind its body (up to 3.13). */
  readonly compilesTestsTwice: boolean;
  /** What has no place outside a coroutine is found with the scopes, before code is generated. */
  readonly checksCoroutinesEarly: boolean;
  /** Problems with imported names stand at the name, not at the statement. */
  readonly aliasPositions: boolean;
  /** Problems with `from __future__` span the statement. */
  readonly futurePositions: boolean;
  /** Messages about annotations name what they forbid without quotes. */
  readonly plainerMessages: boolean;
  /** `yield from` outside a function has a message of its own. */
  readonly namesYieldFrom: boolean;
  /** What messages call a parameter. */
  readonly parameterWord: 'argument' | 'parameter';
  /** The `__annotate__` of `f` is `f.__annotate__`. */
  readonly annotateBelongsToFunction: boolean;
  /** The warning about `is` names the type of the literal. */
  readonly namesLiteralType: boolean;
  /** Adding a real to a complex constant leaves the imaginary part alone. */
  readonly mixedComplex: boolean;
  /** `~True` is a constant; from 3.14 on it stays, as it warns at run time. */
  readonly foldsInvertedBools: boolean;
  /** What has no line and ends with a jump is copied to where jumps to it are, and has their line (3.13 and later). */
  readonly copiesLinelessBlocks: boolean;
  readonly costs: CompilationCosts;
}

/** What the compiler itself allocates: see allocations.ts. */
export interface CompilationCosts {
  /** Tuples of constants are folded in the tree, before the symbol table is built. */
  readonly foldsFirst: boolean;
  /** Each function has a block for its annotations. */
  readonly annotatesAll: boolean;
  readonly setsOfAnalysis: number;
  readonly setsOfBlock: number;
  readonly setsOfChild: number;
  readonly dictsOfUnit: number;
  /** Instruction sequences, which the collector counts since 3.13. */
  readonly othersOfUnit: number;
  /** Units wait on the compiler's stack in capsules that the collector counts. */
  readonly hasCapsules: boolean;
  /** Small integers are in the instruction, not among the constants. */
  readonly inlinesSmallInts: boolean;
  /** None, True, False, −1 and the empty str are the interpreter's, not among the constants. */
  readonly sharesCommonConstants: boolean;
  /** `[1:2]` is a constant. */
  readonly slicesAreConstants: boolean;
  /** The keys of a dict display are constants one by one, not a tuple. */
  readonly mapsByItems: boolean;
  /** What the compiler makes for a while to inline a comprehension. */
  readonly kindsOfInlining: readonly Kind[];
  /** Constants that no instruction uses stay, but for the last. */
  readonly trimsConstants: boolean;
  /** A code object without constants keeps the None that it would return at its end. */
  readonly keepsNone: boolean;
}

const AGES: Record<PythonVersion, number> = { '3.11': 11, '3.12': 12, '3.13': 13, '3.14': 14, '3.15': 15 };

export function dialectOf(version: PythonVersion): Dialect {
  const age = AGES[version];
  return {
    inlinesComprehensions: age >= 12,
    guardsStopIteration: age >= 12,
    threadsShortCircuits: age === 11 || age >= 14,
    hasSliceInstructions: age >= 12,
    cleansDocstrings: age >= 13,
    marksDocstrings: age >= 14,
    recordsClassFacts: age >= 13,
    headerPositions: age >= 13,
    elementPositions: age >= 12,
    conditionPositions: age >= 12,
    convertsBeforeSpec: age >= 13,
    iteratesInGenerator: age >= 15,
    defersAnnotations: age >= 14,
    foldsLate: age >= 14,
    mindsFinally: age >= 14,
    checksCoroutinesEarly: age >= 14,
    aliasPositions: age >= 14,
    futurePositions: age >= 14,
    plainerMessages: age >= 12,
    namesYieldFrom: age >= 13,
    parameterWord: age >= 15 ? 'parameter' : 'argument',
    annotateBelongsToFunction: age >= 14,
    namesLiteralType: age >= 12,
    compilesTestsTwice: age <= 13,
    foldsInvertedBools: age <= 13,
    copiesLinelessBlocks: age >= 13,
    mixedComplex: age >= 14,
    costs: {
      foldsFirst: age < 14,
      annotatesAll: age >= 14,
      setsOfAnalysis: age >= 12 ? 3 : 2,
      setsOfBlock: 5,
      setsOfChild: age >= 12 ? 4 : 3,
      dictsOfUnit: age >= 12 ? 6 : 5,
      othersOfUnit: age >= 13 ? 1 : 0,
      hasCapsules: age >= 13,
      inlinesSmallInts: age >= 14,
      sharesCommonConstants: age >= 15,
      slicesAreConstants: age >= 14,
      mapsByItems: age >= 14,
      kindsOfInlining: age >= 13 ? [Kind.DICT, Kind.LIST] : [Kind.LIST],
      trimsConstants: age === 11,
      keepsNone: age >= 14,
    },
  };
}
