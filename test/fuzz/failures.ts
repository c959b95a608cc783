import { expression } from './expressions.ts';
import { compound, report, simple, type Statement } from './program.ts';
import type { Random } from './random.ts';
import type { Scope } from './scope.ts';

const leaf = (random: Random): string => random.pick(["ValueError('v')", "TypeError('t', 1)", 'KeyError("k")', 'OSError(2, "gone")', 'ZeroDivisionError()', "ValueError('two\\nlines')"]);

function group(random: Random, depth: number): string {
  const type = random.pick(['ExceptionGroup', 'ExceptionGroup', 'BaseExceptionGroup']);
  return `${type}('${random.pick(['g', 'outer', ''])}', [${random.list(1, 3, () => (depth > 0 && random.chance(0.4) ? group(random, depth - 1) : leaf(random))).join(', ')}])`;
}

/** `except*`, split, subgroup, derive, nested groups and groups of their own class. */
export function exceptionGroups(scope: Scope): Statement[] {
  const { random } = scope;
  const name = scope.fresh('e');
  const kind = (): string => random.pick(['ValueError', 'TypeError', '(KeyError, ValueError)', 'OSError', 'ArithmeticError', 'Exception']);
  const say = simple("print(repr(caught), caught.__context__ is None, [type(e).__name__ for e in caught.exceptions])");
  const inner = (): Statement[] => random.pick<Statement[]>([[], [], [simple('raise')], [simple(`raise ${leaf(random)}`)], [simple(`raise ${leaf(random)} from caught`)]]);
  const handlers = random.list(1, 3, (): readonly [string, readonly Statement[]] => [`except* ${kind()} as caught:`, [say, ...inner()]]);
  return [
    simple(`${name} = ${group(random, 2)}`),
    ...(random.chance(0.3) ? [simple(`${name}.add_note('note')`)] : []),
    report(random.pick([`${name}.split(${kind()})`, `${name}.subgroup(${kind()})`, `${name}.subgroup(lambda e: len(e.args) > 1)`, `${name}.derive([ValueError(1)])`, `${name}.message, ${name}.exceptions, ${name}.args`, `ExceptionGroup(${random.pick(["'m', []", "'m', [1]", '1, [ValueError()]', "'m', ValueError()", "'m', [KeyboardInterrupt()]"])})`])),
    compound(
      ['try:', [compound(['try:', [simple(`raise ${random.pick([name, name, leaf(random)])}`)]], ...handlers, ...(random.chance(0.3) ? [['finally:', [simple("print('finally')")]] as const] : []))]],
      ['except BaseException as rest:', [simple('print(repr(rest), repr(rest.__cause__), repr(rest.__context__), getattr(rest, "__notes__", None))')]],
    ),
  ];
}

/** Exceptions raised while others are handled, in functions, loops and context managers, with what holds them together. */
export function chains(scope: Scope): Statement[] {
  const { random } = scope;
  const name = scope.fresh('f');
  const ends = (): string => random.pick(['return 1', 'break', 'continue', 'pass', `raise ${leaf(random)}`, 'raise']);
  const looped = (text: string): Statement => simple(text);
  return [
    compound([
      `def ${name}(flag):`,
      [
        compound([
          'for turn in range(2):',
          [
            compound(
              ['try:', [simple(`print('try', turn)`), simple(random.pick([`raise ${leaf(random)}`, `print(1 // flag)`, '[][flag]', '{}[flag]', 'None.attribute', 'undefined', 'flag()']))]],
              [`except ${random.pick(['ValueError', 'LookupError', 'Exception', '(TypeError, ArithmeticError)'])} as error:`, [simple('print(repr(error))'), looped(ends())]],
              ...(random.chance(0.4) ? [['else:', [simple("print('else')")]] as const] : []),
              ...(random.chance(0.5) ? [['finally:', [simple("print('finally')"), ...(random.chance(0.3) ? [simple(random.pick(['print(error)', `raise ${leaf(random)} from None`, 'del flag']))] : [])]] as const] : []),
            ),
          ],
        ]),
        simple("return 'end'"),
      ],
    ]),
    compound(
      ['try:', [simple(`print(${name}(${random.pick(['0', '1'])}))`)]],
      ['except BaseException as error:', [simple('chain = error'), compound(['while chain is not None:', [simple('print(repr(chain), chain.__suppress_context__)'), simple('chain = chain.__cause__ or chain.__context__')]]), simple('trace = error.__traceback__'), compound(['while trace is not None:', [simple('print(trace.tb_frame.f_code.co_name, trace.tb_lineno - trace.tb_frame.f_code.co_firstlineno)'), simple('trace = trace.tb_next')]]), simple('del trace, chain')]],
    ),
    simple("import sys; print(sys.exc_info())"),
  ];
}

/** The end of a program by an exception: frames, carets, chains, notes and groups. */
export function uncaught(scope: Scope): Statement[] {
  const { random } = scope;
  const [first, second, third] = [scope.fresh('u'), scope.fresh('u'), scope.fresh('u')];
  const wrong = random.pick([
    `raise ${leaf(random)}`,
    `raise ${group(random, 2)}`,
    `x = [${expression(scope, 'int', 1)}, (lambda: 1 / 0)()]`,
    "return {'a': {'b': None}}['a']['b']['c']",
    'return undefined_name + 1',
    "return (1 +\n            'a' +\n            2)".replace(/\n\s+/g, ' '),
    "return [a.missing for a in ('日本', 2)]",
    'a, b = (1, 2, 3)',
    'return print(*5, sep="")',
    'from math import missing',
    'import missing.module',
    "exec('1 +')",
    "eval('(1')",
    "int('x'); pass",
    'assert flag == 2, (flag, "wrong")',
    'raise SystemExit("bye")',
    'del flag; flag',
    'return "abc".uper()',
    'sys',
    'return (yield_ := flag)[1](2)',
    'return f"{flag!r:{1 / 0}}"',
    'with flag: pass',
    'for a, b in [1]: pass',
    'raise flag',
  ]);
  return [
    compound([`def ${first}(flag):`, [...(random.chance(0.3) ? [simple('local = flag')] : []), simple(wrong)]]),
    compound([
      `def ${second}(flag, depth=${random.pick(['0', '0', '2', '6'])}):`,
      [
        simple(`if depth: return ${second}(flag, depth - 1)`),
        random.pick<Statement>([
          simple(`return [${first}(flag), 2]`),
          compound(['try:', [simple(`return ${first}(flag) + 1`)]], ['except Exception as error:', [...(random.chance(0.3) ? [simple("error.add_note('a note\\nof two lines')")] : []), simple(random.pick(['raise', `raise ${leaf(random)} from error`, `raise ${leaf(random)}`, 'raise KeyError(flag) from None', 'error.flag']))]]),
          compound(['try:', [simple(`return max(1, ${first}(flag))`)]], ['finally:', [simple(random.pick(["print('cleanup')", '1 / 0', 'pass']))]]),
        ]),
      ],
    ]),
    compound([`class ${third}:`, [compound(['def __init__(self, flag):', [simple(`self.value = ${second}(flag)`)]]), compound([random.pick(['def __enter__(self):', 'def __iter__(self):', 'def __call__(self):']), [simple(`return ${second}(self.value)`)]])]]),
    simple(random.pick([`${third}(1)`, `print(${second}(1)(2))`, `sorted([1, 2], key=${second})`, `[*map(${second}, [1])]`, `print(sum(${second}(i) for i in range(2)))`, `(lambda x: ${third}(x))(1)`, `${second}(${first})`])),
  ];
}
