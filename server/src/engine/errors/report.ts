import { NULL, type Ref } from '../heap/ref.ts';
import { exceptionOf } from '../objects/core/errors.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import type { Steps } from '../objects/core/suspend.ts';
import { exceptionsOf, isGroup } from '../objects/exceptions-group.ts';
import { finalPiecesByC, finalPiecesByPython } from './finalline.ts';
import { framePieces } from './frames.ts';
import type { Piece } from './piece.ts';
import { Sources } from './source.ts';

/** An exception as it will be printed, with what it came from and, for a group, what it holds. */
export interface Report {
  readonly stack: readonly Piece[];
  readonly final: readonly Piece[];
  readonly exceptions: readonly Report[] | null;
  /** The exception that is printed before this one. */
  readonly before: { readonly relation: 'cause' | 'context'; readonly report: Report } | null;
}

interface Link {
  readonly relation: 'cause' | 'context';
  readonly exception: Ref;
}

/** Mirrors print_exception_cause_and_context(): a link to an exception seen before is not followed. */
function linkByC(rt: Runtime, exception: Ref, seen: ReadonlySet<Ref>): Link | null {
  const { cause, context, suppressContext } = exceptionOf(rt, exception);
  if (cause !== NULL) return seen.has(cause) ? null : { relation: 'cause', exception: cause };
  return suppressContext || context === NULL || seen.has(context) ? null : { relation: 'context', exception: context };
}

/** As TracebackException's initialiser follows them: a cause seen before leaves the context. */
function linkByPython(rt: Runtime, exception: Ref, seen: ReadonlySet<Ref>): Link | null {
  const { cause, context, suppressContext } = exceptionOf(rt, exception);
  if (cause !== NULL && !seen.has(cause)) return { relation: 'cause', exception: cause };
  return suppressContext || context === NULL || seen.has(context) ? null : { relation: 'context', exception: context };
}

/** Mirrors print_exception_recursive(): the chain first, from its far end on; then the members of a group. */
export function* reportByC(rt: Runtime, exception: Ref, sources = new Sources(rt), seen = new Set<Ref>()): Steps<Report> {
  const { heap } = rt;
  // The program's code runs meanwhile: what is still to be printed is held.
  const chain: Link[] = [{ relation: 'context', exception: heap.incref(exception) }];
  seen.add(exception);
  for (let link = linkByC(rt, exception, seen); link !== null; link = linkByC(rt, link.exception, seen)) {
    chain.push(link);
    seen.add(heap.incref(link.exception));
  }
  let before: Report['before'] = null;
  for (;;) {
    const link = chain.pop()!;
    const { traceback } = exceptionOf(rt, link.exception);
    const stack = traceback === NULL ? [] : framePieces(rt, sources, traceback, 'c');
    const final = yield* finalPiecesByC(rt, link.exception);
    let exceptions: Report[] | null = null;
    if (isGroup(rt, link.exception)) {
      exceptions = [];
      for (const member of exceptionsOf(rt, link.exception)) exceptions.push(yield* reportByC(rt, member, sources, seen));
    }
    const report: Report = { stack, final, exceptions, before };
    heap.decref(link.exception);
    if (chain.length === 0) return report;
    before = { relation: link.relation, report };
  }
}

/** A report under construction: traceback.py makes the outermost first. */
interface Draft {
  readonly exception: Ref;
  readonly stack: readonly Piece[];
  readonly final: readonly Piece[];
  exceptions: Draft[] | null;
  before: { readonly relation: 'cause' | 'context'; readonly report: Draft } | null;
}

/** Mirrors TracebackException.__init__() and its queue. */
export function* reportByPython(rt: Runtime, exception: Ref): Steps<Report> {
  const sources = new Sources(rt);
  const seen = new Set<Ref>();
  const held: Ref[] = [];
  const draft = function* (of: Ref): Steps<Draft> {
    seen.add(of);
    held.push(rt.heap.incref(of));
    const { traceback } = exceptionOf(rt, of);
    const stack = traceback === NULL ? [] : framePieces(rt, sources, traceback, 'python');
    return { exception: of, stack, final: yield* finalPiecesByPython(rt, of), exceptions: null, before: null };
  };
  const outermost = yield* draft(exception);
  const queue = [outermost];
  for (let current = queue.pop(); current !== undefined; current = queue.pop()) {
    const link = linkByPython(rt, current.exception, seen);
    if (link !== null) {
      current.before = { relation: link.relation, report: yield* draft(link.exception) };
      queue.push(current.before.report);
    }
    if (isGroup(rt, current.exception)) {
      current.exceptions = [];
      for (const member of exceptionsOf(rt, current.exception)) current.exceptions.push(yield* draft(member));
      queue.push(...current.exceptions);
    }
  }
  for (const of of held) rt.heap.decref(of);
  return outermost;
}
