import type { Mod, Span, Stmt } from '../syntax/tree.ts';

const FEATURES = [
  'nested_scopes', 'generators', 'division', 'absolute_import', 'with_statement', 'print_function', 'unicode_literals',
  'barry_as_FLUFL', 'generator_stop', 'annotations',
];

export interface Futures {
  readonly annotations: boolean;
}

/** Reads the `from __future__` imports at the head of a module. Mirrors future_parse(). */
export function futuresOf(tree: Mod, spansStatement: boolean, report: (message: string, at: Span) => void): Futures {
  let annotations = false;
  if (tree.kind === 'Expression') return { annotations };
  const place = (s: Span): Span => (spansStatement ? s : { start: s.start, end: s.start });
  let isHead = true;
  tree.body.forEach((s, i) => {
    if (s.kind === 'ImportFrom' && s.module === '__future__' && s.level === 0) {
      if (!isHead) report('from __future__ imports must occur at the beginning of the file', s);
      for (const { name } of s.names) {
        if (name === 'annotations') annotations ||= isHead;
        else if (name === 'braces') report('not a chance', place(s));
        else if (!FEATURES.includes(name)) report(`future feature ${name} is not defined`, place(s));
      }
    } else if (!(i === 0 && isDocstring(s))) {
      isHead = false;
    }
  });
  return { annotations };
}

const isDocstring = (s: Stmt): boolean => s.kind === 'Expr' && s.value.kind === 'Constant' && s.value.value.type === 'str';
