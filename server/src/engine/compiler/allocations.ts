import type { LineIndex } from '../syntax/lines.ts';
import { Kind, tupleKind } from '../versions/freelists.ts';
import type { CodeData, Constant } from './code.ts';
import { NONE } from './constants.ts';
import type { CompilationCosts } from './dialect.ts';
import { Op } from './opcodes.ts';
import { Scope } from './symtable/scopes.ts';

/**
 * What CPython's compiler allocates and frees of the objects that its collector counts, in order: a Kind for an
 * allocation, its complement (`~kind`) when one is freed. What stays are the tuples that code objects hold.
 */
export function compilationAllocations(top: Scope, code: CodeData, lines: LineIndex, costs: CompilationCosts): readonly number[] {
  return new Recording(lines, costs).compilation(top, code);
}

type Slice = { readonly type: 'slice'; readonly items: readonly Constant[] };
/** What `co_consts` may hold, and tuples of it. */
type Key = Constant | Slice | { readonly type: 'tuple'; readonly items: readonly Key[] };

/** A name and its position. */
const DIRECTIVE_LENGTH = 5;

/** Replays _PyAST_Compile(). */
class Recording {
  private readonly events: number[] = [];
  /** Keys of `c_const_cache`; what each key's tuples were, so that they can be freed. */
  private readonly cache = new Map<string, readonly number[]>();
  /** Code objects are equal to themselves only. */
  private readonly codes = new Map<CodeData, number>();

  constructor(
    private readonly lines: LineIndex,
    private readonly costs: CompilationCosts,
  ) {}

  /** 1 the compiler's dict and stack; 2 the symbol table; 3 its analysis; 4 the code objects; 5 all is freed. */
  compilation(top: Scope, code: CodeData): readonly number[] {
    this.allocate(Kind.DICT);
    this.allocate(Kind.LIST);
    if (this.costs.foldsFirst) this.folded(code);
    this.allocate(Kind.LIST);
    this.allocate(Kind.DICT);
    this.enterBlocks(top);
    this.repeat(this.costs.setsOfAnalysis, Kind.OTHER);
    this.analyze(top);
    this.repeat(this.costs.setsOfAnalysis, ~Kind.OTHER);
    this.unit(code, true);
    this.free(Kind.DICT);
    this.freeBlocks(top);
    this.free(Kind.LIST);
    this.free(Kind.DICT);
    for (const key of this.cache.values()) for (const kind of key) this.free(kind);
    this.free(Kind.LIST);
    return this.events;
  }

  private allocate(kind: number): void {
    this.events.push(kind);
  }

  private free(kind: number): void {
    this.events.push(~kind);
  }

  private repeat(count: number, event: number): void {
    for (let i = 0; i < count; i++) this.events.push(event);
  }

  private forAWhile(kinds: readonly number[]): void {
    for (const kind of kinds) this.allocate(kind);
    for (const kind of kinds) this.free(kind);
  }

  private tuple(length: number): void {
    if (length > 0) this.allocate(tupleKind(length));
  }

  /** Mirrors symtable_enter_block(), and symtable_record_directive() for `global` and `nonlocal`. */
  private enterBlocks(scope: Scope): void {
    this.events.push(Kind.DICT, Kind.LIST, Kind.LIST);
    for (const child of this.blocksOf(scope)) this.enterBlocks(child);
    if (scope.directives.length === 0) return;
    this.allocate(Kind.LIST);
    this.repeat(scope.directives.length, DIRECTIVE_LENGTH);
  }

  private freeBlocks(scope: Scope): void {
    this.events.push(~Kind.DICT, ~Kind.LIST, ~Kind.LIST);
    for (const child of this.blocksOf(scope)) this.freeBlocks(child);
    if (scope.directives.length === 0) return;
    this.repeat(scope.directives.length, ~DIRECTIVE_LENGTH);
    this.free(Kind.LIST);
  }

  /** Every function has a block for its annotations where these are deferred, even if it has none. */
  private *blocksOf(scope: Scope): Generator<Scope> {
    for (const child of scope.entered) {
      const { kind } = child.node;
      const isFunction = child.kind === 'function' && (kind === 'FunctionDef' || kind === 'AsyncFunctionDef');
      if (isFunction && this.costs.annotatesAll && child.annotations === null) yield new Scope('annotation', child.name, child.node, scope);
      yield child;
    }
  }

  /** Mirrors analyze_block(): the block's sets, the copies that each child gets, an iterator over the free names. */
  private analyze(scope: Scope): void {
    const { setsOfBlock, setsOfChild } = this.costs;
    this.allocate(Kind.OTHER);
    this.allocate(Kind.DICT);
    this.repeat(setsOfBlock - 1, Kind.OTHER);
    for (const child of this.blocksOf(scope)) {
      this.repeat(setsOfChild, Kind.OTHER);
      this.analyze(child);
      this.repeat(setsOfChild, ~Kind.OTHER);
    }
    this.allocate(Kind.OTHER);
    this.free(Kind.OTHER);
    this.free(Kind.DICT);
    this.repeat(setsOfBlock, ~Kind.OTHER);
  }

