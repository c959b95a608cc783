/** Code objects as plain data: what the compiler writes and the build ships. The heap makes its own objects of them. */

export type Constant =
  | { readonly type: 'None' | 'True' | 'False' | 'Ellipsis' }
  | { readonly type: 'int'; readonly value: number | bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'complex'; readonly real: number; readonly imag: number }
  | { readonly type: 'str'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array }
  | { readonly type: 'tuple'; readonly items: readonly Constant[] }
  | { readonly type: 'frozenset'; readonly items: readonly Constant[] }
  | { readonly type: 'code'; readonly code: CodeData };

/** Bits of `flags`: CPython's. */
export const enum CodeFlag {
  OPTIMIZED = 0x1,
  NEWLOCALS = 0x2,
  VARARGS = 0x4,
  VARKEYWORDS = 0x8,
  NESTED = 0x10,
  GENERATOR = 0x20,
  COROUTINE = 0x80,
  ITERABLE_COROUTINE = 0x100,
  ASYNC_GENERATOR = 0x200,
}

/** Kinds of a slot of `localsplus`: CPython's CO_FAST_*. A cell that is also an argument has both bits. */
export const enum LocalKind {
  LOCAL = 0x20,
  CELL = 0x40,
  FREE = 0x80,
  /** A name of an inlined comprehension (3.12 and later): not shown by `locals()` outside it. */
  HIDDEN = 0x10,
}

export interface CodeData {
  readonly name: string;
  readonly qualname: string;
  readonly filename: string;
  readonly firstLine: number;
  readonly flags: number;
  readonly argcount: number;
  readonly posonlyargcount: number;
  readonly kwonlyargcount: number;
  /** Arguments, then other locals, then cells that are no arguments, then free variables: CPython's order. */
  readonly localsplusnames: readonly string[];
  readonly localspluskinds: Uint8Array;
  /** Greatest number of values on the stack at once. */
  readonly stacksize: number;
  readonly instructions: Int32Array;
  /** Four numbers an instruction: line, end line, start offset, end offset (UTF-16, in the whole source); line 0 = none. */
  readonly positions: Int32Array;
  /** Five numbers an entry, as CPython's table: start, end (exclusive), handler, stack depth, 1 to push the index. */
  readonly exceptionTable: Int32Array;
  readonly constants: readonly Constant[];
  readonly names: readonly string[];
  readonly unsupported: readonly UnsupportedConstruct[];
}

/** A construct refused at its place; `feature` completes "Exit Lens does not model … yet". */
export interface UnsupportedConstruct {
  readonly feature: string;
  readonly start: number;
  readonly end: number;
}
