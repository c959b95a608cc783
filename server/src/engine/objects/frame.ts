import { CodeFlag, LocalKind } from '../compiler/code.ts';
import { argumentOf, Op, opcodeOf } from '../compiler/opcodes.ts';
import { TypeFlag } from '../heap/heap.ts';
import { ATTRIBUTE_ERROR, CELL, FALSE, FRAME, NONE, RUNTIME_ERROR, TRUE, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { addressOf } from './core/addresses.ts';
import { setNamespaceItem } from './core/attributes.ts';
import { defineType } from './core/define.ts';
import { orNone, raise } from './core/errors.ts';
import { newDict } from './core/make.ts';
import { suspending, type NativeAttribute } from './core/native.ts';
import type { ExcInfo, Runtime } from './core/runtime.ts';
import { settle, type CallRequest, type Steps } from './core/suspend.ts';
import { cellOf } from './cell.ts';
import type { CodeObject } from './code.ts';
import { frameLocals } from './framelocals.ts';

/** What the loop does with a value that comes back to a Python frame. */
export const enum Resume {
  /** Drop `popCount` values, then push the result unless it is NULL. */
  FINISH,
  /** A `for` loop's next item, or NULL at the end. */
  FOR_ITER,
  /** A generator that this frame delegates to yields. */
  SEND,
  /** Another receiver of `send` answers: NULL at its end, with the value in `Runtime.generatorReturn`. */
  SENT,
  /** As FINISH, with NULL above the result: what LOAD_METHOD leaves for a callable that is no method. */
  METHOD,
  /** As FINISH, with the items of the resulting tuple in its place, the first on top. */
  UNPACK,
  /** The starred arguments of a call have become a tuple, which takes their place; then the instruction runs again. */
  ARGUMENTS,
  /** `__init__` of the instance on top of the call's operands is over: it is the call's result. */
  INIT,
  /** As FINISH with the truth of the operand; then the instruction runs again on it. */
  TRUTH,
  /** A special method that lies above its operands has answered (see operations/direct.ts); then as FINISH. */
  METHOD_ANSWER,
  /** The same of a binary operator: NotImplemented asks the right operand. */
  OPERATOR,
  /** The same of a comparison, which is a level of nesting. */
  COMPARISON,
  /** `__next__` of the iterator below it: its StopIteration ends the loop. */
  NEXT,
  /** Drop the result: the callee ran for its effect (finalisers). */
  DISCARD,
}

/** One level of the call chain: a Python frame, or a built-in waiting for Python code it called. */
export type Activation = Frame | NativeFrame;

/** Attributes of a frame object that the machine itself has no use for; both references are owned, or NULL. */
export class FrameExtras {
  /** Names that were set through `f_locals` and are no variables of the code: a dict. */
  locals = NULL;
  trace = NULL;
  traceLines = true;
  traceOpcodes = false;
}

/**
 * A Python frame. While it runs, locals, cells and temporaries are in the thread's value stack from `base`;
 * suspended or kept by a frame object, they are in `saved`.
 */
export class Frame {
  readonly isPython = true;
  base = 0;
  /** Stack pointer: index of the first free slot while another activation runs above. */
  sp = 0;
  /** Index of the next instruction. */
  pc = 0;
  /** The instruction whose effects are still being worked off after a jump; −1 if it is the one before `pc`. */
  executed = -1;
  previous: Activation | null = null;
  /** Namespace of a module or class body; owned, NULL in functions. */
  locals = NULL;
  /** The frame object, owned, where one was asked for. */
  object = NULL;
  /** The generator this frame belongs to, borrowed; NULL for calls. */
  generator = NULL;
  saved: Ref[] | null = null;
  /** The array that `saved` was before a generator ran on, for its next pause. */
  spare: Ref[] = [];
  resume = Resume.FINISH;
  popCount = 0;
  /** The generator's own handled exception, linked in while it runs. */
  excInfo: ExcInfo | null = null;
  completed = false;
  /** A frame for the next call from here; its `previous` is this one. It is nobody else's while it does not run. */
  callee: Frame | null = null;
  /** What Python code has set on the frame object, where it has. */
  extras: FrameExtras | null = null;
  /** The caller's frame object once this frame is only kept by its own; owned. */
  back = NULL;

  constructor(
    /** Owned. */
    public func: Ref,
    public codeRef: Ref,
    public code: CodeObject,
    public globals: Ref,
    public builtins: Ref,
    /** Locals are released from the last to the first (3.14 and later). */
    readonly clearsBackwards: boolean,
  ) {}

  /** The instruction being executed, or last executed. */
  get instruction(): number {
    return this.executed >= 0 ? this.executed : Math.max(this.pc - 1, 0);
  }

  get line(): number {
    return this.code.lineOf(this.instruction);
  }
}

/** A built-in that yielded a request, between the call it made and the answer. */
export class NativeFrame {
  readonly isPython = false;
  /** As a frame's. */
  callee: Frame | null = null;
  /** How many built-ins wait below with no Python frame between. */
  readonly nesting: number;
  constructor(
    readonly steps: Steps<Ref>,
    public previous: Activation | null,
    /** First free slot of the value stack while it waits. */
    readonly sp: number,
    public request: CallRequest | null,
    nesting = previous === null || previous.isPython ? 0 : previous.nesting + 1,
  ) {
    this.nesting = nesting;
  }
}

export const frameOf = (rt: Runtime, ref: Ref): Frame => rt.heap.payload[ref] as Frame;

/** A frame outlives its call: the caller needs another for the next. */
export function giveAway(frame: Frame): void {
  if (frame.previous !== null && frame.previous.callee === frame) frame.previous.callee = null;
}

/** The nearest Python frame at or below an activation. */
export function pythonFrame(activation: Activation | null): Frame | null {
  let current = activation;
  while (current !== null && !current.isPython) current = current.previous;
  return current;
}

/** The Python frame that runs, or RuntimeError. */
export function currentFrame(rt: Runtime): Frame {
  const frame = pythonFrame(rt.activation);
  if (frame === null) raise(rt, RUNTIME_ERROR, 'no current frame');
  return frame;
}

/** The frame object of a frame, made on first use: borrowed (_PyFrame_GetFrameObject). */
export function frameObject(rt: Runtime, frame: Frame): Ref {
  if (frame.object === NULL) frame.object = rt.heap.allocateTracked(FRAME, frame);
  return frame.object;
}

/** Reads a local by its position, whether the frame runs or not; NULL while unset. */
export function localAt(rt: Runtime, frame: Frame, index: number): Ref {
  const values = frame.saved;
  return values !== null ? (values[index] ?? NULL) : rt.stackSlot(frame.base + index);
}

/** The variables of a function's frame that have a value, borrowed, cells read through; in order of the code. */
export function* namedLocals(rt: Runtime, frame: Frame): Generator<readonly [index: number, value: Ref]> {
  const { localNames } = frame.code;
  for (let i = 0; i < localNames.length; i++) {
    const value = variableAt(rt, frame, i);
    if (value !== NULL) yield [i, value];
  }
}

/** The value of a variable, in its cell if it has one: borrowed, NULL while unset. */
export function variableAt(rt: Runtime, frame: Frame, index: number): Ref {
  const value = localAt(rt, frame, index);
  const isCell = value !== NULL && (frame.code.data.localspluskinds[index]! & (LocalKind.CELL | LocalKind.FREE)) !== 0 && rt.heap.type[value] === CELL;
  return isCell ? cellOf(rt, value).contents : value;
}

/** Variables of a function's frame as a new dict; for modules and classes the namespace itself. */
export function localsSnapshot(rt: Runtime, frame: Frame): Ref {
  const { heap } = rt;
  if ((frame.code.data.flags & CodeFlag.OPTIMIZED) === 0) return heap.incref(frame.locals === NULL ? frame.globals : frame.locals);
  const dict = newDict(rt);
  for (const [i, value] of namedLocals(rt, frame)) setNamespaceItem(rt, dict, frame.code.localNames[i]!, heap.incref(value));
  return dict;
}

/** Drops the values of a frame that is not running, in the version's order (frame_tp_clear). */
function clearSaved(rt: Runtime, frame: Frame): void {
  const values = frame.saved;
  if (values === null) return;
  frame.saved = [];
  if (frame.clearsBackwards) values.reverse();
  rt.heap.deaths.drop(values.filter((value) => value !== NULL));
}

/** True while a suspended generator waits in a `yield from` or `await`: its RESUME says so. */
export function isDelegating(frame: Frame): boolean {
  const instruction = frame.code.instructions[frame.pc] ?? 0;
  return opcodeOf(instruction) === Op.RESUME && argumentOf(instruction) >= 2;
}

/**
 * Mirrors _PyFrame_ClearExceptCode(): a frame object that others hold takes the values over (take_ownership), else
 * they are released: locals in the version's order, then namespace, function and code.
 */
export function endFrame(rt: Runtime, frame: Frame): void {
  const { heap } = rt;
  const object = frame.object;
  if (frame.saved === null) frame.saved = takeFromStack(rt, frame);
  frame.completed = true;
  if (object !== NULL && heap.refcount[object]! > 1) {
    const back = pythonFrame(frame.previous);
    if (back !== null && frame.back === NULL) frame.back = heap.incref(frameObject(rt, back));
    frame.previous = null;
    frame.object = NULL;
    heap.decref(object);
    return;
  }
  clearSaved(rt, frame);
  const { locals, func, codeRef } = frame;
  frame.locals = frame.func = frame.codeRef = frame.object = NULL;
  if (object !== NULL) heap.decref(object);
  heap.xdecref(locals);
  heap.xdecref(func);
  heap.xdecref(codeRef);
}

/** A copy of part of the value stack, in `values`: frames are short, and a loop is quicker than a typed array's methods. */
export function sliceOfStack({ stack }: Runtime, from: number, to: number, values: Ref[] = []): Ref[] {
  const count = to - from;
  for (let i = 0; i < count; i++) values[i] = stack[from + i]!;
  if (values.length !== count) values.length = count;
  return values;
}

function takeFromStack(rt: Runtime, frame: Frame): Ref[] {
  const { stack } = rt;
  const end = frame.base + frame.code.localsCount;
  const values = sliceOfStack(rt, frame.base, end);
  for (let i = frame.base; i < end; i++) stack[i] = NULL;
  return values;
}

/** Mirrors frame.clear(): a suspended generator is closed, anything else only loses its values. */
function* clearFrame(rt: Runtime, self: Ref): Steps<Ref> {
  const frame = frameOf(rt, self);
  if (frame.saved === null) raise(rt, RUNTIME_ERROR, 'cannot clear an executing frame');
  if (frame.generator !== NULL && !frame.completed) {
    if (!rt.profile.clearsSuspendedFrames && frame.excInfo !== null) raise(rt, RUNTIME_ERROR, 'cannot clear a suspended frame');
    yield* settle(rt, rt.typeOf(frame.generator).slots.tp_finalize!(rt, frame.generator));
  }
  clearSaved(rt, frame);
  return NONE;
}

const flagAttribute = (name: string, field: 'traceLines' | 'traceOpcodes', unset: boolean): NativeAttribute => ({
  name,
  get: (rt, self) => rt.newBool(frameOf(rt, self).extras?.[field] ?? unset),
  set: (rt, self, value) => {
    if (value !== TRUE && value !== FALSE) raise(rt, TYPE_ERROR, value === NULL ? `can't delete numeric/char attribute` : 'attribute value type must be bool');
    (frameOf(rt, self).extras ??= new FrameExtras())[field] = value === TRUE;
    return NULL;
  },
});

defineType({
  handle: FRAME,
  name: 'frame',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE,
  layout: {
    // A running frame, or one that a generator keeps, is no business of its frame object (frame_traverse).
    traverse: (payload, visit) => {
      const frame = payload as Frame;
      if (frame.extras !== null) for (const ref of [frame.extras.trace, frame.extras.locals]) if (ref !== NULL) visit(ref);
      if (!frame.completed) return;
      for (const ref of [frame.back, frame.func, frame.codeRef, frame.locals]) if (ref !== NULL) visit(ref);
      if (frame.saved !== null) for (const ref of frame.saved) if (ref !== NULL) visit(ref);
    },
    clear: (payload, released) => {
      const frame = payload as Frame;
      const { extras } = frame;
      frame.extras = null;
      if (extras !== null) for (const ref of [extras.trace, extras.locals]) if (ref !== NULL) released.push(ref);
      if (!frame.completed) return;
      const values = frame.saved ?? [];
      frame.saved = [];
      for (const ref of frame.clearsBackwards ? [...values].reverse() : values) if (ref !== NULL) released.push(ref);
      for (const ref of [frame.back, frame.locals, frame.func, frame.codeRef]) if (ref !== NULL) released.push(ref);
      frame.back = frame.locals = frame.func = frame.codeRef = NULL;
    },
  },
  slots: {
    tp_repr: (rt, self) => {
      const { code, line } = frameOf(rt, self);
      return rt.newStr(`<frame at 0x${addressOf(rt, self).toString(16)}, file '${code.data.filename}', line ${line}, code ${code.data.name}>`);
    },
  },
  methods: [suspending('clear', '', (rt, self) => clearFrame(rt, self))],
  attributes: [
    {
      name: 'f_back',
      get: (rt, self) => {
        const frame = frameOf(rt, self);
        if (frame.back !== NULL) return rt.heap.incref(frame.back);
        const back = frame.completed ? null : pythonFrame(frame.previous);
        return back === null ? NONE : rt.heap.incref(frameObject(rt, back));
      },
    },
    { name: 'f_code', get: (rt, self) => (frameOf(rt, self).codeRef === NULL ? NONE : rt.heap.incref(frameOf(rt, self).codeRef)) },
    { name: 'f_globals', get: (rt, self) => rt.heap.incref(frameOf(rt, self).globals) },
    { name: 'f_builtins', get: (rt, self) => rt.heap.incref(frameOf(rt, self).builtins) },
    { name: 'f_locals', get: frameLocals },
    { name: 'f_lasti', get: (rt, self) => rt.newInt(frameOf(rt, self).instruction * 2) },
    {
      name: 'f_lineno',
      get: (rt, self) => {
        // An instruction that the compiler made up may have no line.
        const { line } = frameOf(rt, self);
        return line > 0 ? rt.newInt(line) : NONE;
      },
      set: (rt, _self, value) => {
        if (value === NULL) raise(rt, ATTRIBUTE_ERROR, rt.profile.words.lineCannotBeDeleted);
        return raise(rt, VALUE_ERROR, rt.profile.words.lineIsTracersOwn);
      },
    },
    {
      name: 'f_trace',
      get: (rt, self) => orNone(rt, frameOf(rt, self).extras?.trace ?? NULL),
      set: (rt, self, value) => {
        const extras = (frameOf(rt, self).extras ??= new FrameExtras());
        const old = extras.trace;
        extras.trace = value === NULL || value === NONE ? NULL : rt.heap.incref(value);
        rt.heap.xdecref(old);
        return NULL;
      },
    },
    flagAttribute('f_trace_lines', 'traceLines', true),
    flagAttribute('f_trace_opcodes', 'traceOpcodes', false),
    {
      name: 'f_generator',
      get: (rt, self) => orNone(rt, frameOf(rt, self).generator),
    },
  ],
});
