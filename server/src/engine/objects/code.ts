import { CodeFlag, LocalKind, type CodeData, type Constant } from '../compiler/code.ts';
import { Compare, Op, opcodeOf } from '../compiler/opcodes.ts';
import { TypeFlag } from '../heap/heap.ts';
import { CODE, COMPLEX, ELLIPSIS, EMPTY_BYTES, FALSE, INDEX_ERROR, NONE, NOT_IMPLEMENTED, TRUE, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { newLineIterator, newPositionsIterator } from './code-lines.ts';
import { replaceCode } from './code-replace.ts';
import type { SelfCopying } from './core/copying.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { newBytes, newTuple } from './core/make.ts';
import { native, rawNative, suspending } from './core/native.ts';
import { equalsNow, hash, index } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { toSize } from './arguments.ts';
import { begin } from './core/suspend.ts';
import { unsupported } from './core/unsupported.ts';
import { isAtomicTuple } from './core/tracking.ts';
import { constantFrozenSet } from './frozenset.ts';
import { fuse } from './fusing.ts';
import { tupleKind } from '../versions/freelists.ts';

const noKeys = new Float64Array(0);
const noValues = new Int32Array(0);

/** Payload of a code object: the compiler's data with its constants and names as objects of this heap. */
export class CodeObject implements SelfCopying {
  /** The loop's own copy of the instructions, in which neighbours are fused; the compiler's until the code first runs. */
  instructions: Int32Array;
  /** Inline caches, two numbers an instruction: a version to compare with, and what was found under it. */
  cacheKeys: Float64Array = noKeys;
  cacheValues: Int32Array = noValues;
  /** The version of the builtins under which negative entries of LOAD_GLOBAL's cache hold. */
  builtinsVersion = 0;
  readonly localsCount: number;
  readonly argumentCount: number;
  /** Called with exactly its positional parameters, it needs no argument binding. */
  readonly simple: boolean;
  readonly isGenerator: boolean;
  readonly firstCell: number;
  /** Kinds of the tuples of constants and names that CPython frees with it; this machine makes none. */
  tuples: readonly number[] = [];

  constructor(
    readonly data: CodeData,
    readonly constants: Ref[],
    readonly names: Ref[],
    readonly localNames: Ref[],
    readonly nameRef: Ref,
    readonly qualnameRef: Ref,
  ) {
    this.instructions = data.instructions;
    this.localsCount = data.localsplusnames.length;
    this.argumentCount = data.argcount;
    this.simple = (data.flags & (CodeFlag.VARARGS | CodeFlag.VARKEYWORDS)) === 0 && data.kwonlyargcount === 0;
    this.isGenerator = (data.flags & (CodeFlag.GENERATOR | CodeFlag.COROUTINE | CodeFlag.ASYNC_GENERATOR)) !== 0;
    const cell = data.localspluskinds.findIndex((kind) => (kind & LocalKind.CELL) !== 0);
    this.firstCell = cell < 0 ? this.localsCount : cell;
  }

  copied(): CodeObject {
    const copy = new CodeObject(this.data, this.constants.slice(), this.names.slice(), this.localNames.slice(), this.nameRef, this.qualnameRef);
    copy.tuples = this.tuples;
    return copy;
  }

  /** Makes what only code that runs needs; most code of a library never does. */
  prepare(): void {
    if (this.cacheKeys.length !== 0) return;
    const { instructions } = this.data;
    this.instructions = fuse(instructions);
    this.cacheKeys = new Float64Array(instructions.length * 2);
    this.cacheValues = new Int32Array(instructions.length * 2);
  }

  /** Arguments of every kind, `*args` and `**kwargs` included: they come first among the locals. */
  get parameterCount(): number {
    const { argcount, kwonlyargcount, flags } = this.data;
    return argcount + kwonlyargcount + ((flags & CodeFlag.VARARGS) !== 0 ? 1 : 0) + ((flags & CodeFlag.VARKEYWORDS) !== 0 ? 1 : 0);
  }

  /** 1-based line of an instruction, 0 for none. A generator that has not begun stands on the line of its function. */
  lineOf(instruction: number): number {
    const line = this.data.positions[instruction * 4] ?? 0;
    if (line !== 0 || !this.isGenerator) return line;
    const { instructions } = this.data;
    const begins = [instruction, instruction - 1].some((at) => opcodeOf(instructions[at] ?? 0) === Op.RETURN_GENERATOR);
    return begins ? this.data.firstLine : 0;
  }
}

/** Equal constants of one compilation are one object, in whichever code objects they are (merge_const_one). */
function sharedConstant(rt: Runtime, constant: Constant, shared: Map<Constant, Ref>, tracksTuples: boolean): Ref {
  const known = shared.get(constant);
  if (known !== undefined) return rt.heap.incref(known);
  const made = constant.type === 'code' ? newCodeSharing(rt, constant.code, shared, tracksTuples) : newConstant(rt, constant, tracksTuples);
  if (constant.type !== 'code') shared.set(constant, made);
  return made;
}

/** A constant as an object: a new reference. Str constants that look like names are interned (intern_constants). */
function newConstant(rt: Runtime, constant: Constant, tracksTuples: boolean): Ref {
  switch (constant.type) {
    case 'None':
      return NONE;
    case 'True':
      return TRUE;
    case 'False':
      return FALSE;
    case 'Ellipsis':
      return ELLIPSIS;
    case 'int':
      return rt.newInt(constant.value);
    case 'float':
      return rt.newFloat(constant.value);
    case 'complex':
      return rt.heap.allocate(COMPLEX, { real: constant.real, imag: constant.imag });
    case 'str':
      return looksLikeName(constant.value) ? rt.intern(constant.value) : rt.newStr(constant.value);
    case 'bytes':
      return constant.value.length === 0 ? EMPTY_BYTES : newBytes(rt, constant.value);
    case 'tuple': {
      const tuple = newTuple(
        rt,
        constant.items.map((item) => newConstant(rt, item, tracksTuples)),
      );
      if (!tracksTuples && isAtomicTuple(rt.heap, tuple)) rt.heap.untrack(tuple);
      return tuple;
    }
    case 'frozenset': {
      // Interning that replaces one of its strings makes it anew (intern_constants).
      const replaced = constant.items.some((item) => item.type === 'str' && looksLikeName(item.value) && rt.interned.has(item.value));
      return constantFrozenSet(
        rt,
        constant.items.map((item) => newConstant(rt, item, tracksTuples)),
        rt.profile.copiesOfFrozenSets + (replaced ? 1 : 0),
      );
    }
    case 'code':
      return newCode(rt, constant.code);
  }
}

/** Only such strings are interned by the compiler (all_name_chars). */
const looksLikeName = (text: string): boolean => /^[A-Za-z0-9_]*$/.test(text);

/** `tracksTuples`: the collector knows the tuples among the constants, even those that can be part of no cycle. */
export function newCode(rt: Runtime, data: CodeData, tracksTuples = rt.profile.tracksConstantTuples): Ref {
  const made = newCodeSharing(rt, data, new Map<Constant, Ref>(), tracksTuples);
  shareTuples(rt, made);
  return made;
}

/** Equal tuples of one compilation are one, which goes with the last code object that has it. */
function shareTuples(rt: Runtime, root: Ref): void {
  const owners = new Map<string, CodeObject>();
  const visit = (self: Ref): void => {
    const { constants, names, localNames } = code(rt, self);
    const own = code(rt, self);
    for (const refs of [constants, names, localNames]) if (refs.length !== 0) owners.set(refs.join(), own);
    for (const constant of constants) if (rt.heap.type[constant] === CODE) visit(constant);
  };
  visit(root);
  const owned = new Map<CodeObject, number[]>();
  for (const [key, owner] of owners) {
    const kinds = owned.get(owner) ?? [];
    kinds.push(tupleKind(key.split(',').length));
    owned.set(owner, kinds);
  }
  for (const [owner, kinds] of owned) owner.tuples = kinds;
}

function newCodeSharing(rt: Runtime, data: CodeData, shared: Map<Constant, Ref>, tracksTuples: boolean): Ref {
  const code = new CodeObject(
    data,
    data.constants.map((constant) => sharedConstant(rt, constant, shared, tracksTuples)),
    data.names.map((name) => rt.intern(name)),
    data.localsplusnames.map((name) => rt.intern(name)),
    rt.intern(data.name),
    rt.intern(data.qualname),
  );
  return rt.heap.allocate(CODE, code);
}

const code = (rt: Runtime, self: Ref): CodeObject => rt.heap.payload[self] as CodeObject;
const sameItems = (a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};

/** Mirrors code_richcompare(): the names of the file and the qualified one do not matter. */
function sameCode(rt: Runtime, a: CodeObject, b: CodeObject): boolean {
  const fields = ['name', 'argcount', 'posonlyargcount', 'kwonlyargcount', 'flags', 'firstLine'] as const;
  if (fields.some((field) => a.data[field] !== b.data[field])) return false;
  const lists = ['instructions', 'positions', 'exceptionTable', 'names', 'localsplusnames', 'localspluskinds'] as const;
  if (lists.some((list) => !sameItems(a.data[list], b.data[list]))) return false;
  return a.constants.length === b.constants.length && a.constants.every((constant, i) => sameConstant(rt, constant, b.constants[i]!));
}

const sameConstant = (rt: Runtime, a: Ref, b: Ref): boolean =>
  a === b || (rt.heap.type[a] === rt.heap.type[b] && (isCode(rt, a) ? sameCode(rt, code(rt, a), code(rt, b)) : equalsNow(rt, a, b) === true));

const number =
  (field: 'argcount' | 'posonlyargcount' | 'kwonlyargcount' | 'firstLine' | 'flags' | 'stacksize') =>
  (rt: Runtime, self: Ref): Ref =>
    rt.newInt(code(rt, self).data[field]);

const namesOf = (rt: Runtime, self: Ref, kind: number, exclude = 0): Ref => {
  const { localNames, data } = code(rt, self);
  return newTuple(
    rt,
    localNames.filter((_, i) => (data.localspluskinds[i]! & kind) !== 0 && (data.localspluskinds[i]! & exclude) === 0).map((name) => rt.heap.incref(name)),
  );
};

defineType({
  handle: CODE,
  name: 'code',
  flags: TypeFlag.IMMUTABLE | TypeFlag.WEAKREFS,
  layout: {
    traverse: (payload, visit) => {
      const { constants, names, localNames, nameRef, qualnameRef } = payload as CodeObject;
      for (const refs of [constants, names, localNames, [nameRef, qualnameRef]]) for (const ref of refs) visit(ref);
    },
    clear: (payload, released, heap) => {
      const { constants, names, localNames, nameRef, qualnameRef, tuples } = payload as CodeObject;
      for (const kind of tuples) heap.onUnmadeFree(kind);
      released.push(...constants, ...names, ...localNames, nameRef, qualnameRef);
      constants.length = names.length = localNames.length = 0;
    },
  },
  slots: {
    tp_repr: (rt, self) => {
      const { data } = code(rt, self);
      return rt.newStr(`<code object ${data.name} at 0x${(self * 64 + 0x7f0000000000).toString(16)}, file "${data.filename}", line ${data.firstLine}>`);
    },
    tp_new: (rt, _type, args) => {
      if (args.length < 16) raise(rt, TYPE_ERROR, `code expected at least 16 arguments, got ${args.length}`);
      return unsupported('code() with bytecode');
    },
    tp_hash: (rt, self) => hash(rt, code(rt, self).nameRef),
    tp_richcompare: (rt, left, right, op) => {
      if (rt.heap.type[right] !== CODE || (op !== Compare.EQ && op !== Compare.NE)) return NOT_IMPLEMENTED;
      return rt.newBool(sameCode(rt, code(rt, left), code(rt, right)) === (op === Compare.EQ));
    },
  },
  methods: [
    native('co_lines', '', newLineIterator),
    native('co_positions', '', newPositionsIterator),
    suspending('_varname_from_oparg', 'oparg', function* (rt, self, [oparg]) {
      const name = code(rt, self).data.localsplusnames[toSize(rt, yield* index(rt, oparg!))];
      return name === undefined ? raise(rt, INDEX_ERROR, 'tuple index out of range') : rt.intern(name);
    }),
    rawNative('replace', (rt, self, args, keywords) => begin(rt, replaceCode(rt, code(rt, self), args, keywords))),
    rawNative('__replace__', (rt, self, args, keywords) => begin(rt, replaceCode(rt, code(rt, self), args, keywords))),
  ],
  attributes: [
    { name: 'co_argcount', member: true, get: number('argcount') },
    { name: 'co_posonlyargcount', member: true, get: number('posonlyargcount') },
    { name: 'co_kwonlyargcount', member: true, get: number('kwonlyargcount') },
    { name: 'co_firstlineno', member: true, get: number('firstLine') },
    { name: 'co_flags', member: true, get: number('flags') },
    { name: 'co_stacksize', member: true, get: number('stacksize') },
    { name: 'co_nlocals', get: (rt, self) => rt.newInt(code(rt, self).data.localspluskinds.filter((kind) => (kind & LocalKind.LOCAL) !== 0).length) },
    { name: 'co_name', member: true, get: (rt, self) => rt.heap.incref(code(rt, self).nameRef) },
    { name: 'co_qualname', member: true, get: (rt, self) => rt.heap.incref(code(rt, self).qualnameRef) },
    { name: 'co_filename', member: true, get: (rt, self) => rt.newStr(code(rt, self).data.filename) },
    { name: 'co_consts', member: true, get: (rt, self) => newTuple(rt, code(rt, self).constants.map((ref) => rt.heap.incref(ref))) },
    { name: 'co_names', member: true, get: (rt, self) => newTuple(rt, code(rt, self).names.map((ref) => rt.heap.incref(ref))) },
    { name: 'co_varnames', get: (rt, self) => namesOf(rt, self, LocalKind.LOCAL) },
    { name: 'co_cellvars', get: (rt, self) => namesOf(rt, self, LocalKind.CELL) },
    { name: 'co_freevars', get: (rt, self) => namesOf(rt, self, LocalKind.FREE) },
  ],
});

export const codeOf = (rt: Runtime, ref: Ref): CodeObject => rt.heap.payload[ref] as CodeObject;
export const isCode = (rt: Runtime, ref: Ref): boolean => ref !== NULL && rt.heap.type[ref] === CODE;