  /** Tuples of constants are made in the tree before anything else, and stay there. */
  private folded(code: CodeData): void {
    for (const constant of code.constants) {
      if (constant.type === 'code') this.folded(constant.code);
      else if (constant.type === 'tuple' && !isNames(constant)) this.tuple(constant.items.length);
      else if (constant.type === 'frozenset') this.frozenSet(constant.items.length);
    }
  }

  /** Mirrors compiler_enter_scope() … assemble() … compiler_exit_scope(). */
  private unit(code: CodeData, isModule: boolean): void {
    const { dictsOfUnit, othersOfUnit, hasCapsules } = this.costs;
    const others = othersOfUnit + (hasCapsules && !isModule ? 1 : 0);
    for (let i = 0; i < dictsOfUnit; i++) {
      this.allocate(Kind.DICT);
      // The names of cells and of free variables are sorted in a list.
      if (i === 1 || i === 2) this.events.push(Kind.LIST, ~Kind.LIST);
    }
    this.repeat(others, Kind.OTHER);
    if (hasInlinedComprehension(code)) this.forAWhile(this.costs.kindsOfInlining);
    const constants = this.constantsOf(code);
    for (const constant of constants.keys()) {
      if (constant.type === 'code') this.unit(constant.code, false);
      else this.constant(constant);
    }
    this.assemble(code, constants);
    this.repeat(dictsOfUnit, ~Kind.DICT);
    this.repeat(others, ~Kind.OTHER);
  }

  /** Mirrors merge_consts_recursive(). A tuple that is known already goes, unless the tree holds it. */
  private constant(constant: Key): void {
    const isNew = constant.type === 'tuple' && (!this.costs.foldsFirst || isNames(constant));
    if (isNew) this.tuple(constant.items.length);
    else if (constant.type === 'slice') this.allocate(Kind.SLICE);
    const isFirst = this.merge(constant);
    if (isNew && !isFirst && constant.items.length > 0) this.free(tupleKind(constant.items.length));
    if (constant.type === 'tuple' || constant.type === 'frozenset') for (const item of constant.items) this.merge(item);
    // The set of merged items takes the first one's place.
    if (constant.type === 'frozenset') this.frozenSet(constant.items.length);
  }

  /** A frozenset is made from a tuple, which goes. */
  private frozenSet(length: number): void {
    this.events.push(tupleKind(length), Kind.OTHER, ~tupleKind(length));
  }

  /** Mirrors makecode(): tables of bytes, then tuples of names, constants and locals, each merged with its equals. */
  private assemble(code: CodeData, constants: ReadonlyMap<Key, boolean>): void {
    this.allocate(Kind.LIST);
    this.mergeBytes(`e${code.exceptionTable.join()}`);
    this.mergeBytes(`l${this.lineTable(code)}`);
    this.mergeBytes(`c${this.codeKey(code)}`);
    this.mergeTuple(code.names.map(text));
    this.mergeTuple(this.remaining(constants));
    this.mergeTuple(code.localsplusnames.map(text));
    this.free(Kind.LIST);
  }

  private mergeBytes(key: string): void {
    this.look(key, [2]);
  }

  private mergeTuple(items: readonly Key[]): void {
    this.tuple(items.length);
    if (!this.merge({ type: 'tuple', items }) && items.length > 0) this.free(tupleKind(items.length));
  }

  /** The constants that the compiler adds, in order, and whether the finished code uses them. */
  private constantsOf({ instructions, constants }: CodeData): Map<Key, boolean> {
    const { foldsFirst, mapsByItems, slicesAreConstants } = this.costs;
    const used = new Set<Constant>();
    const isKeys = new Set<Constant>();
    const slices = new Map<string, Slice>();
    instructions.forEach((instruction, i) => {
      if (loadsConstant(instruction)) {
        const constant = constants[instruction >>> 8]!;
        used.add(constant);
        if (mapsByItems && (instructions[i + 1]! & 0xff) === Op.BUILD_CONST_KEY_MAP) isKeys.add(constant);
      } else if (slicesAreConstants && (instruction & 0xff) === Op.BUILD_SLICE) {
        const bounds = [...instructions.subarray(i - (instruction >>> 8), i)];
        if (bounds.every(loadsConstant)) slices.set(bounds.join(), { type: 'slice', items: bounds.map((bound) => constants[bound >>> 8]!) });
      }
    });
    const found = new Map<Key, boolean>();
    const add = (constant: Key, isUsed: boolean): void => {
      found.set(constant, isUsed || found.get(constant) === true);
    };
    for (const constant of constants) {
      if (constant.type === 'tuple' || constant.type === 'frozenset') {
        const direct = isKeys.has(constant);
        if (direct || (!foldsFirst && !isNames(constant))) for (const item of constant.items) add(item, direct);
        if (direct) continue;
      }
      add(constant, used.has(constant) && !this.isInlined(constant));
    }
    for (const slice of slices.values()) add(slice, true);
    return found;
  }

