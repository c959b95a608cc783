/** What the name under the cursor is, as far as the text alone can say. */
import { scan, type Token } from '../tokens.ts';

export type NameRole =
  /** The name of a `class` or `def` statement. */
  | 'class'
  | 'function'
  /** It stands for no object here: a parameter, a keyword argument, a name declared `global`. */
  | 'bare'
  | 'use';

export interface NameAt {
  readonly token: Token;
  readonly role: NameRole;
}

export function nameAt(source: string, offset: number): NameAt | null {
  const tokens = scan(source);
  const at = tokens.findIndex(({ kind, start, end }) => kind === 'name' && start <= offset && offset < end);
  const token = tokens[at];
  if (token === undefined || KEYWORDS.has(token.text)) return null;
  return { token, role: roleOf(tokens, at) };
}

function roleOf(tokens: readonly Token[], at: number): NameRole {
  const token = tokens[at];
  const before = tokens[at - 1]?.text;
  const after = tokens[at + 1]?.text;
  if (token === undefined) return 'use';
  if (before === 'class') return 'class';
  if (before === 'def') return 'function';
  if (token.bracket >= 0 && after === '=' && tokens[token.bracket]?.text === '(') return 'bare';
  if (isParameter(tokens, token, before)) return 'bare';
  const first = tokens.slice(0, at).findLast((other) => other.line < token.line || other.text === ';');
  const statement = first === undefined ? tokens[0] : tokens[tokens.indexOf(first) + 1];
  return statement !== undefined && DECLARATIONS.has(statement.text) ? 'bare' : 'use';
}

/** True in the brackets after `def NAME`, where names are declared and not read; defaults and annotations are read. */
function isParameter(tokens: readonly Token[], token: Token, before: string | undefined): boolean {
  if (token.bracket < 0 || tokens[token.bracket - 2]?.text !== 'def') return false;
  return before === '(' || before === ',' || before === '*' || before === '**';
}

const DECLARATIONS: ReadonlySet<string> = new Set(['global', 'nonlocal']);

const KEYWORDS: ReadonlySet<string> = new Set(
  ('False None True and as assert async await break class continue def del elif else except finally for from global if ' +
    'import in is lambda nonlocal not or pass raise return try while with yield').split(' '),
);
