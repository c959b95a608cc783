import type { PythonVersion } from '../journal/record.ts';

/** `__basicsize__` and, where it is not 0, `__itemsize__` of the built-in types of 3.11. */
const table311 = `
  AST=24 ArithmeticError=72 AssertionError=72 AttributeError=88 BaseException=72 BaseExceptionGroup=88 BlockingIOError=112 BrokenPipeError=112
  BufferError=72 BytesWarning=72 CallableProxyType=64 ChildProcessError=112 ConnectionAbortedError=112 ConnectionError=112
  ConnectionRefusedError=112 ConnectionResetError=112 DeprecationWarning=72 EOFError=72 EncodingWarning=72 Exception=72 ExceptionGroup=96
  FileExistsError=112 FileNotFoundError=112 FloatingPointError=72 FutureWarning=72 GeneratorExit=72 GenericAlias=64 ImportError=96
  ImportWarning=72 IndentationError=136 IndexError=72 InterruptedError=112 IsADirectoryError=112 KeyError=72 KeyboardInterrupt=72
  LookupError=72 MemoryError=72 ModuleNotFoundError=96 NameError=80 NoneType=16 NotADirectoryError=112 NotImplementedError=72
  NotImplementedType=16 OSError=112 OrderedDict=112 OverflowError=72 PendingDeprecationWarning=72 PermissionError=112 ProcessLookupError=112 RecursionError=72
  ReferenceError=72 ReferenceType=64 ResourceWarning=72 RuntimeError=72 RuntimeWarning=72 SimpleNamespace=24 StopAsyncIteration=72
  StopIteration=80 SyntaxError=136 SyntaxWarning=72 SystemError=72 SystemExit=80 TabError=136 TimeoutError=112 TypeError=72
  UnboundLocalError=80 UnicodeDecodeError=112 UnicodeEncodeError=112 UnicodeError=72 UnicodeTranslateError=112 UnicodeWarning=72 UnionType=32
  UserWarning=72 ValueError=72 Warning=72 ZeroDivisionError=72 anext_awaitable=32 async_generator=152/8 async_generator_asend=40
  async_generator_athrow=40 bool=32/4 builtin_function_or_method=56 bytearray=56 bytearray_iterator=32
  bytes=33/1 bytes_iterator=32 callable_iterator=32 cell=24 classmethod=32 classmethod_descriptor=56 code=184/2 complex=32 coroutine=152/8 coroutine_wrapper=24
  deque=216 dict=48 dict_itemiterator=56 dict_items=24 dict_keyiterator=56 dict_keys=24 dict_reverseitemiterator=56 dict_reversekeyiterator=56
  dict_reversevalueiterator=56 dict_valueiterator=56 dict_values=24 ellipsis=16 enumerate=56 filter=32 float=24 frame=120/8 frozenset=200
  function=136 generator=152/8 getset_descriptor=48 int=24/4 iterator=32 list=40 list_iterator=32 list_reverseiterator=32
  longrange_iterator=48 map=32 mappingproxy=24 member_descriptor=48 memoryview=144/8 method=48 method-wrapper=32 method_descriptor=56
  module=56 object=16 partial=64 property=64 range=48 range_iterator=48 reversed=32 set=200 set_iterator=48 slice=40 staticmethod=32 str=80
  str_ascii_iterator=32 str_iterator=32 super=40 traceback=40 tuple=24/8 tuple_iterator=32 type=904/40 wrapper_descriptor=56 zip=48
`;

/** What each later version changed. */
const changes: Readonly<Record<Exclude<PythonVersion, '3.11'>, string>> = {
  '3.12': `
  ExceptionGroup=88 ImportError=104 ModuleNotFoundError=104 async_generator=144/8 bool=24/4 code=192/2 coroutine=144/8 function=144 generator=144/8
  longrange_iterator=40 range_iterator=40 str=64 type=920/40
  `,
  '3.13': `
  PythonFinalizationError=72 _IncompleteInputError=136 code=200/2 frame=136/8 type=928/40
  `,
  '3.14': `
  BaseExceptionGroup=96 ExceptionGroup=96 IndentationError=144 SyntaxError=144 TabError=144 Union=56 _IncompleteInputError=144 async_generator=152/8 code=208/2
  coroutine=152/8 frame=152/8 function=152 generator=152/8 map=40 partial=80 tuple=32/8 type=936/40
  `,
  '3.15': `
  ImportCycleError=104 async_generator_athrow=56 bytearray=64 frozendict=56 module=104 sentinel=40 type=944/40
  `,
};

