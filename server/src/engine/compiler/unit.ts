import type { LineIndex } from '../syntax/lines.ts';
import type { AnnAssign, AsyncWith, Span, Stmt, With } from '../syntax/tree.ts';
import { Assembler } from './assembler.ts';
import type { Label } from './assembler.ts';
import { CodeFlag, LocalKind } from './code.ts';
import type { CodeData, Constant, UnsupportedConstruct } from './code.ts';
import { Op } from './opcodes.ts';
import { Def, Place } from './symtable/scopes.ts';
import type { Scope } from './symtable/scopes.ts';

/** What `return`, `break` and `continue` have to undo on their way out: CPython's frame blocks. */
export type Block =
  | { readonly kind: 'while' | 'for'; readonly start: Label; readonly exit: Label }
  | { readonly kind: 'try' | 'finally end' | 'value' | 'handler' | 'group handler' }
  | { readonly kind: 'finally'; readonly body: readonly Stmt[] }
  | { readonly kind: 'with'; readonly statement: With | AsyncWith; readonly at: Span }
  | { readonly kind: 'handler cleanup'; readonly name: string | null; readonly group: boolean };

export interface DeferredAnnotation {
  readonly name: string;
  readonly statement: AnnAssign;
  /** Its number among those that the flow of control may pass by, null when it cannot. */
  readonly conditional: number | null;
}

/** The number of arguments of each kind. */
export interface Signature {
  readonly positional: number;
  readonly positionalOnly: number;
  readonly keywordOnly: number;
}

export const NO_PARAMETERS: Signature = { positional: 0, positionalOnly: 0, keywordOnly: 0 };

/** One code object while it is being written. */
export class Unit {
  readonly assembler: Assembler;
  readonly blocks: Block[] = [];
  readonly varnames = new Map<string, number>();
  readonly cells: Map<string, number>;
  readonly frees: Map<string, number>;
  /** Names of inlined comprehensions outside functions: fast locals for as long as the comprehension lasts. */
  readonly fastHidden = new Map<string, boolean>();
  readonly unsupported: UnsupportedConstruct[] = [];
  /** Attributes that methods of this class set on `self` (3.13 and later). */
  readonly staticAttributes = new Set<string>();
  /** Annotated names of a module or class body, where `__annotate__` evaluates them. */
  readonly annotations: DeferredAnnotation[] = [];
  /** How many inlined comprehensions surround the code at hand. */
  inlinedComprehensions = 0;
  /** The `finally` bodies and loops around the code at hand: leaving a finally by a jump draws a warning. */
  readonly leaving: ('finally' | 'loop')[] = [];
  readonly scope: Scope;
  readonly name: string;
  readonly qualname: string;
  readonly firstLine: number;
  readonly className: string | null;
  readonly parent: Unit | null;
  readonly signature: Signature;
  readonly #constants = new Map<Constant, number>();
  readonly #names = new Map<string, number>();
  readonly #flags: number;

  constructor(
    lines: LineIndex, scope: Scope, name: string, qualname: string, firstLine: number, className: string | null,
    parent: Unit | null, signature: Signature, flags: number,
  ) {
    this.assembler = new Assembler(lines);
    this.scope = scope;
    this.name = name;
    this.qualname = qualname;
    this.firstLine = firstLine;
    this.className = className;
    this.parent = parent;
    this.signature = signature;
    this.#flags = flags;
    this.cells = indexed(scope.namesAt(Place.CELL, Def.COMP_CELL));
    if (scope.kind === 'class') {
      if (scope.needsClassClosure) this.cells.set('__class__', this.cells.size);
      if (scope.needsClassDict) this.cells.set('__classdict__', this.cells.size);
      if (scope.hasConditionalAnnotations) this.cells.set('__conditional_annotations__', this.cells.size);
    }
    this.frees = indexed(scope.namesAt(Place.FREE, Def.FREE_CLASS));
    for (const parameter of scope.parameters) {
      const index = this.local(parameter);
      if (scope.placeOf(parameter) === Place.LOCAL && !this.isDeleted(parameter)) this.assembler.markAssigned(index, true);
    }
  }

  /** The slot of a fast local, made on first use. */
  local(name: string): number {
    let index = this.varnames.get(name);
    if (index === undefined) this.varnames.set(name, (index = this.varnames.size));
    return index;
  }

  nameIndex(name: string): number {
    let index = this.#names.get(name);
    if (index === undefined) this.#names.set(name, (index = this.#names.size));
    return index;
  }

