import { attempt, compound, simple, type Statement } from './program.ts';
import type { Random } from './random.ts';
import type { Scope } from './scope.ts';

/** What a generator's body does between its yields. */
function body(random: Random, give: () => string): Statement[] {
  const step = (): Statement =>
    random.pick<() => Statement>([
      () => simple(give()),
      () => simple(`got = ${give()}`),
      () => compound(['try:', [simple(give()), simple(give())]], [`except ${random.pick(['ValueError', 'GeneratorExit', 'BaseException', 'TypeError'])} as error:`, [simple("print('caught', repr(error))"), simple(random.pick(['raise', 'pass', give(), "raise KeyError('k')", 'return']))]]),
      () => compound(['try:', [simple(give())]], ['finally:', [simple("print('finally')"), ...(random.chance(0.2) ? [simple(give())] : [])]]),
      () => simple(random.pick(['return', 'raise StopIteration(1)', 'raise ValueError("own")', "print('between')"])),
    ])();
  return [...random.list(1, 4, step), simple(give())];
}

const thrown = (random: Random): string => random.pick(["ValueError('t')", 'ValueError', 'GeneratorExit', 'StopIteration(3)', 'StopIteration', 'KeyboardInterrupt()', '5', 'TypeError("x"), None', 'GeneratorExit()', 'StopAsyncIteration()']);

/** Generators that delegate, are closed, thrown into and sent to. */
export function generatorsByHand(scope: Scope): Statement[] {
  const { random } = scope;
  const [inner, outer] = [scope.fresh('g'), scope.fresh('g')];
  const steps = random.list(2, 6, () => attempt(`print(${random.pick(['next(it)', 'next(it, "default")', 'it.send(7)', 'it.send(None)', `it.throw(${thrown(random)})`, 'it.close()', 'list(it)', 'it.gi_running, it.gi_yieldfrom is None, it.gi_frame is None'])})`));
  const guarded = steps.map((step): Statement => compound([step.clauses[0]!.header, step.clauses[0]!.body], ['except BaseException as error:', [simple('print(repr(error), repr(error.__context__), repr(error.__cause__))')]]));
  return [
    compound([`def ${inner}(n):`, body(random, () => random.pick(['(yield n)', "(yield 'inner')", 'print((yield))']))]),
    compound([`def ${outer}(n):`, [simple("print('starts')"), ...body(random, () => random.pick([`(yield from ${inner}(n))`, `(yield from ${inner}(n + 1))`, "(yield 'outer')", 'print((yield from [1, 2]))', "(yield from 'ab')", '(yield from 5)']))]]),
    simple(`it = ${random.pick([outer, outer, inner])}(1)`),
    ...guarded,
    simple(random.pick(['del it', 'it = None', "print('end')"])),
  ];
}

/** Asynchronous generators and coroutines without a loop. */
export function asyncByHand(scope: Scope): Statement[] {
  const { random } = scope;
  const [source, wait, coroutine] = [scope.fresh('ag'), scope.fresh('wait'), scope.fresh('co')];
  const step = (): Statement => {
    const call = random.pick(['it.asend(None)', 'it.asend(5)', '(it.__anext__())', `it.athrow(${thrown(random)})`, 'it.aclose()', 'anext(it, "d").__await__()', `${coroutine}(it)`]);
    return compound(['try:', [simple(`step = ${call}`), simple(`print(step.${random.pick(['send(None)', 'send(None)', 'send(3)', `throw(${thrown(random)})`, 'close()'])})`), ...(random.chance(0.5) ? [simple(`print(step.${random.pick(['send(4)', 'close()', 'send(None)'])})`)] : [])]], ['except BaseException as error:', [simple('print(repr(error), repr(error.__context__))')]]);
  };
  return [
    simple('import types'),
    compound([`@types.coroutine\ndef ${wait}(value):`, [simple('got = yield value'), simple("print('resumed', got)"), simple('return got')]]),
    compound([`async def ${source}(n):`, body(random, () => random.pick([`(yield n)`, `(yield await ${wait}('w'))`, `print(await ${wait}(n))`, "(yield 'a')"])).map((statement) => (statement.kind === 'simple' && /return|raise Stop/.test(statement.text) ? simple('return') : statement))]),
    compound([`async def ${coroutine}(it):`, [compound(['async for item in it:', [simple('print(item)'), ...(random.chance(0.3) ? [simple('break')] : [])]], ['else:', [simple("print('exhausted')")]]), simple(`return await ${wait}('last')`)]]),
    simple(`it = ${source}(1)`),
    ...random.list(2, 5, step),
    simple(random.pick(['del it, step', 'step = None', "print('end')"])),
  ];
}
