import { TypeFlag } from '../heap/heap.ts';
import { FRAME, NONE, TRACEBACK, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { badArgument } from './arguments.ts';
import { defineType } from './core/define.ts';
import { orNone, raise } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { newList } from './core/make.ts';
import { native } from './core/native.ts';
import { index } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin, type Steps } from './core/suspend.ts';
import { errorsProfile } from './exceptions-base.ts';
import { frameOf } from './frame.ts';

/** Payload of a traceback. `next` and `frame` are owned; `next` is NULL at the end of the chain. */
export class TracebackObject {
  constructor(
    public next: Ref,
    public frame: Ref,
    /** As Python shows it: twice the index of the instruction; negative if there is none. */
    readonly lasti: number,
    private readonly givenLine: number,
  ) {}

  get instruction(): number {
    return this.lasti < 0 ? -1 : this.lasti >> 1;
  }

  /** A line of −1 is that of the instruction (tb_get_lineno). */
  line(rt: Runtime): number {
    if (this.givenLine !== -1) return this.givenLine;
    const { code } = frameOf(rt, this.frame);
    return this.instruction < 0 ? code.data.firstLine : code.lineOf(this.instruction);
  }
}

export const tracebackOf = (rt: Runtime, ref: Ref): TracebackObject => rt.heap.payload[ref] as TracebackObject;

/** A new traceback entry; takes over `next` (NULL for none) and `frame`. */
export function newTraceback(rt: Runtime, next: Ref, frame: Ref, instruction: number, line: number): Ref {
  return rt.heap.allocateTracked(TRACEBACK, new TracebackObject(next, frame, instruction * 2, line));
}

/** The entries of a traceback in order, borrowed. */
export function tracebackEntries(rt: Runtime, traceback: Ref): TracebackObject[] {
  const entries: TracebackObject[] = [];
  for (let current = traceback; current !== NULL; current = entries.at(-1)!.next) entries.push(tracebackOf(rt, current));
  return entries;
}

/** Mirrors tb_new_impl(). */
function* tracebackNew(rt: Runtime, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const name = errorsProfile(rt).tracebackTypeName;
  const [next, frame, lasti, line] = bind(rt, name, 'tb_next, tb_frame, tb_lasti, tb_lineno', args, keywords) as [Ref, Ref, Ref, Ref];
  if (heap.type[frame] !== FRAME) badArgument(rt, name, "argument 'tb_frame'", 'frame', frame);
  const offset = Number(yield* index(rt, lasti));
  const number = Number(yield* index(rt, line));
  if (next !== NONE && heap.type[next] !== TRACEBACK) raise(rt, TYPE_ERROR, `expected traceback object or None, got '${typeName(rt, next)}'`);
  const following = next === NONE ? NULL : heap.incref(next);
  return heap.allocateTracked(TRACEBACK, new TracebackObject(following, heap.incref(frame), offset, number));
}

/** Mirrors tb_next_set(). */
function setNext(rt: Runtime, self: Ref, value: Ref): Eventual {
  const { heap } = rt;
  if (value === NULL) raise(rt, TYPE_ERROR, "can't delete tb_next attribute");
  if (value !== NONE && heap.type[value] !== TRACEBACK) raise(rt, TYPE_ERROR, `expected traceback object, got '${typeName(rt, value)}'`);
  const next = value === NONE ? NULL : value;
  for (let link = next; link !== NULL; link = tracebackOf(rt, link).next) {
    if (link === self) raise(rt, VALUE_ERROR, 'traceback loop detected');
  }
  const traceback = tracebackOf(rt, self);
  const old = traceback.next;
  traceback.next = next === NULL ? NULL : heap.incref(next);
  heap.xdecref(old);
  return NULL;
}

defineType({
  handle: TRACEBACK,
  name: 'traceback',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE,
  layout: {
    traverse: (payload, visit) => {
      const { next, frame } = payload as TracebackObject;
      if (next !== NULL) visit(next);
      if (frame !== NULL) visit(frame);
    },
    clear: (payload, released) => {
      const traceback = payload as TracebackObject;
      for (const owned of [traceback.next, traceback.frame]) if (owned !== NULL) released.push(owned);
      traceback.next = NULL;
      traceback.frame = NULL;
    },
  },
  slots: { tp_new: (rt, _type, args, keywords) => begin(rt, tracebackNew(rt, args, keywords)) },
  methods: [
    native('__dir__', '', (rt) =>
      newList(
        rt,
        ['tb_frame', 'tb_next', 'tb_lasti', 'tb_lineno'].map((name) => rt.intern(name)),
      ),
    ),
  ],
  attributes: [
    { name: 'tb_next', get: (rt, self) => orNone(rt, tracebackOf(rt, self).next), set: setNext },
    { name: 'tb_frame', member: true, get: (rt, self) => orNone(rt, tracebackOf(rt, self).frame) },
    { name: 'tb_lasti', member: true, get: (rt, self) => rt.newInt(tracebackOf(rt, self).lasti) },
    { name: 'tb_lineno', get: (rt, self) => rt.newInt(tracebackOf(rt, self).line(rt)) },
  ],
});