  constantIndex(constant: Constant): number {
    let index = this.#constants.get(constant);
    if (index === undefined) this.#constants.set(constant, (index = this.#constants.size));
    return index;
  }

  /** The provisional number of a cell or free variable; `finish` knows the slots. */
  deref(name: string, place: Place.CELL | Place.FREE): number {
    if (place === Place.CELL) return this.cells.get(name)!;
    return this.cells.size + this.frees.get(name)!;
  }

  isDeleted(name: string): boolean {
    return (this.scope.flagsOf(name) & Def.DELETED) !== 0;
  }

  /** Puts the code object together. Cells come behind the locals, except those of arguments. */
  finish(filename: string): CodeData {
    // The parameter of an `__annotate__` shows without the dot that keeps it apart from the names it evaluates.
    const isAnnotate = this.scope.kind === 'annotation';
    const localsplusnames = [...this.varnames.keys()].map((name) => (isAnnotate && name === '.format' ? 'format' : name));
    const kinds = localsplusnames.map((name) =>
      this.fastHidden.has(name) ? LocalKind.LOCAL | LocalKind.HIDDEN : LocalKind.LOCAL as number);
    const slots: number[] = [];
    for (const name of this.cells.keys()) {
      const shared = this.varnames.get(name);
      if (shared !== undefined) {
        kinds[shared]! |= LocalKind.CELL;
        slots.push(shared);
      } else {
        slots.push(localsplusnames.push(name) - 1);
        kinds.push(LocalKind.CELL);
      }
    }
    for (const name of this.frees.keys()) {
      slots.push(localsplusnames.push(name) - 1);
      kinds.push(LocalKind.FREE);
    }

    const prefix: number[] = [];
    if (this.frees.size > 0) prefix.push(Op.COPY_FREE_VARS | (this.frees.size << 8));
    const cells = slots.slice(0, this.cells.size).sort((a, b) => a - b);
    for (const slot of cells) {
      if ((kinds[slot]! & LocalKind.HIDDEN) === 0) prefix.push(Op.MAKE_CELL | (slot << 8));
    }
    const generates = (this.#flags & (CodeFlag.GENERATOR | CodeFlag.COROUTINE | CodeFlag.ASYNC_GENERATOR)) !== 0;
    if (generates) prefix.push(Op.RETURN_GENERATOR, Op.POP_TOP);

    const assembled = this.assembler.finish(prefix, (op, argument) => (namesCell(op) ? slots[argument]! : argument));
    return {
      name: this.name,
      qualname: this.qualname,
      filename,
      firstLine: this.firstLine,
      flags: this.#flags,
      argcount: this.signature.positional,
      posonlyargcount: this.signature.positionalOnly,
      kwonlyargcount: this.signature.keywordOnly,
      localsplusnames,
      localspluskinds: Uint8Array.from(kinds),
      stacksize: Math.max(assembled.stacksize, generates ? 1 : 0),
      instructions: assembled.instructions,
      positions: assembled.positions,
      exceptionTable: assembled.exceptionTable,
      constants: [...this.#constants.keys()],
      names: [...this.#names.keys()],
      unsupported: this.unsupported,
    };
  }
}

function indexed(names: readonly string[]): Map<string, number> {
  return new Map(names.map((name, index) => [name, index]));
}

function namesCell(op: Op): boolean {
  switch (op) {
    case Op.MAKE_CELL:
    case Op.LOAD_CLOSURE:
    case Op.LOAD_DEREF:
    case Op.STORE_DEREF:
    case Op.DELETE_DEREF:
    case Op.LOAD_FROM_DICT_OR_DEREF:
      return true;
    default:
      return false;
  }
}

/** Mirrors compute_code_flags(). */
export function flagsOf(scope: Scope, varargs: boolean, varkeywords: boolean): number {
  let flags = 0;
  if (scope.isFunctionLike) {
    flags |= CodeFlag.NEWLOCALS | CodeFlag.OPTIMIZED;
    if (scope.nested) flags |= CodeFlag.NESTED;
    if (scope.isGenerator) flags |= scope.isCoroutine ? CodeFlag.ASYNC_GENERATOR : CodeFlag.GENERATOR;
    else if (scope.isCoroutine) flags |= CodeFlag.COROUTINE;
    if (varargs) flags |= CodeFlag.VARARGS;
    if (varkeywords) flags |= CodeFlag.VARKEYWORDS;
  }
  return flags;
}
