/** The TextMate grammar, run by the library that VS Code runs it with. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { root } from '../product.ts';

const path = join(root, 'syntaxes/python-scenario.tmLanguage.json');
let grammar: textmate.IGrammar;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(new Uint8Array(readFileSync(wasm)).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(path, 'utf8'), path),
  });
  const loaded = await registry.loadGrammar('source.python.scenario');
  if (loaded === null) throw new Error('the grammar cannot be loaded');
  grammar = loaded;
});

/** The innermost scope of each piece of text, white space left out. */
function scopes(...lines: readonly string[]): [string, string][] {
  const pieces: [string, string][] = [];
  let state = textmate.INITIAL;
  for (const line of lines) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const text = line.slice(startIndex, endIndex).trim();
      if (text !== '') pieces.push([text, (scopes.at(-1) ?? '').replace(/\.python$/, '')]);
    }
  }
  return pieces;
}

describe('the grammar', () => {
  it.each([
    ['class Conn(Base, metaclass=Meta):', 'Conn', 'entity.name.type.class'],
    ['class Conn(Base, metaclass=Meta):', 'Base', 'entity.other.inherited-class'],
    ['    def __del__(self, x: int = 1) -> None:', '__del__', 'support.function.magic'],
    ['    def __del__(self, x: int = 1) -> None:', 'self', 'variable.parameter.function.language.special.self'],
    ['async def work(a, *args, **kw):', 'args', 'variable.parameter.function'],
    ['@property', 'property', 'entity.name.function.decorator'],
    ['x = lambda y: y + 1', 'lambda', 'storage.type.function.lambda'],
    ['import gc, weakref', 'import', 'keyword.control.import'],
    ['raise ValueError("no") from error', 'ValueError', 'support.type.exception'],
    ['print(len(items))', 'len', 'support.function.builtin'],
    ['x = 0xFF + 1_000.5e-3j', '1_000.5e-3j', 'constant.numeric'],
    ['x = None  # nothing', 'nothing', 'comment.line.number-sign'],
    ['match = 1', 'match', 'variable.other'],
    ['match point:', 'match', 'keyword.control.flow'],
    ['if (n := next(it)) is not None: pass', ':=', 'keyword.operator.assignment'],
    ['s = "a\\n%d"', '%d', 'constant.character.format.placeholder.other'],
    ['s = rb"\\d"', 'rb', 'storage.type.string'],
    ['s = f"{value!r:>10} {{literal}}"', 'value', 'variable.other'],
    ['s = f"{value!r:>10} {{literal}}"', '{{', 'constant.character.escape'],
    ['größe = 1', 'größe', 'variable.other'],
  ])('%s: %s', (line, text, scope) => {
    expect(Object.fromEntries(scopes(line))[text]).toBe(scope);
  });

  it('marks an expectation and its stage', () => {
    expect(scopes('conn = Conn()  # fate: final-collection').slice(-4).map(([, scope]) => scope)).toEqual([
      'punctuation.definition.comment',
      'keyword.other.expectation',
      'punctuation.separator.expectation',
      'constant.other.stage',
    ]);
  });

  it('follows strings over lines, and ends an unclosed one at the line\'s end', () => {
    expect(scopes('"""A text', 'del x', '"""', 'del y').map(([, scope]) => scope).slice(-2)).toEqual([
      'keyword.control.flow',
      'variable.other',
    ]);
    expect(scopes("x = 'open", 'del x').at(-2)).toEqual(['del', 'keyword.control.flow']);
  });

  it('comes out of brackets and definitions where they end', () => {
    expect(scopes('def f(a,', '      b={"k": [1, 2]}):', '    return a').at(-2)).toEqual(['return', 'keyword.control.flow']);
    expect(scopes('x = d["k"](lambda: {1: 2}[1])', 'del x').at(-2)).toEqual(['del', 'keyword.control.flow']);
  });
});