export interface InstanceSize {
  readonly basic: number;
  readonly item: number;
}

/** What the versions disagree on in how instances of classes are laid out. */
export interface LayoutProfile {
  /** By name of the built-in type. */
  readonly types: ReadonlyMap<string, InstanceSize>;
  /** An instance's list of weak references lies within it, and so does its dict if it is of variable size (3.11). */
  readonly weakrefsInside: boolean;
  /** Instances of subclasses of built-in types of fixed size keep attributes within themselves too (3.14 and later). */
  readonly inlineValuesOfSubtypes: boolean;
  /** So do those of classes with slots (all but 3.13). */
  readonly inlineValuesBesideSlots: boolean;
  /** sizeof(PyTypeObject). */
  readonly staticType: number;
}

const versions: readonly PythonVersion[] = ['3.11', '3.12', '3.13', '3.14', '3.15'];
const staticTypes: Readonly<Record<PythonVersion, number>> = { '3.11': 408, '3.12': 416, '3.13': 400, '3.14': 400, '3.15': 408 };

const known = new Map<PythonVersion, LayoutProfile>();

export function layoutOf(version: PythonVersion): LayoutProfile {
  let layout = known.get(version);
  if (layout === undefined) {
    layout = {
      types: readSizes(version),
      weakrefsInside: version === '3.11',
      inlineValuesOfSubtypes: versions.indexOf(version) >= versions.indexOf('3.14'),
      inlineValuesBesideSlots: version !== '3.13',
      staticType: staticTypes[version],
    };
    known.set(version, layout);
  }
  return layout;
}

function readSizes(version: PythonVersion): Map<string, InstanceSize> {
  const sizes = new Map<string, InstanceSize>();
  const until = versions.slice(0, versions.indexOf(version) + 1);
  const text = until.map((earlier) => (earlier === '3.11' ? table311 : changes[earlier])).join(' ');
  for (const entry of text.trim().split(/\s+/)) {
    const [name = '', size = ''] = entry.split('=');
    const [basic, item = '0'] = size.split('/');
    sizes.set(name, { basic: Number(basic), item: Number(item) });
  }
  return sizes;
}

/** Where instances of built-in types have their weak references and their dict, in 3.12. */
const offsets = `
  BaseException=0/16 Context=32/0 GenericAlias=40/0 OrderedDict=104/96 SimpleNamespace=0/16 Union=48/0 async_generator=16/0
  builtin_function_or_method=40/0 classmethod=0/24 code=144/0 coroutine=16/0 deque=208/0 frozenset=192/0 function=96/88 generator=16/0
  hamt=24/0 memoryview=136/0 method=32/0 module=40/16 partial=48/40 set=192/0 staticmethod=0/24 type=368/264
`;

/** What is otherwise in single versions. */
const otherOffsets: Readonly<Partial<Record<PythonVersion, string>>> = {
  '3.11': 'async_generator=24/0 coroutine=24/0 generator=24/0',
  '3.15': 'module=32/16',
};

export interface InstanceOffsets {
  readonly weakrefs: number;
  readonly dict: number;
}

const knownOffsets = new Map<PythonVersion, ReadonlyMap<string, InstanceOffsets>>();

/** By name of the built-in type, of those that have either. */
export function staticOffsets(version: PythonVersion): ReadonlyMap<string, InstanceOffsets> {
  let found = knownOffsets.get(version);
  if (found === undefined) {
    const entries = `${offsets} ${otherOffsets[version] ?? ''}`.trim().split(/\s+/);
    found = new Map(entries.map((entry) => {
      const [name = '', weakrefs = '', dict = ''] = entry.split(/[=/]/);
      return [name, { weakrefs: Number(weakrefs), dict: Number(dict) }];
    }));
    knownOffsets.set(version, found);
  }
  return found;
}
