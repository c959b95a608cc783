import type { Mod, Span, Stmt } from '../syntax/tree.ts';

/** The features, and the bit of `co_flags` that those which still mean something leave in all code of their module. */
const FEATURES: Readonly<Record<string, number>> = {
  nested_scopes: 0,
  generators: 0,
  division: 0,
  absolute_import: 0,
  with_statement: 0,
  print_function: 0,
  unicode_literals: 0,
  barry_as_FLUFL: 0x400000,
  generator_stop: 0,
  annotations: 0x1000000,
};

/** `from __future__ import annotations`. */
const ANNOTATIONS = FEATURES.annotations!;

/** The bits that code compiled by a program takes over from it. */
export const FUTURE_MASK = Object.values(FEATURES).reduce((mask, bit) => mask | bit, 0);

export interface Futures {
  readonly flags: number;
  readonly annotations: boolean;
}

/** Reads the `from __future__` imports at the head of a module; `inherited` are those in force already. Mirrors future_parse(). */
export function futuresOf(tree: Mod, inherited: number, spansStatement: boolean, report: (message: string, at: Span) => void): Futures {
  let flags = inherited;
  const answer = (): Futures => ({ flags, annotations: (flags & ANNOTATIONS) !== 0 });
  if (tree.kind === 'Expression') return answer();
  const place = (s: Span): Span => (spansStatement ? s : { start: s.start, end: s.start });
  let isHead = true;
  tree.body.forEach((s, i) => {
    if (s.kind === 'ImportFrom' && s.module === '__future__' && s.level === 0) {
      if (!isHead) report('from __future__ imports must occur at the beginning of the file', s);
      for (const { name } of s.names) {
        const bit = FEATURES[name];
        if (name === 'braces') report('not a chance', place(s));
        else if (bit === undefined) report(`future feature ${name} is not defined`, place(s));
        else if (isHead) flags |= bit;
      }
    } else if (!(i === 0 && isDocstring(s))) {
      isHead = false;
    }
  });
  return answer();
}

const isDocstring = (s: Stmt): boolean => s.kind === 'Expr' && s.value.kind === 'Constant' && s.value.value.type === 'str';
