import type { PythonVersion } from '../journal/record.ts';
import { isInVersion } from './ranges.ts';

/** Types that name a slot which they inherit all the same, so that they have its wrapper in their own dict. */
interface Repetition {
  readonly versions: string;
  readonly names: readonly string[];
  readonly types: string;
}

const repetitions: readonly Repetition[] = [
  {
    versions: '-12',
    names: ['__getattribute__'],
    types:
      'float frozenset str ellipsis async_generator builtin_function_or_method cell classmethod_descriptor code coroutine frame generator ' +
      'getset_descriptor mappingproxy member_descriptor method_descriptor method-wrapper SimpleNamespace traceback wrapper_descriptor ' +
      'list_iterator tuple_iterator dict_keyiterator dict_itemiterator dict_valueiterator set_iterator str_ascii_iterator str_iterator ' +
      'bytes_iterator bytearray_iterator range_iterator dict_keys dict_items dict_values list_reverseiterator callable_iterator longrange_iterator',
  },
  {
    versions: '-13',
    names: ['__getattribute__'],
    types:
      'BaseException bytearray bytes complex dict enumerate filter int list map memoryview property range reversed set slice tuple zip UnionType',
  },
  { versions: '-12', names: ['__setattr__', '__delattr__'], types: 'BaseException frame method module SimpleNamespace' },
  { versions: '-13', names: ['__str__'], types: 'AttributeError NameError' },
  {
    versions: '-13',
    names: ['__init__'],
    types:
      'ArithmeticError AssertionError BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ' +
      'ConnectionError ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError EncodingWarning Exception FileExistsError ' +
      'FileNotFoundError FloatingPointError FutureWarning GeneratorExit ImportWarning IndentationError IndexError InterruptedError ' +
      'IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NotADirectoryError NotImplementedError ' +
      'OverflowError PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError RecursionError ReferenceError ' +
      'ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration SyntaxWarning SystemError TabError TimeoutError TypeError ' +
      'UnboundLocalError UnicodeError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError _IncompleteInputError',
  },
  {
    versions: '11-',
    names: ['__getattribute__'],
    types:
      '_grouper _tee_dataobject accumulate batched chain combinations combinations_with_replacement compress count cycle dropwhile filterfalse groupby ' +
      'islice pairwise permutations product repeat starmap takewhile zip_longest',
  },
  {
    versions: '-12',
    names: ['__getattribute__'],
    types:
      'Context ContextVar Token anext_awaitable async_generator_asend async_generator_athrow coroutine_wrapper fieldnameiterator formatteriterator items ' +
      'keys memory_iterator odict_iterator',
  },
  { versions: '11-', names: ['__new__'], types: 'UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError' },
  { versions: '12-', names: ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'], types: 'NoneType' },
];

/** Names of the inherited slots that a built-in type repeats. */
export function repeatedSlots(type: string, version: PythonVersion): readonly string[] {
  return repetitions.filter(({ versions, types }) => isInVersion(versions, version) && types.split(' ').includes(type)).flatMap(({ names }) => names);
}

/** Modules whose types CPython makes of specifications, so that the name of the module is in their dicts. */
const specModules = '_json _queue _random _sre _struct _thread struct time';
/** Since 3.12. */
const laterSpecModules = '_io itertools';

export function isFromSpec(module: string, type: string, version: PythonVersion): boolean {
  if (type === 'ExceptionGroup') return true;
  return specModules.split(' ').includes(module) || (isInVersion('12-', version) && laterSpecModules.split(' ').includes(module));
}