  /** Mirrors remove_unused_consts(), which leaves the first one; up to 3.11 only the last ones can go. */
  private remaining(constants: ReadonlyMap<Key, boolean>): Key[] {
    const all = [...constants.keys()];
    const isUsed = (constant: Key): boolean => constants.get(constant) === true;
    if (this.costs.trimsConstants) return all.slice(0, Math.max(1, all.findLastIndex(isUsed) + 1));
    const found = all.filter((constant, i) => i === 0 || isUsed(constant));
    return found.length === 0 && this.costs.keepsNone ? [NONE] : found;
  }

  /** Whether instructions have a constant in them, or find it in the interpreter. */
  private isInlined(constant: Constant): boolean {
    const { inlinesSmallInts, sharesCommonConstants } = this.costs;
    switch (constant.type) {
      case 'int':
        return inlinesSmallInts && constant.value < 256 && (constant.value >= 0 || (sharesCommonConstants && constant.value === -1));
      case 'None':
      case 'True':
      case 'False':
        return sharesCommonConstants;
      case 'str':
        return sharesCommonConstants && constant.value === '';
      default:
        return false;
    }
  }

  /** Equal where the instructions of two code objects are. */
  private codeKey({ instructions, constants }: CodeData): string {
    if (!this.costs.inlinesSmallInts) return instructions.join();
    return [...instructions].map((instruction) => {
      const constant = loadsConstant(instruction) ? constants[instruction >>> 8]! : NONE;
      return constant.type === 'int' && constant.value >= 0 && constant.value < 256 ? `i${constant.value}` : instruction;
    }).join();
  }

  /** Makes the constant's key and keeps it if it is the first of its kind; answers whether it is. */
  private merge(constant: Key): boolean {
    const made: number[] = [];
    const key = this.key(constant, made);
    return this.look(key, made);
  }

  private look(key: string, made: readonly number[]): boolean {
    for (const kind of made) this.allocate(kind);
    if (this.cache.has(key)) {
      for (const kind of made) this.free(kind);
      return false;
    }
    this.cache.set(key, made);
    return true;
  }

  /** Mirrors _PyCode_ConstantKey(): what tells apart equal objects of different types. Notes the tuples it makes. */
  private key(constant: Key, made: number[]): string {
    switch (constant.type) {
      case 'None':
      case 'Ellipsis':
        return constant.type;
      case 'int':
        return `i${constant.value}`;
      case 'str':
        return `s${JSON.stringify(constant.value)}`;
      case 'code':
        return `code${this.numberOf(constant.code)}`;
      case 'True':
      case 'False':
        made.push(2);
        return constant.type;
      case 'bytes':
        made.push(2);
        return `b${constant.value.join()}`;
      case 'float':
        made.push(Object.is(constant.value, -0) ? 3 : 2);
        return Object.is(constant.value, -0) ? 'f-0' : `f${constant.value}`;
      case 'complex':
        made.push(2);
        return `j${constant.real},${constant.imag}`;
      case 'slice': {
        made.push(Kind.SLICE);
        const keys = constant.items.map((item) => this.key(item, made));
        made.push(2);
        return `slice(${keys.join()})`;
      }
      case 'tuple':
      case 'frozenset': {
        const { items } = constant;
        if (constant.type === 'frozenset') {
          this.events.push(tupleKind(items.length), ~tupleKind(items.length));
          made.push(Kind.OTHER);
        } else if (items.length > 0) made.push(tupleKind(items.length));
        const keys = items.map((item) => this.key(item, made));
        made.push(2);
        return `${constant.type}(${keys.join()})`;
      }
    }
  }

  private numberOf(code: CodeData): number {
    let number = this.codes.get(code);
    if (number === undefined) this.codes.set(code, (number = this.codes.size));
    return number;
  }

  /** Lines from the first, and columns: equal where the location tables of two code objects are. */
  private lineTable({ positions, firstLine }: CodeData): string {
    const parts: number[] = [];
    for (let i = 0; i < positions.length; i += 4) {
      const line = positions[i]!;
      if (line === 0) parts.push(-1);
      else parts.push(line - firstLine, positions[i + 1]! - line, positions[i + 2]! - this.lines.start(line), positions[i + 3]! - positions[i + 2]!);
    }
    return parts.join();
  }
}

const hasInlinedComprehension = ({ instructions }: CodeData): boolean => instructions.some((instruction) => (instruction & 0xff) === Op.LOAD_FAST_AND_CLEAR);

function loadsConstant(instruction: number): boolean {
  const op = instruction & 0xff;
  return op === Op.LOAD_CONST || op === Op.RETURN_CONST;
}

const text = (value: string): Constant => ({ type: 'str', value });

/** Names of keywords and of imports are put together when the code is written. */
const isNames = (constant: Key): boolean => constant.type === 'tuple' && constant.items.length > 0 && constant.items.every((item) => item.type === 'str');
