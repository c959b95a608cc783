import { expression } from './expressions.ts';
import { compound, simple, type Statement } from './program.ts';
import { Scope, type FunctionShape, type Kind } from './scope.ts';

type Block = (scope: Scope, room: number) => Statement[];

/** A function that calls only functions defined before it, so that every program ends. */
export function functionDefinition(scope: Scope, room: number, block: Block): Statement {
  const { random } = scope;
  const inner = new Scope(random, scope);
  inner.depth = scope.depth + 1;
  const name = scope.fresh('f');
  const parameters = (count: number, prefix: string): string[] => Array.from({ length: count }, () => scope.fresh(prefix));
  const positionalOnly = random.chance(0.25) ? parameters(1, 'po') : [];
  const positional = parameters(random.below(3), 'a');
  const defaults = random.below(positional.length + 1);
  const keywordOnly = random.chance(0.3) ? parameters(random.between(1, 2), 'k') : [];
  const rest = random.chance(0.25);
  const keywords = random.chance(0.2);
  const returns: Kind = random.pick(['int', 'str', 'list', 'tuple', 'none', 'float'] as const);
  const shape: FunctionShape = { name, positionalOnly, positional, defaults, keywordOnly, rest, keywords, returns };

  const written: string[] = [...positionalOnly, ...(positionalOnly.length > 0 ? ['/'] : [])];
  positional.forEach((parameter, i) => {
    const annotation = random.chance(0.1) ? ': int' : '';
    written.push(i >= positional.length - defaults ? `${parameter}${annotation}=${expression(scope, random.pick(['int', 'str', 'list'] as const), 1)}` : `${parameter}${annotation}`);
  });
  if (rest) written.push('*rest');
  else if (keywordOnly.length > 0) written.push('*');
  for (const parameter of keywordOnly) written.push(random.chance(0.5) ? `${parameter}=${expression(scope, 'int', 1)}` : parameter);
  if (keywords) written.push('**keywords');
  for (const parameter of [...positionalOnly, ...positional, ...keywordOnly]) inner.variables.set(parameter, random.pick(['int', 'str', 'int', 'list'] as const));
  if (rest) inner.variables.set('rest', 'tuple');
  if (keywords) inner.variables.set('keywords', 'dict');

  const body: Statement[] = [];
  if (random.chance(0.15)) body.push(simple(`'documentation of ${name}'`));
  const shared = random.chance(0.2) ? [...scope.variables].filter(([, kind]) => kind === 'int').map(([variable]) => variable)[0] : undefined;
  if (shared !== undefined) body.push(simple(`${scope.outer === null ? 'global' : 'nonlocal'} ${shared}`), simple(`${shared} = (${expression(inner, 'int', 1)}) % 1009`));
  body.push(...block(inner, room));
  if (returns !== 'none' || random.chance(0.3)) body.push(simple(`return ${expression(inner, returns, 2)}`));
  if (shared === undefined || random.chance(0.9)) scope.functions.push(shape);
  const decorator = random.chance(0.1) ? `@(lambda f: ${random.pick(['f', '(lambda *a, **k: f(*a, **k))'])})\n` : '';
  return compound([`${decorator}def ${name}(${written.join(', ')}):`, body]);
}

/** A generator function of one argument. */
export function generatorDefinition(scope: Scope, room: number, block: Block): Statement {
  const { random } = scope;
  const inner = new Scope(random, scope);
  inner.depth = scope.depth + 1;
  const name = scope.fresh('gen');
  inner.variables.set('n', 'int');
  const give = (): Statement => simple(random.pick([`yield ${expression(inner, random.pick(['int', 'str', 'list'] as const), 2)}`, 'got = yield n', "print('sent', (yield n))", `yield from ${expression(inner, random.pick(['list', 'range', 'str'] as const), 1)}[:3]`, 'yield']));
  const body: Statement[] = [give(), ...block(inner, Math.min(room, 2))];
  const looped: Statement = compound([`for step in range(n):`, [give(), ...(random.chance(0.3) ? [give()] : [])]]);
  body.push(random.chance(0.5) ? compound(['try:', [looped]], ['except ValueError as error:', [simple('print(repr(error))'), give()]], ['finally:', [simple(`print('${name} ends')`)]]) : looped);
  if (random.chance(0.4)) body.push(simple(`return ${expression(inner, 'int', 1)}`));
  scope.generators.push(name);
  return compound([`def ${name}(n):`, body]);
}
