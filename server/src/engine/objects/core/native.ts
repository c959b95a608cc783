import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import type { Runtime } from './runtime.ts';
import { begin, type Steps } from './suspend.ts';

/**
 * A function written in TypeScript. `args` is flat, one element a parameter of `signature`, NULL where an optional
 * argument is absent; `*name` collects the rest into `args[i]` as a new tuple that the call owns, `**name` likewise a
 * dict. Arguments are borrowed; the result is owned (immortal objects need no incref).
 */
export type NativeBody = (rt: Runtime, self: Ref, args: readonly Ref[]) => Eventual;
export type NativeSteps = (rt: Runtime, self: Ref, args: readonly Ref[]) => Steps<Ref>;

export type NativeKind = 'method' | 'class' | 'static';

export interface NativeFunction {
  readonly name: string;
  /**
   * Parameters as CPython's `__text_signature__` without self: `'object, /'`, `'iterable=(), /'`, `'*, key=None'`,
   * `'sub[, start[, end]], /'` is written `'sub, start=, end=, /'`. A parameter with `=` is optional. Names before
   * `/` cannot be given by keyword. The words of argument errors follow from the shape, as they do in CPython.
   */
  readonly signature: string;
  readonly kind: NativeKind;
  readonly body: NativeBody;
  /** Takes the call's arguments as they come instead of laid out: `args`, the last of them named by `keywords`. */
  readonly raw?: NativeCall;
  /** Of `__format__`: what it answers to a specification, for `format`, which needs no call for that. */
  readonly format?: NativeFormat;
  /** The versions that have it, where not all do: `12-`, `-13`, `13-14`. */
  readonly versions?: string;
  /** Does its own argument parsing, but for keywords, which it refuses before it looks at anything. */
  readonly positional?: true;
  /** The versions in which CPython has it as METH_VARARGS: keywords are refused first, and a bound one names itself without its type. */
  readonly varargs?: string;
}

/** Payload of what calls a native function. */
export interface NativeCallee {
  readonly def: NativeFunction;
}

export type NativeFormat = (rt: Runtime, self: Ref, spec: string) => string;

/** One that takes no keywords and does the rest of its argument parsing itself. */
export const positionalNative = (name: string, body: (rt: Runtime, self: Ref, args: readonly Ref[]) => Eventual): NativeFunction => ({
  ...rawNative(name, (rt, self, args) => body(rt, self, args)),
  positional: true,
});

export const varargs = (definition: NativeFunction, versions = '-'): NativeFunction => ({ ...definition, varargs: versions });

export type NativeCall = (rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref) => Eventual;

/** A method or function that runs no Python code, or hands over by answering SUSPENDED. */
export const native = (name: string, signature: string, body: NativeBody, kind: NativeKind = 'method'): NativeFunction => ({ name, signature, kind, body });

/** One that may run Python code, written as a generator. */
export const suspending = (name: string, signature: string, steps: NativeSteps, kind: NativeKind = 'method'): NativeFunction => ({
  name,
  signature,
  kind,
  body: (rt, self, args) => begin(rt, steps(rt, self, args)),
});

/** One that does its own argument parsing. */
export const rawNative = (name: string, raw: NativeCall, kind: NativeKind = 'method'): NativeFunction => ({
  name,
  signature: '*args, **kwargs',
  kind,
  body: (rt, self, args) => raw(rt, self, args, NULL),
  raw,
});

/** An attribute computed by the type (getset_descriptor). `set` receives NULL to delete. */
export interface NativeAttribute {
  readonly name: string;
  readonly get: (rt: Runtime, self: Ref) => Eventual;
  readonly set?: (rt: Runtime, self: Ref, value: Ref) => Eventual;
  /** Shown as `member_descriptor` instead of `getset_descriptor`, as for fields of a C struct. */
  readonly member?: boolean;
  /** The versions that have it, where not all do. */
  readonly versions?: string;
}
