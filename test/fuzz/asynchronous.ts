import { expression } from './expressions.ts';
import { compound, simple, type Statement } from './program.ts';
import { Scope } from './scope.ts';

/** Coroutines and asynchronous generators, driven by hand. */
export function asynchronous(scope: Scope): Statement[] {
  const { random } = scope;
  const inner = new Scope(random, scope);
  const wait = scope.fresh('Wait');
  const coroutine = scope.fresh('co');
  const generator = scope.fresh('ag');
  const drive = scope.fresh('drive');
  const value = (): string => expression(inner, random.pick(['int', 'str', 'list'] as const), 1);
  const body: Statement[] = random.list(1, 4, () => asyncStep(scope, wait, generator, value));
  return [
    compound([`class ${wait}:`, [compound(['def __init__(self, value):', [simple('self.value = value')]]), compound(['def __await__(self):', [simple('got = yield self.value'), simple('return (self.value, got)')]])]]),
    compound([`async def ${generator}(n):`, [compound(['try:', [compound(['for i in range(n):', [simple(random.pick([`yield i`, `yield await ${wait}(i)`, 'print((yield i))'])), ...(random.chance(0.2) ? [simple(`if i == 1: raise ValueError(i)`)] : [])]])]], ['finally:', [simple(`print('${generator} ends')`)]])]]),
    compound([`async def ${coroutine}(x=1):`, [...body, simple(`return ${value()}`)]]),
    compound([`def ${drive}(awaitable):`, [simple('sent = None'), compound(['try:', [compound(['for turn in range(20):', [simple('out = awaitable.send(sent)'), simple("print('out', out)"), simple('sent = turn')]])]], ['except StopIteration as stop:', [simple("print('value', stop.value)")]], ['except Exception as error:', [simple('print(repr(error), repr(error.__context__))')]])]]),
    simple(`${drive}(${coroutine}())`),
    ...(random.chance(0.3) ? [simple(`awaitable = ${coroutine}()`), compound(['try:', [simple(random.pick(['awaitable.close()', 'awaitable.throw(KeyError(1))', 'awaitable.send(None); awaitable.close()']))]], ['except (KeyError, StopIteration) as error:', [simple('print(repr(error))')]])] : []),
  ];
}

function asyncStep(scope: Scope, wait: string, generator: string, value: () => string): Statement {
  const { random } = scope;
  const n = random.below(4);
  switch (random.below(8)) {
    case 0:
      return simple(`print(await ${wait}(${value()}))`);
    case 1:
      return compound([`async for item in ${generator}(${n}):`, [simple('print(item)'), ...(random.chance(0.3) ? [simple('break')] : [])]], ...(random.chance(0.3) ? [['else:', [simple("print('else')")]] as const] : []));
    case 2:
      return simple(`print([item async for item in ${generator}(${n})${random.chance(0.4) ? ' if item' : ''}])`);
    case 3:
      return simple(`print({i: await ${wait}(i) for i in range(2)})`);
    case 4:
      return compound(['try:', [simple(`print(await ${wait}(x))`), simple(`raise ValueError(${value()})`)]], ['except ValueError as error:', [simple(`print(repr(error), await ${wait}('again'))`)]], ['finally:', [simple(`print(await ${wait}('finally'))`)]]);
    case 5:
      return simple(`x = await anext(${generator}(${n}), 'nothing')`);
    case 6:
      return simple(`steps = ${generator}(2); print(await steps.asend(None)); await steps.aclose()`);
    default:
      return compound(['try:', [simple(`steps = ${generator}(3)`), simple('print(await steps.__anext__())'), simple("print(await steps.athrow(TypeError('thrown')))")]], ['except (TypeError, StopAsyncIteration) as error:', [simple('print(repr(error))')]]);
  }
}
