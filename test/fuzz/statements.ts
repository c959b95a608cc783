import { asyncByHand, generatorsByHand } from './byhand.ts';
import { asynchronous } from './asynchronous.ts';
import { classDefinition } from './classes.ts';
import { classFeatures } from './classfeatures.ts';
import { closures } from './closures.ts';
import { call, expression } from './expressions.ts';
import { functionDefinition, generatorDefinition } from './functions.ts';
import { formats } from './formats.ts';
import { chains, exceptionGroups } from './failures.ts';
import { libraryUse } from './libraryuse.ts';
import { builtinCalls, methodCalls, views } from './methods.ts';
import { evaluationOrder } from './order.ts';
import { classPatterns } from './patterns.ts';
import { weakReferences } from './weak.ts';
import { lifetime } from './lifetimes.ts';
import { compound, simple, type Statement } from './program.ts';
import { kinds, type Kind, type Scope } from './scope.ts';

const assignable: readonly Kind[] = ['int', 'int', 'str', 'list', 'dict', 'float', 'tuple', 'set', 'bytes', 'object', 'bool', 'iterator'];

/** A list of statements; `room` bounds how many there are, nested ones included. */
export function block(scope: Scope, room: number): Statement[] {
  const made: Statement[] = [];
  for (let left = scope.random.between(1, Math.max(1, room)); left > 0; left--) made.push(...guarded(scope, statement(scope, Math.floor(room / 2))));
  return made;
}

/** Most statements are put where an exception of theirs is reported and the program goes on. */
function guarded(scope: Scope, statements: readonly Statement[]): readonly Statement[] {
  const { random } = scope;
  const defines = statements.some((statement) => statement.kind === 'compound' && /^(def|class|async|@)/.test(statement.clauses[0]!.header));
  if (defines || random.chance(scope.outer === null ? 0.12 : 0.6)) return statements;
  return [compound(['try:', statements], [`except ${random.pick(['Exception', 'Exception', '(ValueError, TypeError, LookupError, ArithmeticError, AttributeError, NameError)'])} as error:`, [simple('print(type(error).__name__, error)')]])];
}

function statement(scope: Scope, room: number): Statement[] {
  const { random } = scope;
  if (room <= 0) return simpleStatement(scope);
  const make = random.weighted<(scope: Scope, room: number) => Statement[]>([
    [40, simpleStatement],
    [8, conditional],
    [10, loop],
    [7, trying],
    [6, (inner, left) => [functionDefinition(inner, left, block)]],
    [4, (inner, left) => [generatorDefinition(inner, left, block)]],
    [5, (inner) => [classDefinition(inner, block)]],
    [4, matching],
    [3, managed],
    [3, useGenerator],
    [4, lifetime],
    [4, closures],
    [5, classFeatures],
    [3, asynchronous],
    [6, methodCalls],
    [3, builtinCalls],
    [4, formats],
    [4, classPatterns],
    [4, exceptionGroups],
    [3, chains],
    [4, evaluationOrder],
    [4, weakReferences],
    [5, libraryUse],
    [3, asyncByHand],
    [3, generatorsByHand],
    [3, views],
  ]);
  return make(scope, room);
}

function simpleStatement(scope: Scope): Statement[] {
  const { random } = scope;
  const of = (kind: Kind, depth = 2): string => expression(scope, kind, depth);
  switch (random.below(20)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return [assign(scope, random.pick(assignable))];
    case 4: {
      const name = scope.variable('int');
      if (name === undefined || !scope.variables.has(name)) return [assign(scope, 'int')];
      return [simple(`${name} ${random.pick(['+=', '-=', '//=', '%=', '^=', '|='])} ${of('int')}`), simple(`${name} %= 100003`)];
    }
    case 5: {
      const name = scope.variable('list') ?? '[]';
      return [
        simple(
          random.pick([
            `${name}.append(${of('int')})`,
            `${name}[${random.pick(['0', '-1', '1'])}] = ${of('int')}`,
            `${name}[${random.pick(['1:2', ':0', '::2', '-1:'])}] = ${of('list')}[:4]`,
            `del ${name}[${random.pick(['0', '-1', '1:', '::2'])}]`,
            `${name}.sort(${random.pick(['', 'reverse=True', 'key=str'])})`,
            `${name}.insert(${random.below(3)}, ${of('str')})`,
            `print(${name}.pop(${random.pick(['', '0', '-2'])}))`,
            `${name}.remove(${of('int')})`,
            `${name}.extend(${of('tuple')}[:3])`,
            `${name}.reverse()`,
          ]),
        ),
      ];
    }
    case 6: {
      const name = scope.variable('dict') ?? '{}';
      return [
        simple(
          random.pick([
            `${name}[${of('str')}] = ${of('int')}`,
            `del ${name}[${of('int')}]`,
            `print(${name}.pop(${of('str')}, ${of('int')}))`,
            `${name}.update(${of('dict')})`,
            `print(${name}.setdefault(${of('int')}, ${of('list')}))`,
            `print(${name}.popitem())`,
            `${name} |= ${of('dict')}`.replace(/^\{\} \|=/, 'print({}) or'),
          ]),
        ),
      ];
    }
    case 7: {
      const name = scope.variable('set') ?? 'set()';
      return [simple(random.pick([`${name}.add(${of('int')})`, `${name}.discard(${of('str')})`, `${name}.remove(${of('int')})`, `${name}.update(${of('list')})`]))];
    }
    case 8: {
      const names = [scope.fresh('v'), scope.fresh('v')];
      const text = random.pick([`${names[0]}, ${names[1]} = ${of('tuple')}`, `${names[0]}, *${names[1]} = ${of('list')}`, `*${names[0]}, ${names[1]} = ${of('str')}`, `[${names[0]}, ${names[1]}] = ${of('str')}[:2]`, `${names[0]} = ${names[1]} = ${of('int')} % 1009`]);
      return [simple(text), simple(`print(${names.join(', ')})`)];
    }
    case 9: {
      const own = scope.own();
      if (own.length === 0) return [assign(scope, 'str')];
      const name = random.pick(own);
      scope.variables.delete(name);
      return [simple(`del ${name}`)];
    }
    case 10:
      return [simple(`assert ${of('bool')}${random.chance(0.5) ? `, ${of('str')}` : ''}`)];
    case 11:
      return [simple(raising(scope))];
    case 12:
      return scope.functions.length === 0 ? [assign(scope, 'int')] : [simple(`print(${call(scope, random.pick(scope.functions), 2)})`)];
    case 13: {
      const receiver = scope.variable('object');
      if (receiver === undefined) return [assign(scope, 'object')];
      return [simple(random.pick([`${receiver}.a = ${of('int')}`, `${receiver}.extra = ${of('str')}`, `print(${receiver}.a, ${receiver})`, `del ${receiver}.a`, `${receiver}[${of('int')}] = ${of('int')}`, `${receiver} += ${of('int')}`, `print(sorted(vars(${receiver})))`, `print(len(${receiver}), bool(${receiver}))`])) ];
    }
    default:
      return [simple(`print(${random.list(1, 3, () => of(random.pick(kinds.filter((kind) => kind !== 'iterator')), 3)).join(', ')})`)];
  }
}

/** Values that a loop computes again and again are kept small. */
function assign(scope: Scope, kind: Kind): Statement {
  const { random } = scope;
  const existing = scope.variable(kind);
  const name = existing !== undefined && scope.variables.has(existing) && random.chance(0.4) ? existing : scope.fresh('v');
  const value = expression(scope, kind, 3);
  const bound: Partial<Record<Kind, string>> = { int: `(${value}) % 100003`, str: `(${value})[:20]`, list: `(${value})[:8]`, tuple: `(${value})[:8]`, bytes: `(${value})[:20]` };
  scope.variables.set(name, kind);
  const annotation = random.chance(0.05) ? `: ${random.pick(['int', 'str', "'later'", 'list[int]'])}` : '';
  return simple(`${name}${annotation} = ${bound[kind] ?? value}`);
}

function raising(scope: Scope): string {
  const { random } = scope;
  const error = `${random.pick(['ValueError', 'TypeError', 'KeyError', 'IndexError', 'RuntimeError', 'ZeroDivisionError', 'StopIteration'])}(${random.pick(['', expression(scope, 'str', 1), `${expression(scope, 'int', 1)}, ${expression(scope, 'str', 1)}`])})`;
  return `raise ${error}${random.pick(['', '', ' from None', ` from KeyError(1)`])}`;
}

function conditional(scope: Scope, room: number): Statement[] {
  const { random } = scope;
  const test = (): string => expression(scope, random.pick(['bool', 'int', 'list', 'str'] as const), 2);
  const parts: (readonly [string, readonly Statement[]])[] = [[`if ${test()}:`, block(scope, room)]];
  if (random.chance(0.3)) parts.push([`elif ${test()}:`, block(scope, room)]);
  if (random.chance(0.5)) parts.push(['else:', block(scope, room)]);
  return [compound(...parts)];
}

function loop(scope: Scope, room: number): Statement[] {
  const { random } = scope;
  if (scope.loopDepth >= 2) return simpleStatement(scope);
  scope.loopDepth++;
  const leave = (): Statement[] => (random.chance(0.3) ? [compound([`if ${expression(scope, 'bool', 1)}:`, [simple(random.pick(['break', 'continue']))]])] : []);
  const otherwise = (): (readonly [string, readonly Statement[]])[] => (random.chance(0.25) ? [['else:', [simple("print('else')")]]] : []);
  let made: Statement[];
  if (random.chance(0.25)) {
    const counter = scope.fresh('n');
    made = [simple(`${counter} = ${random.between(1, 4)}`), compound([`while ${counter} > 0${random.chance(0.3) ? ` and ${expression(scope, 'bool', 1)}` : ''}:`, [simple(`${counter} -= 1`), ...block(scope, room), ...leave()]], ...otherwise())];
  } else {
    const name = scope.fresh('i');
    const source = random.pick(['range', 'list', 'str', 'tuple', 'dict', 'iterator', 'set'] as const);
    const bounded = source === 'range' || source === 'list' || source === 'str' || source === 'tuple' ? `${expression(scope, source, 2)}[:4]` : expression(scope, source, 1);
    const target = random.chance(0.15) ? `${name}, ${scope.fresh('i')}` : name;
    if (source === 'range') scope.variables.set(name, 'int');
    made = [compound([`for ${target} in ${bounded}:`, [...(random.chance(0.4) ? [simple(`print(${name})`)] : []), ...block(scope, room), ...leave()]], ...otherwise())];
    scope.variables.delete(name);
  }
  scope.loopDepth--;
  return made;
}

function trying(scope: Scope, room: number): Statement[] {
  const { random } = scope;
  const group = random.chance(0.12);
  const parts: (readonly [string, readonly Statement[]])[] = [];
  if (group) {
    parts.push(['try:', [simple(`raise ExceptionGroup('group', [${random.list(1, 3, () => random.pick(["ValueError('a')", "TypeError('b')", "KeyError('c')", "ExceptionGroup('inner', [ValueError('d')])"])).join(', ')}])`)]]);
    for (const kind of random.pick([['ValueError'], ['ValueError', 'TypeError'], ['(KeyError, ValueError)', 'Exception']])) parts.push([`except* ${kind} as group:`, [simple('print(repr(group), group.exceptions)')]]);
  } else {
    parts.push(['try:', [...block(scope, room), ...(random.chance(0.4) ? [simple(raising(scope))] : [])]]);
    parts.push([`except ${random.pick(['ValueError', 'TypeError', '(KeyError, IndexError)', 'LookupError', 'ArithmeticError', 'RuntimeError'])} as error:`, [simple('print(repr(error), repr(error.__cause__), repr(error.__context__))'), ...(random.chance(0.2) ? [simple('raise')] : []), ...(random.chance(0.15) ? [simple(raising(scope))] : [])]]);
    if (random.chance(0.5)) parts.push(['except Exception as error:', [simple('print(type(error).__name__, error)')]]);
    if (random.chance(0.3)) parts.push(['else:', block(scope, 1)]);
  }
  if (random.chance(0.4)) parts.push(['finally:', [simple("print('finally')"), ...block(scope, 1)]]);
  return [compound(...parts)];
}

function matching(scope: Scope): Statement[] {
  const { random } = scope;
  const patterns = ['0', '1 | 2', "'a' | 'abc'", '[]', '[x]', '[x, *rest]', '(1, y)', '{}', "{'a': x, **rest}", 'int(n)', 'str() as s', 'float() | complex()', '[int(), str()]', 'None', 'True', '-1', '[[x], *_]', 'list([*items])'];
  const subject = expression(scope, random.pick(['int', 'list', 'tuple', 'dict', 'str', 'object'] as const), 2);
  const cases = random.list(1, 4, () => random.pick(patterns)).map((pattern, i): readonly [string, readonly Statement[]] => {
    const names = [...pattern.matchAll(/(?<![\w'])(x|y|n|s|rest|items)(?![\w'])/g)].map(([name]) => name);
    const guard = random.chance(0.2) ? ` if ${expression(scope, 'bool', 1)}` : '';
    return [`case ${pattern}${guard}:`, [simple(`print(${[String(i), ...new Set(names)].join(', ')})`)]];
  });
  return [compound([`match ${subject}:`, [compound(...cases)]])];
}

function managed(scope: Scope, room: number): Statement[] {
  const { random } = scope;
  const shape = scope.classes.filter(({ special }) => special.has('__enter__'));
  if (shape.length === 0) return simpleStatement(scope);
  const make = (): string => {
    const { name, parameters } = random.pick(shape);
    return `${name}(${Array.from({ length: parameters }, () => expression(scope, 'int', 1)).join(', ')})`;
  };
  const items = random.list(1, 2, () => `${make()} as ${scope.fresh('m')}`);
  return [compound([`with ${items.join(', ')}:`, [...block(scope, room), ...(random.chance(0.3) ? [simple(raising(scope))] : [])]])];
}

function useGenerator(scope: Scope): Statement[] {
  const { random } = scope;
  if (scope.generators.length === 0) return simpleStatement(scope);
  const name = scope.fresh('g');
  const steps = random.list(1, 4, () =>
    random.pick([`print(next(${name}))`, `print(next(${name}, 'end'))`, `print(${name}.send(${expression(scope, 'int', 1)}))`, `print(${name}.throw(ValueError('thrown')))`, `${name}.close()`, `print(list(${name}))`, `for item in ${name}: print(item); break`]),
  );
  return [simple(`${name} = ${random.pick(scope.generators)}(${random.below(4)})`), ...steps.map((text): Statement => compound(['try:', [simple(text)]], ['except (Exception, StopIteration) as error:', [simple('print(repr(error))')]]))];
}
