/** Written by `scripts/members.py`. */
export const members = `
slots = __abs__() ; __add__(value, /) ; __aiter__() ; __and__(value, /) ; __anext__() ; __await__() ; __bool__() ; __buffer__(flags, /):12- ;
  __call__(/, *args, **kwargs) ; __contains__(key, /) ; __del__:-12 ; __del__():13- ; __delattr__(name, /) ; __delete__(instance, /) ;
  __delitem__(key, /) ; __divmod__(value, /) ; __eq__(value, /) ; __float__() ; __floordiv__(value, /) ; __ge__(value, /) ;
  __get__(instance, owner=None, /) ; __getattribute__(name, /) ; __getitem__(key, /) ; __gt__(value, /) ; __hash__() ; __iadd__(value, /) ;
  __iand__(value, /) ; __ifloordiv__(value, /) ; __ilshift__(value, /) ; __imatmul__(value, /) ; __imod__(value, /) ; __imul__(value, /) ;
  __index__() ; __init__(/, *args, **kwargs) ; __int__() ; __invert__() ; __ior__(value, /) ; __ipow__(value, /) ; __irshift__(value, /) ;
  __isub__(value, /) ; __iter__() ; __itruediv__(value, /) ; __ixor__(value, /) ; __le__(value, /) ; __len__() ; __lshift__(value, /) ;
  __lt__(value, /) ; __matmul__(value, /) ; __mod__(value, /) ; __mul__(value, /) ; __ne__(value, /) ; __neg__() ; __next__() ; __or__(value, /) ;
  __pos__() ; __pow__(value, mod=None, /) ; __radd__(value, /) ; __rand__(value, /) ; __rdivmod__(value, /) ; __release_buffer__(buffer, /):12- ;
  __repr__() ; __rfloordiv__(value, /) ; __rlshift__(value, /) ; __rmatmul__(value, /) ; __rmod__(value, /) ; __rmul__(value, /) ;
  __ror__(value, /) ; __rpow__(value, mod=None, /) ; __rrshift__(value, /) ; __rshift__(value, /) ; __rsub__(value, /) ; __rtruediv__(value, /) ;
  __rxor__(value, /) ; __set__(instance, value, /) ; __setattr__(name, value, /) ; __setitem__(key, value, /) ; __str__() ; __sub__(value, /) ;
  __truediv__(value, /) ; __xor__(value, /)
ArithmeticError = __new__ ; __init__:-13 ; __doc__
AssertionError = __new__ ; __init__:-13 ; __doc__
AttributeError = __str__:-13 ; __init__ ; __getstate__:12-12 ; __getstate__():13- ; __reduce__:12-12 ; __reduce__():13- ; name ; obj ; __doc__
BaseException = __new__ ; __repr__ ; __str__ ; __getattribute__:-13 ; __setattr__:-12 ; __delattr__:-12 ; __init__ ; __reduce__:-12 ;
  __reduce__():13- ; __setstate__:-12 ; __setstate__(object, /):13-13 ; __setstate__(state, /):14- ; with_traceback:-12 ;
  with_traceback(object, /):13-13 ; with_traceback(tb, /):14- ; add_note:-12 ; add_note(object, /):13-13 ; add_note(note, /):14- ;
  __suppress_context__ ; __dict__ ; args ; __traceback__ ; __context__ ; __cause__ ; __doc__
BaseExceptionGroup = __new__ ; __repr__:14- ; __str__ ; __init__ ; __class_getitem__:-12 ; __class_getitem__!($type, object, /):13- ; derive:-12 ;
  derive(object, /):13-13 ; derive(excs, /):14- ; split:-12 ; split(object, /):13-13 ; split(matcher_value, /):14- ; subgroup:-12 ;
  subgroup(object, /):13-13 ; subgroup(matcher_value, /):14- ; message ; exceptions ; __doc__
BlockingIOError = __init__:-13 ; __doc__
BrokenPipeError = __init__:-13 ; __doc__
BufferError = __new__ ; __init__:-13 ; __doc__
BytesWarning = __new__ ; __init__:-13 ; __doc__
ChildProcessError = __init__:-13 ; __doc__
ConnectionAbortedError = __init__:-13 ; __doc__
ConnectionError = __init__:-13 ; __doc__
ConnectionRefusedError = __init__:-13 ; __doc__
ConnectionResetError = __init__:-13 ; __doc__
DeprecationWarning = __new__ ; __init__:-13 ; __doc__
EOFError = __new__ ; __init__:-13 ; __doc__
EncodingMap = size() ; __doc__
EncodingWarning = __new__ ; __init__:-13 ; __doc__
Exception = __new__ ; __init__:-13 ; __doc__
ExceptionGroup = __module__ ; __weakref__ ; __doc__
FileExistsError = __init__:-13 ; __doc__
FileNotFoundError = __init__:-13 ; __doc__
FloatingPointError = __new__ ; __init__:-13 ; __doc__
FrameLocalsProxy = =!($frame):15- ; __new__:13- ; __repr__:13- ; __lt__:13- ; __le__:13- ; __eq__:13- ; __ne__:13- ; __gt__:13- ; __ge__:13- ;
  __iter__:13- ; __or__:13- ; __ror__:13- ; __ior__:13- ; __len__:13- ; __getitem__(object, /):13- ; __setitem__:13- ; __delitem__:13- ;
  __contains__(object, /):13- ; update(object, /):13- ; __reversed__():13- ; copy():13- ; keys():13- ; values():13- ; items():13- ; get:13- ;
  pop:14- ; setdefault:13- ; __doc__:13- ; __hash__:13-
FutureWarning = __new__ ; __init__:-13 ; __doc__
GeneratorExit = __new__ ; __init__:-13 ; __doc__
ImportCycleError = __doc__:15-
ImportError = __repr__:15- ; __str__ ; __init__ ; __reduce__:-12 ; __reduce__():13- ; msg ; name ; path ; name_from:12- ; __doc__
ImportWarning = __new__ ; __init__:-13 ; __doc__
IndentationError = __init__:-13 ; __doc__
IndexError = __new__ ; __init__:-13 ; __doc__
InstructionSequence = __new__:13- ; addop(/, opcode, oparg, lineno, col_offset, end_lineno,⏎      end_col_offset):13- ; new_label():13- ;
  use_label(/, label):13- ; add_nested(/, nested):13- ; get_nested():13- ; get_instructions():13- ; __doc__:13-
InterpreterID = __new__:-12 ; __repr__:-12 ; __hash__:-12 ; __str__:-12 ; __lt__:-12 ; __le__:-12 ; __eq__:-12 ; __ne__:-12 ; __gt__:-12 ;
  __ge__:-12 ; __int__:-12 ; __index__:-12 ; __doc__:-12
InterruptedError = __init__:-13 ; __doc__
IsADirectoryError = __init__:-13 ; __doc__
KeyError = __str__ ; __init__:-13 ; __doc__
KeyboardInterrupt = __new__ ; __init__:-13 ; __doc__
LookupError = __new__ ; __init__:-13 ; __doc__
MemoryError = __new__ ; __init__:-13 ; __doc__
ModuleNotFoundError = __init__:-13 ; __doc__
NameError = __str__:-13 ; __init__ ; name ; __doc__
NoDefaultType = =!():13- ; __new__:13- ; __repr__:13- ; __reduce__():13- ; __doc__:13-
NoneType = =!():13- ; __new__ ; __repr__ ; __hash__:12- ; __lt__:12- ; __le__:12- ; __eq__:12- ; __ne__:12- ; __gt__:12- ; __ge__:12- ; __bool__ ;
  __doc__
NotADirectoryError = __init__:-13 ; __doc__
NotImplementedError = __new__ ; __init__:-13 ; __doc__
NotImplementedType = =!():13- ; __new__ ; __repr__ ; __bool__ ; __reduce__:-12 ; __reduce__():13- ; __doc__
OSError = __new__ ; __str__ ; __init__ ; __reduce__:-12 ; __reduce__():13- ; errno ; strerror ; filename ; filename2 ; characters_written ; __doc__
OverflowError = __new__ ; __init__:-13 ; __doc__
PendingDeprecationWarning = __new__ ; __init__:-13 ; __doc__
PermissionError = __init__:-13 ; __doc__
ProcessLookupError = __init__:-13 ; __doc__
PyCapsule = __repr__ ; __doc__
PythonFinalizationError = __new__:13- ; __init__:13-13 ; __doc__:13-
RecursionError = __new__ ; __init__:-13 ; __doc__
ReferenceError = __new__ ; __init__:-13 ; __doc__
ResourceWarning = __new__ ; __init__:-13 ; __doc__
RuntimeError = __new__ ; __init__:-13 ; __doc__
RuntimeWarning = __new__ ; __init__:-13 ; __doc__
StopAsyncIteration = __new__ ; __init__:-13 ; __doc__
StopIteration = __init__ ; value ; __doc__
SyntaxError = __str__ ; __init__ ; msg ; filename ; lineno ; offset ; text ; end_lineno ; end_offset ; print_file_and_line ; _metadata:14- ;
  __doc__
SyntaxWarning = __new__ ; __init__:-13 ; __doc__
SystemError = __new__ ; __init__:-13 ; __doc__
SystemExit = __init__ ; code ; __doc__
TabError = __init__:-13 ; __doc__
TaskStepMethWrapper = __call__:-11 ; __getattribute__:-11 ; __self__:-11 ; __doc__:-11
TimeoutError = __init__:-13 ; __doc__
TypeError = __new__ ; __init__:-13 ; __doc__
UnboundLocalError = __init__:-13 ; __doc__
UnicodeDecodeError = __new__ ; __str__ ; __init__ ; encoding ; object ; start ; end ; reason ; __doc__
UnicodeEncodeError = __new__ ; __str__ ; __init__ ; encoding ; object ; start ; end ; reason ; __doc__
UnicodeError = __new__ ; __init__:-13 ; __doc__
UnicodeTranslateError = __new__ ; __str__ ; __init__ ; encoding ; object ; start ; end ; reason ; __doc__
UnicodeWarning = __new__ ; __init__:-13 ; __doc__
UnraisableHookArgs = __new__ ; __repr__ ; __reduce__:-12 ; __reduce__():13- ; __replace__(/, **changes):13- ; exc_type ; exc_value ; exc_traceback ;
  err_msg ; object ; __doc__ ; n_sequence_fields ; n_fields ; n_unnamed_fields ; __match_args__
UserWarning = __new__ ; __init__:-13 ; __doc__
ValueError = __new__ ; __init__:-13 ; __doc__
Warning = __new__ ; __init__:-13 ; __doc__
ZeroDivisionError = __new__ ; __init__:-13 ; __doc__
_IncompleteInputError = __init__:13-13 ; __doc__:13-
_RunningLoopHolder = __getattribute__:-11 ; __doc__:-11
_abc._abc_data = __new__ ; __doc__ ; __module__
_asyncio.Future = =!(*, loop=None) ; __new__ ; __repr__ ; __iter__ ; __init__ ; __del__ ; __await__ ; result() ; exception() ;
  set_result(result, /) ; set_exception(exception, /) ; add_done_callback(fn, /, *, context=<unrepresentable>) ; remove_done_callback(fn, /) ;
  cancel(/, msg=None) ; cancelled() ; done() ; get_loop() ; _make_cancelled_error() ; __class_getitem__:-12 ;
  __class_getitem__!($type, object, /):13- ; _state ; _asyncio_future_blocking ; _loop ; _callbacks ; _result ; _exception ; _log_traceback ;
  _source_traceback ; _cancel_message ; _asyncio_awaited_by:14- ; __doc__ ; __module__:12-
_asyncio.FutureIter = __getattribute__ ; __iter__ ; __next__ ; send:-12 ; send(object, /):13- ; throw ; close:-12 ; close():13- ; __doc__ ;
  __module__:12-
_asyncio.Task = =!(coro, *, loop=None, name=None, context=None):-11 ; =!(coro, *, loop=None, name=None, context=None, eager_start=False):12- ;
  __new__ ; __repr__ ; __iter__ ; __init__ ; __del__ ; __await__ ; result() ; exception() ; add_done_callback(fn, /, *, context=<unrepresentable>) ;
  remove_done_callback(fn, /) ; cancelled() ; done() ; set_result(result, /) ; set_exception(exception, /) ; cancel(/, msg=None) ; cancelling() ;
  uncancel() ; get_stack(/, *, limit=None) ; print_stack(/, *, limit=None, file=None) ; _make_cancelled_error() ; get_name() ; set_name(value, /) ;
  get_coro() ; get_context():12- ; __class_getitem__:-12 ; __class_getitem__!($type, object, /):13- ; _state:-13 ; _asyncio_future_blocking:-13 ;
  _loop:-13 ; _callbacks:-13 ; _result:-13 ; _exception:-13 ; _log_traceback:-13 ; _source_traceback:-13 ; _cancel_message:-13 ;
  _log_destroy_pending ; _must_cancel ; _coro ; _fut_waiter ; __doc__ ; __module__:12-
_asyncio.TaskStepMethWrapper = __call__:12- ; __getattribute__:12- ; __self__:12- ; __doc__:12- ; __module__:12-
_blake2.blake2b =
  =!(data=b'', /, *, digest_size=_blake2.blake2b.MAX_DIGEST_SIZE,⏎        key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0,⏎        node_offset=0, node_depth=0, inner_size=0, last_node=False,⏎        usedforsecurity=True):-13 ;
  =!(data=b'', *, digest_size=_blake2.blake2b.MAX_DIGEST_SIZE,⏎        key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0,⏎        node_offset=0, node_depth=0, inner_size=0, last_node=False,⏎        usedforsecurity=True, string=None):14- ;
  __new__ ; copy() ; digest() ; hexdigest() ; update(data, /) ; name ; block_size ; digest_size ; __doc__ ; __module__ ; SALT_SIZE ; PERSON_SIZE ;
  MAX_KEY_SIZE ; MAX_DIGEST_SIZE
_blake2.blake2s =
  =!(data=b'', /, *, digest_size=_blake2.blake2s.MAX_DIGEST_SIZE,⏎        key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0,⏎        node_offset=0, node_depth=0, inner_size=0, last_node=False,⏎        usedforsecurity=True):-13 ;
  =!(data=b'', *, digest_size=_blake2.blake2s.MAX_DIGEST_SIZE,⏎        key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0,⏎        node_offset=0, node_depth=0, inner_size=0, last_node=False,⏎        usedforsecurity=True, string=None):14- ;
  __new__ ; copy() ; digest() ; hexdigest() ; update(data, /) ; name ; block_size ; digest_size ; __doc__ ; __module__ ; SALT_SIZE ; PERSON_SIZE ;
  MAX_KEY_SIZE ; MAX_DIGEST_SIZE
_buffer_wrapper = __release_buffer__:12- ; __doc__:12-
_collections._deque_iterator = __new__:-11 ; __getattribute__:-11 ; __iter__:-11 ; __next__:-11 ; __length_hint__:-11 ; __reduce__:-11 ;
  __doc__:-11
_collections._deque_reverse_iterator = __new__:-11 ; __getattribute__:-11 ; __iter__:-11 ; __next__:-11 ; __length_hint__:-11 ; __reduce__:-11 ;
  __doc__:-11
_collections._tuplegetter = __new__:-11 ; __repr__:-11 ; __get__:-11 ; __set__:-11 ; __delete__:-11 ; __reduce__:-11 ; __doc__:-11
_contextvars.Context = __new__ ; __hash__ ; __getattribute__:-12 ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __iter__ ; __len__ ;
  __getitem__ ; __contains__ ; get(key, default=None, /) ; items() ; keys() ; values() ; copy() ; run ; __doc__
_contextvars.ContextVar = __new__ ; __repr__ ; __hash__ ; __getattribute__:-12 ; get(default=<unrepresentable>, /) ; set(value, /) ;
  reset(token, /) ; __class_getitem__:-12 ; __class_getitem__!($type, object, /):13- ; name ; __doc__
_contextvars.Token = __new__ ; __repr__ ; __hash__ ; __getattribute__:-12 ; __class_getitem__:-12 ; __class_getitem__!($type, object, /):13- ;
  __enter__():14- ; __exit__(type, val, tb, /):14- ; var ; old_value ; __doc__ ; MISSING
_csv.Dialect = __new__ ; __reduce__ ; __reduce_ex__ ; skipinitialspace ; doublequote ; strict ; delimiter ; escapechar ; lineterminator ; quotechar ;
  quoting ; __doc__ ; __module__
_csv.Error = __doc__ ; __module__
_csv.reader = __iter__ ; __next__ ; dialect ; line_num ; __doc__ ; __module__
_csv.writer = writerow:-12 ; writerow(object, /):13-13 ; writerow(row, /):14- ; writerows:-12 ; writerows(object, /):13-13 ; writerows(rows, /):14- ;
  dialect ; __doc__ ; __module__
_hashlib.HASH = =!(name, string=b''):-13 ; __repr__:-13 ; update(obj, /):-13 ; digest():-13 ; hexdigest():-13 ; copy():-13 ; digest_size:-13 ;
  block_size:-13 ; name:-13 ; __doc__:-13 ; __module__:-13
_hashlib.HASHXOF = =!(name, string=b''):-13 ; digest(/, length):-13 ; hexdigest(/, length):-13 ; digest_size:-13 ; __doc__:-13 ; __module__:-13
_hashlib.HMAC = __repr__:-13 ; update(/, msg):-13 ; digest():-13 ; hexdigest():-13 ; copy():-13 ; digest_size:-13 ; block_size:-13 ; name:-13 ;
  __doc__:-13 ; __module__:-13
_hashlib.UnsupportedDigestmodError = __module__:-13 ; __weakref__:-13 ; __doc__:-13
_hmac.HMAC = __repr__:14- ; copy():14- ; update(/, msg):14- ; digest():14- ; hexdigest():14- ; name:14- ; block_size:14- ; digest_size:14- ;
  __doc__:14- ; __module__:14-
_hmac.UnknownHashError = __module__:14- ; __weakref__:14- ; __doc__:14-
_interpreters.CrossInterpreterBufferView = __buffer__:13- ; __doc__:13- ; __module__:13-
_io.BufferedRWPair = =!(reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /) ; __new__:-11 ; __init__ ; read ; peek ; read1 ; readinto ; readinto1 ;
  write ; flush:-12 ; flush():13- ; readable:-12 ; readable():13- ; writable:-12 ; writable():13- ; close:-12 ; close():13- ; isatty:-12 ;
  isatty():13- ; closed ; __doc__ ; __module__:12-
_io.BufferedRandom = =!(raw, buffer_size=DEFAULT_BUFFER_SIZE) ; __new__:-11 ; __repr__ ; __next__ ; __init__ ; close:-11 ; close():12- ; detach:-11 ;
  detach():12- ; seekable:-11 ; seekable():12- ; readable:-11 ; readable():12- ; writable:-11 ; writable():12- ; fileno:-11 ; fileno():12- ;
  isatty:-11 ; isatty():12- ; _dealloc_warn:-11 ; _dealloc_warn(source, /):12- ; flush:-11 ; flush():12- ; seek(target, whence=0, /) ; tell:-11 ;
  tell():12- ; truncate(pos=None, /) ; read(size=-1, /) ; read1(size=-1, /) ; readinto(buffer, /) ; readinto1(buffer, /) ; readline(size=-1, /) ;
  peek(size=0, /) ; write(buffer, /) ; __sizeof__:-11 ; __sizeof__():12- ; __reduce__:12-12 ; __reduce__():13-13 ; __reduce_ex__:12-12 ;
  __reduce_ex__(object, /):13-13 ; __getstate__():14- ; raw ; _finalizing ; closed ; name ; mode ; __doc__ ; __module__:12-
_io.BufferedReader = =!(raw, buffer_size=DEFAULT_BUFFER_SIZE) ; __new__:-11 ; __repr__ ; __next__ ; __init__ ; detach:-11 ; detach():12- ;
  flush:-11 ; flush():12- ; close:-11 ; close():12- ; seekable:-11 ; seekable():12- ; readable:-11 ; readable():12- ; fileno:-11 ; fileno():12- ;
  isatty:-11 ; isatty():12- ; _dealloc_warn:-11 ; _dealloc_warn(source, /):12- ; read(size=-1, /) ; peek(size=0, /) ; read1(size=-1, /) ;
  readinto(buffer, /) ; readinto1(buffer, /) ; readline(size=-1, /) ; seek(target, whence=0, /) ; tell:-11 ; tell():12- ; truncate(pos=None, /) ;
  __sizeof__:-11 ; __sizeof__():12- ; __reduce__:12-12 ; __reduce__():13-13 ; __reduce_ex__:12-12 ; __reduce_ex__(object, /):13-13 ;
  __getstate__():14- ; raw ; _finalizing ; closed ; name ; mode ; __doc__ ; __module__:12-
_io.BufferedWriter = =!(raw, buffer_size=DEFAULT_BUFFER_SIZE) ; __new__:-11 ; __repr__ ; __init__ ; close:-11 ; close():12- ; detach:-11 ;
  detach():12- ; seekable:-11 ; seekable():12- ; writable:-11 ; writable():12- ; fileno:-11 ; fileno():12- ; isatty:-11 ; isatty():12- ;
  _dealloc_warn:-11 ; _dealloc_warn(source, /):12- ; write(buffer, /) ; truncate(pos=None, /) ; flush:-11 ; flush():12- ; seek(target, whence=0, /) ;
  tell:-11 ; tell():12- ; __sizeof__:-11 ; __sizeof__():12- ; __reduce__:12-12 ; __reduce__():13-13 ; __reduce_ex__:12-12 ;
  __reduce_ex__(object, /):13-13 ; __getstate__():14- ; raw ; _finalizing ; closed ; name ; mode ; __doc__ ; __module__:12-
_io.BytesIO = =!(initial_bytes=b'') ; __new__ ; __iter__ ; __next__ ; __init__ ; readable() ; seekable() ; writable() ; close() ; flush() ;
  isatty() ; tell() ; write(b, /) ; writelines(lines, /) ; read1(size=-1, /) ; readinto(buffer, /) ; readline(size=-1, /) ; readlines(size=None, /) ;
  read(size=-1, /) ; getbuffer() ; getvalue() ; seek(pos, whence=0, /) ; truncate(size=None, /) ; __getstate__:-12 ; __getstate__():13- ;
  __setstate__:-12 ; __setstate__(object, /):13- ; __sizeof__:-12 ; __sizeof__():13- ; closed ; __doc__ ; __module__:12-
_io.FileIO@11 = =!(file, mode='r', closefd=True, opener=None) ; __new__ ; __repr__ ; __getattribute__ ; __init__ ; read(size=-1, /) ; readall() ;
  readinto(buffer, /) ; write(b, /) ; seek(pos, whence=0, /) ; tell() ; truncate(size=None, /) ; close() ; seekable() ; readable() ; writable() ;
  fileno() ; isatty() ; _dealloc_warn ; _blksize ; _finalizing ; closed ; closefd ; mode ; __doc__
_io.FileIO@12 = =!(file, mode='r', closefd=True, opener=None) ; __new__ ; __repr__ ; __init__ ; read(size=-1, /) ; readall() ; readinto(buffer, /) ;
  write(b, /) ; seek(pos, whence=0, /) ; tell() ; truncate(size=None, /) ; close() ; seekable() ; readable() ; writable() ; fileno() ; isatty() ;
  _dealloc_warn ; __reduce__ ; __reduce_ex__ ; _blksize ; _finalizing ; closed ; closefd ; mode ; __doc__ ; __module__
_io.FileIO@13 = =!(file, mode='r', closefd=True, opener=None) ; __new__ ; __repr__ ; __init__ ; read(size=-1, /) ; readall() ; readinto(buffer, /) ;
  write(b, /) ; seek(pos, whence=0, /) ; tell() ; truncate(size=None, /) ; close() ; seekable() ; readable() ; writable() ; fileno() ; isatty() ;
  _dealloc_warn(object, /) ; __reduce__() ; __reduce_ex__(object, /) ; _blksize ; _finalizing ; closed ; closefd ; mode ; __doc__ ; __module__
_io.FileIO = =!(file, mode='r', closefd=True, opener=None):14- ; __new__:14- ; __repr__:14- ; __init__:14- ; read(size=-1, /):14- ; readall():14- ;
  readinto(buffer, /):14- ; write(b, /):14- ; seek(pos, whence=0, /):14- ; tell():14- ; truncate(size=None, /):14- ; close():14- ; seekable():14- ;
  readable():14- ; writable():14- ; fileno():14- ; isatty():14- ; _isatty_open_only():14- ; _dealloc_warn(object, /):14- ; __getstate__():14- ;
  _finalizing:14- ; closed:14- ; closefd:14- ; mode:14- ; _blksize:14- ; __doc__:14- ; __module__:14-
_io.IncrementalNewlineDecoder = =!(decoder, translate, errors='strict') ; __new__:-11 ; __init__ ; decode(/, input, final=False) ; getstate() ;
  setstate(state, /) ; reset() ; newlines ; __doc__ ; __module__:12-
_io.StringIO = =!(initial_value='', newline='\\n') ; __new__ ; __next__ ; __init__ ; close() ; getvalue() ; read(size=-1, /) ; readline(size=-1, /) ;
  tell() ; truncate(pos=None, /) ; seek(pos, whence=0, /) ; write(s, /) ; seekable() ; readable() ; writable() ; __getstate__:-12 ;
  __getstate__():13- ; __setstate__:-12 ; __setstate__(state, /):13- ; closed ; newlines ; line_buffering ; __doc__ ; __module__:12-
_io.TextIOWrapper@11 = =!(buffer, encoding=None, errors=None, newline=None,⏎              line_buffering=False, write_through=False) ; __new__ ;
  __repr__ ; __next__ ; __init__ ; detach() ;
  reconfigure(/, *, encoding=None, errors=None, newline=None,⏎            line_buffering=None, write_through=None) ; write(text, /) ;
  read(size=-1, /) ; readline(size=-1, /) ; flush() ; close() ; fileno() ; seekable() ; readable() ; writable() ; isatty() ;
  seek(cookie, whence=os.SEEK_SET, /) ; tell() ; truncate(pos=None, /) ; encoding ; buffer ; line_buffering ; write_through ; _finalizing ; name ;
  closed ; newlines ; errors ; _CHUNK_SIZE ; __doc__
_io.TextIOWrapper@12 = =!(buffer, encoding=None, errors=None, newline=None,⏎              line_buffering=False, write_through=False) ; __repr__ ;
  __next__ ; __init__ ; detach() ; reconfigure(/, *, encoding=None, errors=None, newline=None,⏎            line_buffering=None, write_through=None) ;
  write(text, /) ; read(size=-1, /) ; readline(size=-1, /) ; flush() ; close() ; fileno() ; seekable() ; readable() ; writable() ; isatty() ;
  seek(cookie, whence=os.SEEK_SET, /) ; tell() ; truncate(pos=None, /) ; __reduce__ ; __reduce_ex__ ; encoding ; buffer ; line_buffering ;
  write_through ; _finalizing ; name ; closed ; newlines ; errors ; _CHUNK_SIZE ; __doc__ ; __module__
_io.TextIOWrapper@13 = =!(buffer, encoding=None, errors=None, newline=None,⏎              line_buffering=False, write_through=False) ; __repr__ ;
  __next__ ; __init__ ; detach() ; reconfigure(/, *, encoding=None, errors=None, newline=None,⏎            line_buffering=None, write_through=None) ;
  write(text, /) ; read(size=-1, /) ; readline(size=-1, /) ; flush() ; close() ; fileno() ; seekable() ; readable() ; writable() ; isatty() ;
  seek(cookie, whence=os.SEEK_SET, /) ; tell() ; truncate(pos=None, /) ; __reduce__() ; __reduce_ex__(object, /) ; encoding ; buffer ;
  line_buffering ; write_through ; _finalizing ; name ; closed ; newlines ; errors ; _CHUNK_SIZE ; __doc__ ; __module__
_io.TextIOWrapper = =!(buffer, encoding=None, errors=None, newline=None,⏎              line_buffering=False, write_through=False):14- ;
  __repr__:14- ; __next__:14- ; __init__:14- ; detach():14- ;
  reconfigure(/, *, encoding=None, errors=None, newline=None,⏎            line_buffering=None, write_through=None):14- ; write(text, /):14- ;
  read(size=-1, /):14- ; readline(size=-1, /):14- ; flush():14- ; close():14- ; fileno():14- ; seekable():14- ; readable():14- ; writable():14- ;
  isatty():14- ; seek(cookie, whence=os.SEEK_SET, /):14- ; tell():14- ; truncate(pos=None, /):14- ; __getstate__():14- ; encoding:14- ;
  line_buffering:14- ; write_through:14- ; _finalizing:14- ; name:14- ; closed:14- ; newlines:14- ; errors:14- ; _CHUNK_SIZE:14- ; buffer:14- ;
  __doc__:14- ; __module__:14-
_io._BufferedIOBase = detach() ; read:-11 ; read(size=-1, /):12- ; read1:-11 ; read1(size=-1, /):12- ; readinto(buffer, /) ; readinto1(buffer, /) ;
  write:-11 ; write(b, /):12- ; __doc__ ; __module__:12-
_io._BytesIOBuffer = __buffer__:12- ; __release_buffer__:12- ; __doc__ ; __module__:12-
_io._IOBase = __new__:-11 ; __iter__ ; __next__ ; __del__ ; seek(offset, whence=os.SEEK_SET, /) ; tell() ; truncate:-11 ;
  truncate(size=None, /):12- ; flush() ; close() ; seekable() ; readable() ; writable() ; _checkClosed:-12 ; _checkClosed():13- ;
  _checkSeekable:-12 ; _checkSeekable():13- ; _checkReadable:-12 ; _checkReadable():13- ; _checkWritable:-12 ; _checkWritable():13- ; fileno() ;
  isatty() ; __enter__:-12 ; __enter__():13- ; __exit__ ; readline(size=-1, /) ; readlines(hint=-1, /) ; writelines(lines, /) ; __dict__ ; closed ;
  __doc__ ; __module__:12-
_io._RawIOBase = read(size=-1, /) ; readall() ; readinto ; write ; __doc__ ; __module__:12-
_io._TextIOBase = detach:-11 ; detach():12- ; read:-11 ; read(size=-1, /):12- ; readline:-11 ; readline(size=-1, /):12- ; write:-11 ;
  write(s, /):12- ; encoding ; newlines ; errors ; __doc__ ; __module__:12-
_json.Encoder = __new__ ; __call__ ; markers ; default ; encoder ; indent ; key_separator ; item_separator ; sort_keys ; skipkeys ; __doc__ ;
  __module__
_json.Scanner = __new__ ; __call__ ; strict ; object_hook ; object_pairs_hook ; array_hook:15- ; parse_float ; parse_int ; parse_constant ; __doc__ ;
  __module__
_md5.md5 = copy() ; digest() ; hexdigest() ; update(obj, /) ; block_size ; name ; digest_size ; __doc__ ; __module__
_queue.Empty = __doc__ ; __module__ ; __weakref__
_queue.SimpleQueue = =!() ; __new__ ; empty() ; get(/, block=True, timeout=None) ; get_nowait() ; put(/, item, block=True, timeout=None) ;
  put_nowait(/, item) ; qsize() ; __sizeof__():15- ; __class_getitem__:-12 ; __class_getitem__!($type, object, /):13- ; __doc__ ; __module__
_random.Random = __new__ ; __init__ ; random() ; seed(n=None, /) ; getstate() ; setstate(state, /) ; getrandbits(k, /) ; __doc__ ; __module__
_sha1.sha1 = copy() ; digest() ; hexdigest() ; update(obj, /) ; block_size ; name ; digest_size ; __doc__ ; __module__
_sha2.SHA224Type = copy():12- ; digest():12- ; hexdigest():12- ; update(obj, /):12- ; block_size:12- ; name:12- ; digest_size:12- ; __doc__:12- ;
  __module__:12-
_sha2.SHA256Type = copy():12- ; digest():12- ; hexdigest():12- ; update(obj, /):12- ; block_size:12- ; name:12- ; digest_size:12- ; __doc__:12- ;
  __module__:12-
_sha2.SHA384Type = copy():12- ; digest():12- ; hexdigest():12- ; update(obj, /):12- ; block_size:12- ; name:12- ; digest_size:12- ; __doc__:12- ;
  __module__:12-
_sha2.SHA512Type = copy():12- ; digest():12- ; hexdigest():12- ; update(obj, /):12- ; block_size:12- ; name:12- ; digest_size:12- ; __doc__:12- ;
  __module__:12-
_sha256.sha224 = copy():-11 ; digest():-11 ; hexdigest():-11 ; update(obj, /):-11 ; digest_size:-11 ; block_size:-11 ; name:-11 ; __doc__:-11 ;
  __module__:-11
_sha256.sha256 = copy():-11 ; digest():-11 ; hexdigest():-11 ; update(obj, /):-11 ; digest_size:-11 ; block_size:-11 ; name:-11 ; __doc__:-11 ;
  __module__:-11
_sha512.sha384 = copy():-11 ; digest():-11 ; hexdigest():-11 ; update(obj, /):-11 ; digest_size:-11 ; block_size:-11 ; name:-11 ; __doc__:-11 ;
  __module__:-11
_sha512.sha512 = copy():-11 ; digest():-11 ; hexdigest():-11 ; update(obj, /):-11 ; digest_size:-11 ; block_size:-11 ; name:-11 ; __doc__:-11 ;
  __module__:-11
_socket.socket = __new__ ; __repr__ ; __getattribute__:-11 ; __init__ ; __del__ ; _accept:-12 ; _accept():13- ; bind:-12 ; bind(object, /):13- ;
  close:-12 ; close():13- ; connect:-12 ; connect(object, /):13- ; connect_ex:-12 ; connect_ex(object, /):13- ; detach:-12 ; detach():13- ;
  fileno:-12 ; fileno():13- ; getpeername:-12 ; getpeername():13- ; getsockname:-12 ; getsockname():13- ; getsockopt ; listen ; recv ; recv_into ;
  recvfrom ; recvfrom_into ; send:-14 ; send(data, flags=0, /):15- ; sendall:-14 ; sendall(data, flags=0, /):15- ; sendto ; setblocking:-12 ;
  setblocking(object, /):13- ; getblocking:-12 ; getblocking():13- ; settimeout:-12 ; settimeout(object, /):13- ; gettimeout:-12 ; gettimeout():13- ;
  setsockopt ; shutdown:-12 ; shutdown(object, /):13- ; recvmsg ; recvmsg_into ; sendmsg:-14 ;
  sendmsg(buffers, ancdata=(), flags=0, address=None, /):15- ; sendmsg_afalg ; family ; type ; proto ; timeout ; __doc__ ; __module__:12-
_sre.SRE_Scanner = prefixmatch():15- ; match():-14 ; match:15- ; search() ; pattern ; __doc__ ; __module__
_sre.SRE_Template = __doc__:12- ; __module__:12-
_struct.Struct = =!(format):15- ; __new__ ; __repr__:13- ; __getattribute__ ; __setattr__ ; __delattr__ ; __init__ ; iter_unpack(buffer, /) ;
  pack:-14 ; pack(/, *values):15- ; pack_into:-14 ; pack_into(buffer, offset, /, *values):15- ; unpack(buffer, /) ;
  unpack_from(/, buffer, offset=0) ; __sizeof__:-12 ; __sizeof__():13- ; format ; size ; __doc__ ; __module__
_struct.unpack_iterator = __new__:-11 ; __getattribute__ ; __iter__ ; __next__ ; __length_hint__:-12 ; __length_hint__():13- ; __doc__ ; __module__
_thread.RLock = __new__ ; __repr__ ; acquire:-12 ; acquire(/, blocking=True, timeout=-1):13- ; release:-12 ; release():13- ; locked():14- ;
  _is_owned:-12 ; _is_owned():13- ; _acquire_restore:-12 ; _acquire_restore(state, /):13- ; _release_save:-12 ; _release_save():13- ;
  _recursion_count:-12 ; _recursion_count():13- ; __enter__:-12 ; __enter__():13- ; __exit__:-12 ; __exit__(/, *exc_info):13-14 ;
  __exit__(exc_type, exc_value, exc_tb, /):15- ; _at_fork_reinit:-12 ; _at_fork_reinit():13- ; __doc__ ; __module__
_thread._ExceptHookArgs = __new__ ; __repr__ ; __reduce__:-12 ; __reduce__():13- ; __replace__(/, **changes):13- ; exc_type ; exc_value ;
  exc_traceback ; thread ; __doc__ ; __module__ ; n_sequence_fields ; n_fields ; n_unnamed_fields ; __match_args__
_thread._ThreadHandle = __new__:13- ; __repr__:13- ; join:13- ; _set_done():13- ; is_done():13- ; ident:13- ; __doc__:13- ; __module__:13-
_thread._local = =!():13- ; __new__ ; __getattribute__ ; __setattr__ ; __delattr__ ; __doc__ ; __module__
_thread._localdummy = __doc__ ; __module__
_thread.lock = =!():13- ; __new__:13- ; __repr__ ; acquire_lock:-12 ; acquire_lock(/, blocking=True, timeout=-1):13- ; acquire:-12 ;
  acquire(/, blocking=True, timeout=-1):13- ; release_lock:-12 ; release_lock():13- ; release:-12 ; release():13- ; locked_lock:-12 ;
  locked_lock():13- ; locked:-12 ; locked():13- ; __enter__:-12 ; __enter__():13- ; __exit__:-12 ; __exit__(/, *exc_info):13-14 ;
  __exit__(exc_type, exc_value, exc_tb, /):15- ; _at_fork_reinit:-12 ; _at_fork_reinit():13- ; __doc__ ; __module__
_tokenize.TokenizerIter = __new__ ; __getattribute__ ; __iter__ ; __next__ ; __doc__ ; __module__
_typing._ConstEvaluator = =!():14- ; __repr__:14- ; __call__:14- ; __doc__:14- ; __module__:14-
anext_awaitable = __getattribute__:-12 ; __iter__ ; __next__ ; __await__ ; send:-12 ; send(object, /):13- ; throw ; close:-13 ; close():14- ;
  __doc__
array.array = __new__ ; __repr__ ; __getattribute__ ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __iter__ ; __buffer__:12- ;
  __release_buffer__:12- ; __len__ ; __getitem__ ; __setitem__ ; __delitem__ ; __add__ ; __mul__ ; __rmul__ ; __contains__ ; __iadd__ ; __imul__ ;
  append(v, /) ; buffer_info() ; byteswap() ; clear():13- ; __copy__() ; count(v, /) ; __deepcopy__(unused, /) ; extend(bb, /) ; fromfile(f, n, /) ;
  fromlist(list, /) ; frombytes(buffer, /) ; fromunicode(ustr, /) ; index(v, start=0, stop=sys.maxsize, /) ; insert(i, v, /) ; pop(i=-1, /) ;
  __reduce_ex__(value, /) ; remove(v, /) ; reverse() ; tofile(f, /) ; tolist() ; tobytes() ; tounicode() ; __sizeof__() ; __class_getitem__:12-12 ;
  __class_getitem__!($type, object, /):13- ; typecode ; itemsize ; __doc__ ; __hash__ ; __module__
array.arrayiterator = __getattribute__ ; __iter__ ; __next__ ; __reduce__() ; __setstate__(state, /) ; __doc__ ; __module__
async_generator@11 = __repr__ ; __getattribute__ ; __del__ ; __aiter__ ; __anext__ ; asend ; athrow ; aclose ; __sizeof__ ; __class_getitem__ ;
  ag_running ; ag_code ; __name__ ; __qualname__ ; ag_await ; ag_frame ; __doc__
async_generator = __repr__:12- ; __getattribute__:12-12 ; __del__:12- ; __aiter__:12- ; __anext__:12- ; asend:12-12 ; asend(object, /):13- ;
  athrow:12- ; aclose:12-12 ; aclose():13- ; __sizeof__:12-12 ; __sizeof__():13- ; __class_getitem__:12-12 ;
  __class_getitem__!($type, object, /):13- ; ag_running:12- ; __name__:12- ; __qualname__:12- ; ag_await:12- ; ag_frame:12- ; ag_code:12- ;
  ag_suspended:12- ; ag_state:15- ; __doc__:12-
async_generator_asend = __getattribute__:-12 ; __iter__ ; __next__ ; __del__:13- ; __await__ ; send:-12 ; send(object, /):13- ; throw ; close:-12 ;
  close():13- ; __doc__
async_generator_athrow = __getattribute__:-12 ; __iter__ ; __next__ ; __del__:13- ; __await__ ; send:-12 ; send(object, /):13- ; throw ; close:-12 ;
  close():13- ; __doc__
async_generator_wrapped_value = __getattribute__:-12 ; __doc__
asyncgen_hooks = __new__ ; __repr__ ; __reduce__:-12 ; __reduce__():13- ; __replace__(/, **changes):13- ; firstiter ; finalizer ; __doc__ ;
  n_sequence_fields ; n_fields ; n_unnamed_fields ; __match_args__
binascii.Error = __module__ ; __weakref__ ; __doc__
binascii.Incomplete = __module__ ; __weakref__ ; __doc__
bool = =!(object=False, /):13- ; __new__ ; __repr__ ; __invert__:12- ; __and__ ; __rand__ ; __xor__ ; __rxor__ ; __or__ ; __ror__ ; __doc__
builtin_function_or_method = __repr__ ; __hash__ ; __call__ ; __getattribute__:-12 ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ;
  __reduce__:-12 ; __reduce__():13- ; __module__ ; __doc__ ; __name__ ; __qualname__ ; __self__ ; __text_signature__
builtin_method = __doc__
bytearray = __new__ ; __repr__ ; __str__ ; __getattribute__:-13 ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __iter__ ; __init__ ;
  __buffer__:12- ; __release_buffer__:12- ; __mod__ ; __rmod__ ; __len__ ; __getitem__ ; __setitem__ ; __delitem__ ; __add__ ; __mul__ ; __rmul__ ;
  __contains__ ; __iadd__ ; __imul__ ; __alloc__:-12 ; __alloc__():13- ; __reduce__() ; __reduce_ex__(proto=0, /) ; __sizeof__() ; append(item, /) ;
  capitalize:-12 ; capitalize():13- ; center(width, fillchar=b' ', /) ; clear() ; copy() ; count:-12 ; count(sub[, start[, end]], /):13- ;
  decode(/, encoding='utf-8', errors='strict') ; endswith:-12 ; endswith(suffix[, start[, end]], /):13- ; expandtabs(/, tabsize=8) ;
  extend(iterable_of_ints, /) ; find:-12 ; find(sub[, start[, end]], /):13- ; fromhex!($type, string, /) ;
  hex(/, sep=<unrepresentable>, bytes_per_sep=1) ; index:-12 ; index(sub[, start[, end]], /):13- ; insert(index, item, /) ; isalnum:-12 ;
  isalnum():13- ; isalpha:-12 ; isalpha():13- ; isascii:-12 ; isascii():13- ; isdigit:-12 ; isdigit():13- ; islower:-12 ; islower():13- ;
  isspace:-12 ; isspace():13- ; istitle:-12 ; istitle():13- ; isupper:-12 ; isupper():13- ; join(iterable_of_bytes, /) ;
  ljust(width, fillchar=b' ', /) ; lower:-12 ; lower():13- ; lstrip(bytes=None, /) ; maketrans ; partition(sep, /) ; pop(index=-1, /) ;
  remove(value, /) ; replace(old, new, count=-1, /):-14 ; replace(old, new, /, count=-1):15- ; removeprefix(prefix, /) ; removesuffix(suffix, /) ;
  resize(size, /):14- ; reverse() ; rfind:-12 ; rfind(sub[, start[, end]], /):13- ; rindex:-12 ; rindex(sub[, start[, end]], /):13- ;
  rjust(width, fillchar=b' ', /) ; rpartition(sep, /) ; rsplit(/, sep=None, maxsplit=-1) ; rstrip(bytes=None, /) ; split(/, sep=None, maxsplit=-1) ;
  splitlines(/, keepends=False) ; startswith:-12 ; startswith(prefix[, start[, end]], /):13- ; strip(bytes=None, /) ; swapcase:-12 ; swapcase():13- ;
  take_bytes(n=None, /):15- ; title:-12 ; title():13- ; translate(table, /, delete=b'') ; upper:-12 ; upper():13- ; zfill(width, /) ; __doc__ ;
  __hash__
bytearray_iterator = __getattribute__:-12 ; __iter__ ; __next__ ; __length_hint__:-12 ; __length_hint__():13- ; __reduce__() ; __setstate__:-12 ;
  __setstate__(object, /):13- ; __doc__
bytes = __new__ ; __repr__ ; __hash__ ; __str__ ; __getattribute__:-13 ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __iter__ ;
  __buffer__:12- ; __mod__ ; __rmod__ ; __len__ ; __getitem__ ; __add__ ; __mul__ ; __rmul__ ; __contains__ ; __getnewargs__:-12 ;
  __getnewargs__():13- ; __bytes__() ; capitalize:-12 ; capitalize():13- ; center(width, fillchar=b' ', /) ; count:-12 ;
  count(sub[, start[, end]], /):13- ; decode(/, encoding='utf-8', errors='strict') ; endswith:-12 ; endswith(suffix[, start[, end]], /):13- ;
  expandtabs(/, tabsize=8) ; find:-12 ; find(sub[, start[, end]], /):13- ; fromhex!($type, string, /) ;
  hex(/, sep=<unrepresentable>, bytes_per_sep=1) ; index:-12 ; index(sub[, start[, end]], /):13- ; isalnum:-12 ; isalnum():13- ; isalpha:-12 ;
  isalpha():13- ; isascii:-12 ; isascii():13- ; isdigit:-12 ; isdigit():13- ; islower:-12 ; islower():13- ; isspace:-12 ; isspace():13- ;
  istitle:-12 ; istitle():13- ; isupper:-12 ; isupper():13- ; join(iterable_of_bytes, /) ; ljust(width, fillchar=b' ', /) ; lower:-12 ; lower():13- ;
  lstrip(bytes=None, /) ; maketrans ; partition(sep, /) ; replace(old, new, count=-1, /):-14 ; replace(old, new, /, count=-1):15- ;
  removeprefix(prefix, /) ; removesuffix(suffix, /) ; rfind:-12 ; rfind(sub[, start[, end]], /):13- ; rindex:-12 ;
  rindex(sub[, start[, end]], /):13- ; rjust(width, fillchar=b' ', /) ; rpartition(sep, /) ; rsplit(/, sep=None, maxsplit=-1) ;
  rstrip(bytes=None, /) ; split(/, sep=None, maxsplit=-1) ; splitlines(/, keepends=False) ; startswith:-12 ;
  startswith(prefix[, start[, end]], /):13- ; strip(bytes=None, /) ; swapcase:-12 ; swapcase():13- ; title:-12 ; title():13- ;
  translate(table, /, delete=b'') ; upper:-12 ; upper():13- ; zfill(width, /) ; __doc__
bytes_iterator = __getattribute__:-12 ; __iter__ ; __next__ ; __length_hint__:-12 ; __length_hint__():13- ; __reduce__:-12 ; __reduce__():13- ;
  __setstate__:-12 ; __setstate__(object, /):13- ; __doc__
callable_iterator = __getattribute__:-12 ; __iter__ ; __next__ ; __reduce__:-12 ; __reduce__():13- ; __doc__
cell = =!([contents]) ; __new__ ; __repr__ ; __getattribute__:-12 ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; cell_contents ; __doc__ ;
  __hash__
classmethod = =!(function, /):13- ; __new__ ; __repr__ ; __get__ ; __init__ ; __class_getitem__!($type, object, /):14- ; __func__ ; __wrapped__ ;
  __isabstractmethod__ ; __dict__ ; __annotations__:14- ; __annotate__:14- ; __doc__
classmethod_descriptor = __repr__ ; __call__ ; __getattribute__:-12 ; __get__ ; __objclass__ ; __name__ ; __doc__ ; __qualname__ ;
  __text_signature__
code =
  =!(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize,⏎     flags, codestring, constants, names, varnames, filename, name,⏎     qualname, firstlineno, linetable, exceptiontable, freevars=(),⏎     cellvars=(), /) ;
  __new__ ; __repr__ ; __hash__ ; __getattribute__:-12 ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __sizeof__:-12 ; __sizeof__():13- ;
  co_lines:-12 ; co_lines():13- ; co_branches():14- ; co_positions:-12 ; co_positions():13- ; replace(/, **changes) ; _varname_from_oparg(/, oparg) ;
  __replace__(/, **changes):13- ; co_argcount ; co_posonlyargcount ; co_kwonlyargcount ; co_stacksize ; co_flags ; co_nlocals ; co_consts ;
  co_names ; co_filename ; co_name ; co_qualname ; co_firstlineno ; co_linetable ; co_exceptiontable ; co_lnotab:-14 ; _co_code_adaptive ;
  co_varnames ; co_cellvars ; co_freevars ; co_code ; __doc__
collections.OrderedDict = __repr__ ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __iter__ ; __init__ ; __or__ ; __ror__ ; __ior__ ;
  __setitem__ ; __delitem__ ; fromkeys!($type, /, iterable, value=None) ; __sizeof__:-12 ; __sizeof__():13- ; __reduce__:-12 ; __reduce__():13- ;
  setdefault(/, key, default=None) ; pop(/, key, default=<unrepresentable>) ; popitem(/, last=True) ; keys:-12 ; keys():13- ; values:-12 ;
  values():13- ; items:-12 ; items():13- ; update ; clear:-12 ; clear():13- ; copy:-12 ; copy():13- ; __reversed__:-12 ; __reversed__():13- ;
  move_to_end(/, key, last=True) ; __dict__ ; __doc__ ; __hash__
collections._deque_iterator = __new__:12- ; __getattribute__:12- ; __iter__:12- ; __next__:12- ; __length_hint__:12-12 ; __length_hint__():13- ;
  __reduce__:12-12 ; __reduce__():13- ; __doc__:12- ; __module__:12-
collections._deque_reverse_iterator = __new__:12- ; __getattribute__:12- ; __iter__:12- ; __next__:12- ; __length_hint__:12-12 ;
  __length_hint__():13- ; __reduce__:12-12 ; __reduce__():13- ; __doc__:12- ; __module__:12-
collections._tuplegetter = __new__:12- ; __repr__:12- ; __get__:12- ; __set__:12- ; __delete__:12- ; __reduce__:12-12 ; __reduce__():13- ;
  __doc__:12- ; __module__:12-
collections.defaultdict = __repr__ ; __getattribute__ ; __init__ ; __or__ ; __ror__ ; __missing__:-12 ; __missing__(object, /):13- ; copy:-12 ;
  copy():13- ; __copy__:-12 ; __copy__():13- ; __reduce__:-12 ; __reduce__():13- ; __class_getitem__:-12 ; __class_getitem__!($type, object, /):13- ;
  default_factory ; __doc__ ; __module__:12-
collections.deque = =!([iterable[, maxlen]]):13- ; __new__ ; __repr__ ; __hash__ ; __getattribute__ ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ;
  __ge__ ; __iter__ ; __init__ ; __len__ ; __add__ ; __mul__ ; __rmul__ ; __getitem__ ; __setitem__ ; __delitem__ ; __contains__ ; __iadd__ ;
  __imul__ ; append:-12 ; append(item, /):13- ; appendleft:-12 ; appendleft(item, /):13- ; clear:-12 ; clear():13- ; __copy__:-12 ; __copy__():13- ;
  copy:-12 ; copy():13- ; count:-12 ; count(value, /):13- ; extend:-12 ; extend(iterable, /):13- ; extendleft:-12 ; extendleft(iterable, /):13- ;
  index:-12 ; index(value, [start, [stop]]):13- ; insert:-12 ; insert(index, value, /):13- ; pop:-12 ; pop():13- ; popleft:-12 ; popleft():13- ;
  __reduce__:-12 ; __reduce__():13- ; remove:-12 ; remove(value, /):13- ; __reversed__:-12 ; __reversed__():13- ; reverse:-12 ; reverse():13- ;
  rotate:-12 ; rotate(n=1, /):13- ; __sizeof__:-12 ; __sizeof__():13- ; __class_getitem__:-12 ; __class_getitem__!($type, object, /):13- ; maxlen ;
  __doc__ ; __module__:12-
complex = =!(real=0, imag=0) ; __new__ ; __repr__ ; __hash__ ; __getattribute__:-13 ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __add__ ;
  __radd__ ; __sub__ ; __rsub__ ; __mul__ ; __rmul__ ; __pow__ ; __rpow__ ; __neg__ ; __pos__ ; __abs__ ; __bool__ ; __truediv__ ; __rtruediv__ ;
  from_number!($type, number, /):14- ; conjugate() ; __complex__() ; __getnewargs__() ; __format__(format_spec, /) ; real ; imag ; __doc__
coroutine@11 = __repr__ ; __getattribute__ ; __del__ ; __await__ ; send ; throw ; close ; __sizeof__ ; cr_code ; cr_origin ; __name__ ;
  __qualname__ ; cr_await ; cr_running ; cr_frame ; cr_suspended ; __doc__
coroutine = __repr__:12- ; __getattribute__:12-12 ; __del__:12- ; __await__:12- ; send:12-12 ; send(object, /):13- ; throw:12- ; close:12-12 ;
  close():13- ; __sizeof__:12-12 ; __sizeof__():13- ; __class_getitem__!($type, object, /):13- ; cr_origin:12- ; __name__:12- ; __qualname__:12- ;
  cr_await:12- ; cr_running:12- ; cr_frame:12- ; cr_code:12- ; cr_suspended:12- ; cr_state:15- ; __doc__:12-
coroutine_wrapper = __getattribute__:-12 ; __iter__ ; __next__ ; send:-12 ; send(object, /):13- ; throw ; close:-12 ; close():13- ; __doc__
dict = __new__ ; __repr__ ; __hash__ ; __getattribute__:-13 ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __iter__ ; __init__ ; __or__ ;
  __ror__ ; __ior__ ; __len__ ; __getitem__:-11 ; __getitem__(key, /):12- ; __setitem__ ; __delitem__ ; __contains__(key, /) ; __sizeof__:-12 ;
  __sizeof__():13- ; get(key, default=None, /) ; setdefault(key, default=None, /) ; pop(key, default=<unrepresentable>, /) ; popitem() ; keys:-12 ;
  keys():13- ; items:-12 ; items():13- ; values:-12 ; values():13- ; update ; fromkeys!($type, iterable, value=None, /) ; clear:-12 ; clear():13- ;
  copy:-12 ; copy():13- ; __reversed__() ; __class_getitem__:-12 ; __class_getitem__!($type, object, /):13- ; __doc__
dict_itemiterator = __getattribute__:-12 ; __iter__ ; __next__ ; __length_hint__:-12 ; __length_hint__():13- ; __reduce__:-12 ; __reduce__():13- ;
  __doc__
dict_items = __repr__ ; __getattribute__:-12 ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __iter__ ; __sub__ ; __rsub__ ; __and__ ;
  __rand__ ; __xor__ ; __rxor__ ; __or__ ; __ror__ ; __len__ ; __contains__ ; isdisjoint:-12 ; isdisjoint(object, /):13- ; __reversed__:-12 ;
  __reversed__():13- ; mapping ; __doc__ ; __hash__
dict_keyiterator = __getattribute__:-12 ; __iter__ ; __next__ ; __length_hint__:-12 ; __length_hint__():13- ; __reduce__:-12 ; __reduce__():13- ;
  __doc__
dict_keys = __repr__ ; __getattribute__:-12 ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __iter__ ; __sub__ ; __rsub__ ; __and__ ;
  __rand__ ; __xor__ ; __rxor__ ; __or__ ; __ror__ ; __len__ ; __contains__ ; isdisjoint:-12 ; isdisjoint(object, /):13- ; __reversed__:-12 ;
  __reversed__():13- ; mapping ; __doc__ ; __hash__
dict_reverseitemiterator = __iter__ ; __next__ ; __length_hint__:-12 ; __length_hint__():13- ; __reduce__:-12 ; __reduce__():13- ; __doc__
dict_reversekeyiterator = __iter__ ; __next__ ; __length_hint__:-12 ; __length_hint__():13- ; __reduce__:-12 ; __reduce__():13- ; __doc__
dict_reversevalueiterator = __iter__ ; __next__ ; __length_hint__:-12 ; __length_hint__():13- ; __reduce__:-12 ; __reduce__():13- ; __doc__
dict_valueiterator = __getattribute__:-12 ; __iter__ ; __next__ ; __length_hint__:-12 ; __length_hint__():13- ; __reduce__:-12 ; __reduce__():13- ;
  __doc__
dict_values = __repr__ ; __getattribute__:-12 ; __iter__ ; __len__ ; __reversed__:-12 ; __reversed__():13- ; mapping ; __doc__
ellipsis = =!():13- ; __new__ ; __repr__ ; __getattribute__:-12 ; __reduce__:-12 ; __reduce__():13- ; __doc__
enumerate = =!(iterable, start=0) ; __new__ ; __getattribute__:-13 ; __iter__ ; __next__ ; __reduce__:-12 ; __reduce__():13- ;
  __class_getitem__:-12 ; __class_getitem__!($type, object, /):13- ; __doc__
fieldnameiterator = __getattribute__:-12 ; __iter__ ; __next__ ; __doc__
filter = =!(function, iterable, /):13- ; __new__ ; __getattribute__:-13 ; __iter__ ; __next__ ; __reduce__:-12 ; __reduce__():13- ; __doc__
float = =!(x=0, /) ; __new__ ; __repr__ ; __hash__ ; __getattribute__:-12 ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __add__ ;
  __radd__ ; __sub__ ; __rsub__ ; __mul__ ; __rmul__ ; __mod__ ; __rmod__ ; __divmod__ ; __rdivmod__ ; __pow__ ; __rpow__ ; __neg__ ; __pos__ ;
  __abs__ ; __bool__ ; __int__ ; __float__ ; __floordiv__ ; __rfloordiv__ ; __truediv__ ; __rtruediv__ ; from_number!($type, number, /):14- ;
  conjugate() ; __trunc__() ; __floor__() ; __ceil__() ; __round__(ndigits=None, /) ; as_integer_ratio() ; fromhex!($type, string, /) ; hex() ;
  is_integer() ; __getnewargs__() ; __getformat__!($type, typestr, /) ; __format__(format_spec, /) ; real ; imag ; __doc__
formatteriterator = __getattribute__:-12 ; __iter__ ; __next__ ; __doc__
frame@11 = __repr__ ; __getattribute__ ; __setattr__ ; __delattr__ ; clear ; __sizeof__ ; f_trace_lines ; f_trace_opcodes ; f_back ; f_locals ;
  f_lineno ; f_trace ; f_lasti ; f_globals ; f_builtins ; f_code ; __doc__
frame = __repr__:12- ; __getattribute__:12-12 ; __setattr__:12-12 ; __delattr__:12-12 ; clear:12-12 ; clear():13- ; __sizeof__:12-12 ;
  __sizeof__():13- ; f_trace_lines:12- ; f_back:12- ; f_locals:12- ; f_lineno:12- ; f_trace:12- ; f_lasti:12- ; f_globals:12- ; f_builtins:12- ;
  f_code:12- ; f_trace_opcodes:12- ; f_generator:14- ; __doc__:12-
frozendict = __new__:15- ; __repr__:15- ; __hash__:15- ; __lt__:15- ; __le__:15- ; __eq__:15- ; __ne__:15- ; __gt__:15- ; __ge__:15- ; __iter__:15- ;
  __or__:15- ; __ror__:15- ; __len__:15- ; __getitem__(key, /):15- ; __contains__(key, /):15- ; __sizeof__():15- ; get(key, default=None, /):15- ;
  keys():15- ; items():15- ; values():15- ; fromkeys!($type, iterable, value=None, /):15- ; copy():15- ; __reversed__():15- ;
  __class_getitem__!($type, object, /):15- ; __getnewargs__():15- ; __doc__:15-
frozenset = =!(iterable=(), /):13- ; __new__ ; __repr__ ; __hash__ ; __getattribute__:-12 ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ;
  __iter__ ; __sub__ ; __rsub__ ; __and__ ; __rand__ ; __xor__ ; __rxor__ ; __or__ ; __ror__ ; __len__ ; __contains__:-12 ;
  __contains__(object, /):13- ; copy:-12 ; copy():13- ; difference:-12 ; difference(/, *others):13- ; intersection:-12 ;
  intersection(/, *others):13- ; isdisjoint:-12 ; isdisjoint(other, /):13- ; issubset:-12 ; issubset(other, /):13- ; issuperset:-12 ;
  issuperset(other, /):13- ; __reduce__:-12 ; __reduce__():13- ; __sizeof__:-12 ; __sizeof__():13- ; symmetric_difference:-12 ;
  symmetric_difference(other, /):13- ; union:-12 ; union(/, *others):13- ; __class_getitem__:-12 ; __class_getitem__!($type, object, /):13- ;
  __doc__
function@11 = =!(code, globals, name=None, argdefs=None, closure=None) ; __new__ ; __repr__ ; __call__ ; __get__ ; __closure__ ; __doc__ ;
  __globals__ ; __module__ ; __builtins__ ; __code__ ; __defaults__ ; __kwdefaults__ ; __annotations__ ; __dict__ ; __name__ ; __qualname__
function@12 = =!(code, globals, name=None, argdefs=None, closure=None) ; __new__ ; __repr__ ; __call__ ; __get__ ; __closure__ ; __doc__ ;
  __globals__ ; __module__ ; __builtins__ ; __code__ ; __defaults__ ; __kwdefaults__ ; __annotations__ ; __dict__ ; __name__ ; __qualname__ ;
  __type_params__
function@13 = =!(code, globals, name=None, argdefs=None, closure=None,⏎         kwdefaults=None) ; __new__ ; __repr__ ; __call__ ; __get__ ;
  __closure__ ; __doc__ ; __globals__ ; __module__ ; __builtins__ ; __code__ ; __defaults__ ; __kwdefaults__ ; __annotations__ ; __dict__ ;
  __name__ ; __qualname__ ; __type_params__
function = =!(code, globals, name=None, argdefs=None, closure=None,⏎         kwdefaults=None):14- ; __new__:14- ; __repr__:14- ; __call__:14- ;
  __get__:14- ; __closure__:14- ; __globals__:14- ; __builtins__:14- ; __code__:14- ; __defaults__:14- ; __kwdefaults__:14- ; __annotations__:14- ;
  __annotate__:14- ; __dict__:14- ; __doc__:14- ; __module__:14- ; __name__:14- ; __qualname__:14- ; __type_params__:14-
functools.KeyWrapper = __call__ ; __getattribute__ ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; obj ; __text_signature__:13- ; __doc__ ;
  __hash__ ; __module__
functools._PlaceholderType = __new__:14- ; __repr__:14- ; __reduce__():14- ; __doc__:14- ; __module__:14-
functools._lru_cache_wrapper = __new__ ; __call__ ; __get__ ; cache_info:-11 ; cache_info():12- ; cache_clear:-11 ; cache_clear():12- ;
  __reduce__:-12 ; __reduce__():13- ; __copy__ ; __deepcopy__ ; __dict__ ; __doc__ ; __module__
functools._lru_list_elem = __doc__ ; __module__
functools.partial = =!(func, /, *args, **keywords):13- ; __new__ ; __repr__ ; __call__ ; __getattribute__ ; __setattr__ ; __delattr__ ; __get__:13- ;
  __reduce__:-12 ; __reduce__():13- ; __setstate__:-12 ; __setstate__(object, /):13- ; __class_getitem__:-12 ;
  __class_getitem__!($type, object, /):13- ; func ; args ; keywords ; __vectorcalloffset__ ; __dict__ ; __doc__ ; __module__
generator@11 = __repr__ ; __getattribute__ ; __iter__ ; __next__ ; __del__ ; send ; throw ; close ; __sizeof__ ; gi_code ; __name__ ; __qualname__ ;
  gi_yieldfrom ; gi_running ; gi_frame ; gi_suspended ; __doc__
generator = __repr__:12- ; __getattribute__:12-12 ; __iter__:12- ; __next__:12- ; __del__:12- ; send:12-12 ; send(object, /):13- ; throw:12- ;
  close:12-12 ; close():13- ; __sizeof__:12-12 ; __sizeof__():13- ; __class_getitem__!($type, object, /):13- ; __name__:12- ; __qualname__:12- ;
  gi_yieldfrom:12- ; gi_running:12- ; gi_frame:12- ; gi_suspended:12- ; gi_code:12- ; gi_state:15- ; __doc__:12-
generic_alias_iterator = __iter__ ; __next__ ; __reduce__:-12 ; __reduce__():13- ; __doc__
getset_descriptor = __repr__ ; __getattribute__:-12 ; __get__ ; __set__ ; __delete__ ; __objclass__ ; __name__ ; __doc__ ; __qualname__
hamt = __new__ ; __hash__ ; __getattribute__:-12 ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __iter__ ; __len__ ; __getitem__ ;
  __contains__ ; set ; get ; delete:-12 ; delete(object, /):13- ; items:-12 ; items():13- ; keys:-12 ; keys():13- ; values:-12 ; values():13- ;
  __doc__
hamt_array_node = __hash__ ; __getattribute__:-12 ; __doc__
hamt_bitmap_node = __hash__ ; __getattribute__:-12 ; __doc__
hamt_collision_node = __hash__ ; __getattribute__:-12 ; __doc__
instancemethod = =!(function, /) ; __new__ ; __repr__ ; __call__ ; __getattribute__ ; __setattr__:-12 ; __delattr__:-12 ; __lt__ ; __le__ ; __eq__ ;
  __ne__ ; __gt__ ; __ge__ ; __get__ ; __func__ ; __doc__ ; __hash__
int = __new__ ; __repr__ ; __hash__ ; __getattribute__:-13 ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __add__ ; __radd__ ; __sub__ ;
  __rsub__ ; __mul__ ; __rmul__ ; __mod__ ; __rmod__ ; __divmod__ ; __rdivmod__ ; __pow__ ; __rpow__ ; __neg__ ; __pos__ ; __abs__ ; __bool__ ;
  __invert__ ; __lshift__ ; __rlshift__ ; __rshift__ ; __rrshift__ ; __and__ ; __rand__ ; __xor__ ; __rxor__ ; __or__ ; __ror__ ; __int__ ;
  __float__ ; __floordiv__ ; __rfloordiv__ ; __truediv__ ; __rtruediv__ ; __index__ ; conjugate:-12 ; conjugate():13- ; bit_length() ; bit_count() ;
  to_bytes(/, length=1, byteorder='big', *, signed=False) ; from_bytes!($type, /, bytes, byteorder='big', *, signed=False) ; as_integer_ratio() ;
  __trunc__:-12 ; __trunc__():13- ; __floor__:-12 ; __floor__():13- ; __ceil__:-12 ; __ceil__():13- ; __round__(ndigits=<unrepresentable>, /):-13 ;
  __round__(ndigits=None, /):14- ; __getnewargs__() ; __format__(format_spec, /) ; __sizeof__() ; is_integer():12- ; real ; imag ; numerator ;
  denominator ; __doc__
items = __getattribute__:-12 ; __iter__ ; __next__ ; __len__ ; __doc__
iterator = __getattribute__:-12 ; __iter__ ; __next__ ; __length_hint__:-12 ; __length_hint__():13- ; __reduce__:-12 ; __reduce__():13- ;
  __setstate__:-12 ; __setstate__(object, /):13- ; __doc__
itertools._grouper = __new__ ; __getattribute__ ; __iter__ ; __next__ ; __reduce__:-12 ; __reduce__():13-13 ; __doc__ ; __module__:12-
itertools._tee = =!(iterable, /) ; __new__ ; __iter__ ; __next__ ; __copy__:-12 ; __copy__():13- ; __reduce__:-12 ; __reduce__():13-13 ;
  __setstate__:-12 ; __setstate__(object, /):13-13 ; __doc__ ; __module__:12-
itertools._tee_dataobject = __new__ ; __getattribute__ ; __reduce__:-12 ; __reduce__():13-13 ; __doc__ ; __module__:12-
itertools.accumulate = =!(iterable, func=None, *, initial=None) ; __new__ ; __getattribute__ ; __iter__ ; __next__ ; __reduce__:-12 ;
  __reduce__():13-13 ; __setstate__:-12 ; __setstate__(object, /):13-13 ; __doc__ ; __module__:12-
itertools.batched = =!(iterable, n):12-12 ; =!(iterable, n, *, strict=False):13- ; __new__:12- ; __getattribute__:12- ; __iter__:12- ; __next__:12- ;
  __doc__:12- ; __module__:12-
itertools.chain = =!(*iterables):13- ; __new__ ; __getattribute__ ; __iter__ ; __next__ ; from_iterable!($type, iterable, /) ; __reduce__:-12 ;
  __reduce__():13-13 ; __setstate__:-12 ; __setstate__(object, /):13-13 ; __class_getitem__:-12 ; __class_getitem__!($type, object, /):13- ;
  __doc__ ; __module__:12-
itertools.combinations = =!(iterable, r) ; __new__ ; __getattribute__ ; __iter__ ; __next__ ; __reduce__:-12 ; __reduce__():13-13 ;
  __setstate__:-12 ; __setstate__(object, /):13-13 ; __sizeof__:-12 ; __sizeof__():13- ; __doc__ ; __module__:12-
itertools.combinations_with_replacement = =!(iterable, r) ; __new__ ; __getattribute__ ; __iter__ ; __next__ ; __reduce__:-12 ; __reduce__():13-13 ;
  __setstate__:-12 ; __setstate__(object, /):13-13 ; __sizeof__:-12 ; __sizeof__():13- ; __doc__ ; __module__:12-
itertools.compress = =!(data, selectors) ; __new__ ; __getattribute__ ; __iter__ ; __next__ ; __reduce__:-12 ; __reduce__():13-13 ; __doc__ ;
  __module__:12-
itertools.count = =!(start=0, step=1) ; __new__ ; __repr__ ; __getattribute__ ; __iter__ ; __next__ ; __reduce__:-12 ; __reduce__():13-13 ; __doc__ ;
  __module__:12-
itertools.cycle = =!(iterable, /) ; __new__ ; __getattribute__ ; __iter__ ; __next__ ; __reduce__:-12 ; __reduce__():13-13 ; __setstate__:-12 ;
  __setstate__(object, /):13-13 ; __doc__ ; __module__:12-
itertools.dropwhile = =!(predicate, iterable, /) ; __new__ ; __getattribute__ ; __iter__ ; __next__ ; __reduce__:-12 ; __reduce__():13-13 ;
  __setstate__:-12 ; __setstate__(object, /):13-13 ; __doc__ ; __module__:12-
itertools.filterfalse = =!(function, iterable, /) ; __new__ ; __getattribute__ ; __iter__ ; __next__ ; __reduce__:-12 ; __reduce__():13-13 ;
  __doc__ ; __module__:12-
itertools.groupby = =!(iterable, key=None) ; __new__ ; __getattribute__ ; __iter__ ; __next__ ; __reduce__:-12 ; __reduce__():13-13 ;
  __setstate__:-12 ; __setstate__(object, /):13-13 ; __doc__ ; __module__:12-
itertools.islice = __new__ ; __getattribute__ ; __iter__ ; __next__ ; __reduce__:-12 ; __reduce__():13-13 ; __setstate__:-12 ;
  __setstate__(object, /):13-13 ; __doc__ ; __module__:12-
itertools.pairwise = =!(iterable, /) ; __new__ ; __getattribute__ ; __iter__ ; __next__ ; __doc__ ; __module__:12-
itertools.permutations = =!(iterable, r=None) ; __new__ ; __getattribute__ ; __iter__ ; __next__ ; __reduce__:-12 ; __reduce__():13-13 ;
  __setstate__:-12 ; __setstate__(object, /):13-13 ; __sizeof__:-12 ; __sizeof__():13- ; __doc__ ; __module__:12-
itertools.product = =!(*iterables, repeat=1):13- ; __new__ ; __getattribute__ ; __iter__ ; __next__ ; __reduce__:-12 ; __reduce__():13-13 ;
  __setstate__:-12 ; __setstate__(object, /):13-13 ; __sizeof__:-12 ; __sizeof__():13- ; __doc__ ; __module__:12-
itertools.repeat = __new__ ; __repr__ ; __getattribute__ ; __iter__ ; __next__ ; __length_hint__:-12 ; __length_hint__():13- ; __reduce__:-12 ;
  __reduce__():13-13 ; __doc__ ; __module__:12-
itertools.starmap = =!(function, iterable, /) ; __new__ ; __getattribute__ ; __iter__ ; __next__ ; __reduce__:-12 ; __reduce__():13-13 ; __doc__ ;
  __module__:12-
itertools.takewhile = =!(predicate, iterable, /) ; __new__ ; __getattribute__ ; __iter__ ; __next__ ; __reduce__:-12 ; __reduce__():13-13 ;
  __setstate__:-12 ; __setstate__(object, /):13-13 ; __doc__ ; __module__:12-
itertools.zip_longest = =!(*iterables, fillvalue=None):13- ; __new__ ; __getattribute__ ; __iter__ ; __next__ ; __reduce__:-12 ; __reduce__():13-13 ;
  __setstate__:-12 ; __setstate__(object, /):13-13 ; __doc__ ; __module__:12-
keys = __getattribute__:-12 ; __iter__ ; __next__ ; __len__ ; __doc__
lazy_import = =!(builtins, name, fromlist=None, /):15- ; __repr__:15- ; __getattribute__:15- ; resolve():15- ; __doc__:15-
line_iterator = __iter__:12- ; __next__:12- ; __doc__:12-
list = =!(iterable=(), /) ; __new__ ; __repr__ ; __hash__ ; __getattribute__:-13 ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __iter__ ;
  __init__ ; __len__ ; __getitem__:-11 ; __getitem__(index, /):12- ; __setitem__ ; __delitem__ ; __add__ ; __mul__ ; __rmul__ ; __contains__ ;
  __iadd__ ; __imul__ ; __reversed__() ; __sizeof__() ; clear() ; copy() ; append(object, /) ; insert(index, object, /) ; extend(iterable, /) ;
  pop(index=-1, /) ; remove(value, /) ; index(value, start=0, stop=sys.maxsize, /) ; count(value, /) ; reverse() ;
  sort(/, *, key=None, reverse=False) ; __class_getitem__:-12 ; __class_getitem__!($type, object, /):13- ; __doc__
list_iterator = __getattribute__:-12 ; __iter__ ; __next__ ; __length_hint__:-12 ; __length_hint__():13- ; __reduce__:-12 ; __reduce__():13- ;
  __setstate__:-12 ; __setstate__(object, /):13- ; __doc__
list_reverseiterator = __getattribute__:-12 ; __iter__ ; __next__ ; __length_hint__:-12 ; __length_hint__():13- ; __reduce__:-12 ; __reduce__():13- ;
  __setstate__:-12 ; __setstate__(object, /):13- ; __doc__
longrange_iterator = __getattribute__:-12 ; __iter__ ; __next__ ; __length_hint__:-12 ; __length_hint__():13- ; __reduce__:-12 ; __reduce__():13- ;
  __setstate__:-12 ; __setstate__(object, /):13-14 ; __setstate__(state, /):15- ; __doc__
managedbuffer = __getattribute__:-12 ; __doc__
map = =!(function, iterable, /, *iterables):13-13 ; =!(function, iterable, /, *iterables, strict=False):14- ; __new__ ; __getattribute__:-13 ;
  __iter__ ; __next__ ; __reduce__:-12 ; __reduce__():13- ; __setstate__(object, /):14- ; __doc__
mappingproxy@11 = __new__ ; __repr__ ; __str__ ; __getattribute__ ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __iter__ ; __or__ ;
  __ror__ ; __ior__ ; __len__ ; __getitem__ ; __contains__ ; get ; keys ; values ; items ; copy ; __class_getitem__ ; __reversed__ ; __doc__ ;
  __hash__
mappingproxy = =!(mapping):13- ; __new__:12- ; __repr__:12- ; __hash__:12- ; __str__:12- ; __getattribute__:12-12 ; __lt__:12- ; __le__:12- ;
  __eq__:12- ; __ne__:12- ; __gt__:12- ; __ge__:12- ; __iter__:12- ; __or__:12- ; __ror__:12- ; __ior__:12- ; __len__:12- ; __getitem__:12- ;
  __contains__:12- ; get:12-12 ; get(key, default=None, /):13- ; keys:12-12 ; keys():13- ; values:12-12 ; values():13- ; items:12-12 ; items():13- ;
  copy:12-12 ; copy():13- ; __class_getitem__:12-12 ; __class_getitem__!($type, object, /):13- ; __reversed__:12-12 ; __reversed__():13- ;
  __doc__:12-
member_descriptor = __repr__ ; __getattribute__:-12 ; __get__ ; __set__ ; __delete__ ; __reduce__:-12 ; __reduce__():13- ; __objclass__ ; __name__ ;
  __doc__ ; __qualname__
memory_iterator = __getattribute__:-12 ; __iter__ ; __next__ ; __doc__
memoryview = =!(object) ; __new__ ; __repr__ ; __hash__ ; __getattribute__:-13 ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __iter__ ;
  __buffer__:12- ; __release_buffer__:12- ; __len__ ; __getitem__ ; __setitem__ ; __delitem__ ; release() ; tobytes(/, order='C') ;
  hex(/, sep=<unrepresentable>, bytes_per_sep=1) ; tolist() ; cast(/, format, shape=<unrepresentable>) ; toreadonly() ;
  _from_flags!($type, /, object, flags):12- ; count(value, /):14- ; index(value, start=0, stop=sys.maxsize, /):14- ; __enter__:-12 ;
  __enter__():13- ; __exit__:-12 ; __exit__(/, *exc_info):13- ; __class_getitem__!($type, object, /):14- ; obj ; nbytes ; readonly ; itemsize ;
  format ; ndim ; shape ; strides ; suboffsets ; c_contiguous ; f_contiguous ; contiguous ; __doc__
method = =!(function, instance, /) ; __new__ ; __repr__ ; __hash__ ; __call__ ; __getattribute__ ; __setattr__:-12 ; __delattr__:-12 ; __lt__ ;
  __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __get__:13- ; __reduce__() ; __func__ ; __self__ ; __doc__
method-wrapper = __repr__ ; __hash__ ; __call__ ; __getattribute__:-12 ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __reduce__:-12 ;
  __reduce__():13- ; __self__ ; __objclass__ ; __name__ ; __qualname__ ; __doc__ ; __text_signature__
method_descriptor = __repr__ ; __call__ ; __getattribute__:-12 ; __get__ ; __reduce__:-12 ; __reduce__():13- ; __objclass__ ; __name__ ; __doc__ ;
  __qualname__ ; __text_signature__
module = =!(name, doc=None) ; __new__ ; __repr__ ; __getattribute__ ; __setattr__:-12 ; __delattr__:-12 ; __init__ ; __dir__:-12 ; __dir__():13- ;
  __dict__ ; __annotations__ ; __annotate__:14- ; __doc__
module:_abc = get_cache_token!($module, /) ; _abc_init!($module, self, /) ; _reset_registry!($module, self, /) ; _reset_caches!($module, self, /) ;
  _get_dump!($module, self, /) ; _abc_register!($module, self, subclass, /) ; _abc_instancecheck!($module, self, instance, /) ;
  _abc_subclasscheck!($module, self, subclass, /)
module:_ast = _is_abstract(object, /):15-
module:_asyncio = current_task!($module, /, loop=None):12- ; get_event_loop!($module, /) ; _get_event_loop!($module, /, stacklevel=3):-11 ;
  get_running_loop!($module, /) ; _get_running_loop!($module, /) ; _set_running_loop!($module, loop, /) ; _register_task!($module, /, task) ;
  _register_eager_task!($module, /, task):12- ; _unregister_task!($module, /, task) ; _unregister_eager_task!($module, /, task):12- ;
  _enter_task!($module, /, loop, task) ; _leave_task!($module, /, loop, task) ; _swap_current_task!($module, /, loop, task):12- ;
  all_tasks!($module, /, loop=None):14- ; future_add_to_awaited_by!($module, fut, waiter, /):14- ;
  future_discard_from_awaited_by!($module, fut, waiter, /):14-
module:_bisect = bisect_right!($module, /, a, x, lo=0, hi=None, *, key=None) ; insort_right!($module, /, a, x, lo=0, hi=None, *, key=None) ;
  bisect_left!($module, /, a, x, lo=0, hi=None, *, key=None) ; insort_left!($module, /, a, x, lo=0, hi=None, *, key=None)
module:_codecs = register!($module, search_function, /) ; unregister!($module, search_function, /) ; lookup!($module, encoding, /) ;
  encode!($module, /, obj, encoding='utf-8', errors='strict') ; decode!($module, /, obj, encoding='utf-8', errors='strict') ;
  escape_encode!($module, data, errors=None, /) ; escape_decode!($module, data, errors=None, /) ; utf_8_encode!($module, str, errors=None, /) ;
  utf_8_decode!($module, data, errors=None, final=False, /) ; utf_7_encode!($module, str, errors=None, /) ;
  utf_7_decode!($module, data, errors=None, final=False, /) ; utf_16_encode!($module, str, errors=None, byteorder=0, /) ;
  utf_16_le_encode!($module, str, errors=None, /) ; utf_16_be_encode!($module, str, errors=None, /) ;
  utf_16_decode!($module, data, errors=None, final=False, /) ; utf_16_le_decode!($module, data, errors=None, final=False, /) ;
  utf_16_be_decode!($module, data, errors=None, final=False, /) ;
  utf_16_ex_decode!($module, data, errors=None, byteorder=0, final=False,⏎                 /) ;
  utf_32_encode!($module, str, errors=None, byteorder=0, /) ; utf_32_le_encode!($module, str, errors=None, /) ;
  utf_32_be_encode!($module, str, errors=None, /) ; utf_32_decode!($module, data, errors=None, final=False, /) ;
  utf_32_le_decode!($module, data, errors=None, final=False, /) ; utf_32_be_decode!($module, data, errors=None, final=False, /) ;
  utf_32_ex_decode!($module, data, errors=None, byteorder=0, final=False,⏎                 /) ;
  unicode_escape_encode!($module, str, errors=None, /) ; unicode_escape_decode!($module, data, errors=None, final=True, /) ;
  raw_unicode_escape_encode!($module, str, errors=None, /) ; raw_unicode_escape_decode!($module, data, errors=None, final=True, /) ;
  latin_1_encode!($module, str, errors=None, /) ; latin_1_decode!($module, data, errors=None, /) ; ascii_encode!($module, str, errors=None, /) ;
  ascii_decode!($module, data, errors=None, /) ; charmap_encode!($module, str, errors=None, mapping=None, /) ;
  charmap_decode!($module, data, errors=None, mapping=None, /) ; charmap_build!($module, map, /) ;
  readbuffer_encode!($module, data, errors=None, /) ; register_error!($module, errors, handler, /) ; _unregister_error!($module, errors, /):14- ;
  lookup_error!($module, name, /) ; _normalize_encoding!($module, /, encoding):15-
module:_collections = _count_elements!($module, mapping, iterable, /)
module:_contextvars = copy_context!($module, /)
module:_csv = reader!($module, iterable, /, dialect='excel', **fmtparams):14- ; writer!($module, fileobj, /, dialect='excel', **fmtparams):14- ;
  register_dialect!($module, name, /, dialect='excel', **fmtparams):14- ; list_dialects!($module, /) ; unregister_dialect!($module, /, name) ;
  get_dialect!($module, /, name) ; field_size_limit!($module, /, new_limit=<unrepresentable>)
module:_decimal = getcontext!($module, /):13- ; setcontext!($module, context, /):13- ; localcontext!($module, /, ctx=None, **kwargs):13- ;
  IEEEContext!($module, bits, /):14-
module:_functools = reduce!($module, function, iterable, /, initial=<unrepresentable>):14-14 ;
  reduce!($module, function, iterable, /,⏎       initial=functools._initial_missing):15- ; cmp_to_key!($module, /, mycmp):12-
module:_hashlib = new!($module, /, name, string=b'', *, usedforsecurity=True):-13 ;
  pbkdf2_hmac!($module, /, hash_name, password, salt, iterations,⏎            dklen=None):-13 ;
  scrypt!($module, /, password, *, salt=None, n=None, r=None, p=None,⏎       maxmem=0, dklen=64):-13 ; get_fips_mode!($module, /):-13 ;
  compare_digest!($module, a, b, /):-13 ; hmac_digest!($module, /, key, msg, digest):-13 ; hmac_new!($module, /, key, msg=b'', digestmod=None):-13 ;
  openssl_md5!($module, /, string=b'', *, usedforsecurity=True):-13 ; openssl_sha1!($module, /, string=b'', *, usedforsecurity=True):-13 ;
  openssl_sha224!($module, /, string=b'', *, usedforsecurity=True):-13 ; openssl_sha256!($module, /, string=b'', *, usedforsecurity=True):-13 ;
  openssl_sha384!($module, /, string=b'', *, usedforsecurity=True):-13 ; openssl_sha512!($module, /, string=b'', *, usedforsecurity=True):-13 ;
  openssl_sha3_224!($module, /, string=b'', *, usedforsecurity=True):-13 ; openssl_sha3_256!($module, /, string=b'', *, usedforsecurity=True):-13 ;
  openssl_sha3_384!($module, /, string=b'', *, usedforsecurity=True):-13 ; openssl_sha3_512!($module, /, string=b'', *, usedforsecurity=True):-13 ;
  openssl_shake_128!($module, /, string=b'', *, usedforsecurity=True):-13 ; openssl_shake_256!($module, /, string=b'', *, usedforsecurity=True):-13
module:_heapq = heappush!($module, heap, item, /) ; heappushpop!($module, heap, item, /) ; heappop!($module, heap, /) ;
  heapreplace!($module, heap, item, /) ; heapify!($module, heap, /) ; _heappop_max!($module, heap, /):-13 ; _heapify_max!($module, heap, /):-13 ;
  _heapreplace_max!($module, heap, item, /):-13 ; heappush_max!($module, heap, item, /):14- ; heappushpop_max!($module, heap, item, /):14- ;
  heappop_max!($module, heap, /):14- ; heapreplace_max!($module, heap, item, /):14- ; heapify_max!($module, heap, /):14-
module:_hmac = new!($module, /, key, msg=None, digestmod=None):14- ; compute_digest!($module, /, key, msg, digest):14- ;
  compute_md5!($module, key, msg, /):14- ; compute_sha1!($module, key, msg, /):14- ; compute_sha224!($module, key, msg, /):14- ;
  compute_sha256!($module, key, msg, /):14- ; compute_sha384!($module, key, msg, /):14- ; compute_sha512!($module, key, msg, /):14- ;
  compute_sha3_224!($module, key, msg, /):14- ; compute_sha3_256!($module, key, msg, /):14- ; compute_sha3_384!($module, key, msg, /):14- ;
  compute_sha3_512!($module, key, msg, /):14- ; compute_blake2s_32!($module, key, msg, /):14- ; compute_blake2b_32!($module, key, msg, /):14-
module:_imp = extension_suffixes!($module, /) ; lock_held!($module, /) ; acquire_lock!($module, /) ; release_lock!($module, /) ;
  find_frozen!($module, name, /, *, withdata=False) ; get_frozen_object!($module, name, data=None, /) ; is_frozen_package!($module, name, /) ;
  create_builtin!($module, spec, /) ; init_frozen!($module, name, /) ; is_builtin!($module, name, /) ; is_frozen!($module, name, /) ;
  _frozen_module_names!($module, /) ; _override_frozen_modules_for_tests!($module, override, /) ;
  _override_multi_interp_extensions_check!($module, override, /):12- ; create_dynamic!($module, spec, file=<unrepresentable>, /) ;
  exec_dynamic!($module, mod, /) ; exec_builtin!($module, mod, /) ; _fix_co_filename!($module, code, path, /) ;
  source_hash!($module, /, key, source) ; _set_lazy_attributes!($module, modobj, name, /):15-
module:_interpreters = new_config!($module, name='isolated', /, **overrides):15- ; create!($module, /, config='isolated', *, reqrefs=False):15- ;
  destroy!($module, /, id, *, restrict=False):15- ; list_all!($module, /, *, require_ready=False):15- ; get_current():13-14 ;
  get_current!($module, /):15- ; get_main():13-14 ; get_main!($module, /):15- ; is_running!($module, /, id, *, restrict=False):15- ;
  get_config!($module, /, id, *, restrict=False):15- ; whence!($module, /, id):15- ; exec!($module, /, id, code, shared={}, *, restrict=False):15- ;
  call!($module, /, id, callable, args=(), kwargs={}, *,⏎     preserve_exc=False, restrict=False):15- ;
  run_string!($module, /, id, script, shared={}, *, restrict=False):15- ; run_func!($module, /, id, func, shared={}, *, restrict=False):15- ;
  set___main___attrs!($module, /, id, updates, *, restrict=False):15- ; incref!($module, /, id, *, implieslink=False, restrict=False):15- ;
  decref!($module, /, id, *, restrict=False):15- ; is_shareable!($module, /, obj):15- ; capture_exception!($module, /, exc=None):15-
module:_io = open!($module, /, file, mode='r', buffering=-1, encoding=None,⏎     errors=None, newline=None, closefd=True, opener=None):12- ;
  text_encoding!($module, encoding, stacklevel=2, /):12- ; open_code!($module, /, path):12-
module:_json = encode_basestring_ascii(object, /):13-14 ; encode_basestring_ascii!($module, pystr, /):15- ; encode_basestring(object, /):13-14 ;
  encode_basestring!($module, pystr, /):15- ; scanstring!($module, pystr, end, strict=True, /):15-
module:_locale = setlocale!($module, category, locale=<unrepresentable>, /):-13 ; setlocale!($module, category, locale=None, /):14- ;
  localeconv!($module, /) ; strcoll!($module, os1, os2, /) ; strxfrm!($module, string, /) ; nl_langinfo!($module, key, /) ;
  gettext!($module, msg, /) ; dgettext!($module, domain, msg, /) ; dcgettext!($module, domain, msg, category, /) ; textdomain!($module, domain, /) ;
  bindtextdomain!($module, domain, dir, /) ; bind_textdomain_codeset!($module, domain, codeset, /) ; getencoding!($module, /)
module:_md5 = md5!($module, /, string=b'', *, usedforsecurity=True):-13 ; md5!($module, /, data=b'', *, usedforsecurity=True, string=None):14-
module:_opcode = stack_effect!($module, opcode, oparg=None, /, *, jump=None) ; is_valid!($module, /, opcode):13- ; has_arg!($module, /, opcode):13- ;
  has_const!($module, /, opcode):13- ; has_name!($module, /, opcode):13- ; has_jump!($module, /, opcode):13- ; has_free!($module, /, opcode):13- ;
  has_local!($module, /, opcode):13- ; has_exc!($module, /, opcode):13- ; get_specialization_stats!($module, /) ; get_nb_ops!($module, /):13- ;
  get_intrinsic1_descs!($module, /):13- ; get_intrinsic2_descs!($module, /):13- ; get_executor!($module, /, code, offset):13- ;
  get_special_method_names!($module, /):14-
module:_operator = truth!($module, a, /) ; contains!($module, a, b, /) ; indexOf!($module, a, b, /) ; countOf!($module, a, b, /) ;
  is_!($module, a, b, /) ; is_not!($module, a, b, /) ; is_none!($module, a, /):14- ; is_not_none!($module, a, /):14- ; index!($module, a, /) ;
  add!($module, a, b, /) ; sub!($module, a, b, /) ; mul!($module, a, b, /) ; matmul!($module, a, b, /) ; floordiv!($module, a, b, /) ;
  truediv!($module, a, b, /) ; mod!($module, a, b, /) ; neg!($module, a, /) ; pos!($module, a, /) ; abs!($module, a, /) ; inv!($module, a, /) ;
  invert!($module, a, /) ; lshift!($module, a, b, /) ; rshift!($module, a, b, /) ; not_!($module, a, /) ; and_!($module, a, b, /) ;
  xor!($module, a, b, /) ; or_!($module, a, b, /) ; iadd!($module, a, b, /) ; isub!($module, a, b, /) ; imul!($module, a, b, /) ;
  imatmul!($module, a, b, /) ; ifloordiv!($module, a, b, /) ; itruediv!($module, a, b, /) ; imod!($module, a, b, /) ; ilshift!($module, a, b, /) ;
  irshift!($module, a, b, /) ; iand!($module, a, b, /) ; ixor!($module, a, b, /) ; ior!($module, a, b, /) ; concat!($module, a, b, /) ;
  iconcat!($module, a, b, /) ; getitem!($module, a, b, /) ; setitem!($module, a, b, c, /) ; delitem!($module, a, b, /) ; pow!($module, a, b, /) ;
  ipow!($module, a, b, /) ; eq!($module, a, b, /) ; ne!($module, a, b, /) ; lt!($module, a, b, /) ; le!($module, a, b, /) ; gt!($module, a, b, /) ;
  ge!($module, a, b, /) ; _compare_digest!($module, a, b, /) ; length_hint!($module, obj, default=0, /) ; call!($module, obj, /, *args, **kwargs)
module:_posixsubprocess =
  fork_exec!($module, args, executable_list, close_fds, pass_fds, cwd,⏎          env, p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite,⏎          errpipe_read, errpipe_write, restore_signals, call_setsid,⏎          pgid_to_set, gid, extra_groups, uid, child_umask, preexec_fn,⏎          allow_vfork, /):12-13 ;
  fork_exec!($module, args, executable_list, close_fds, pass_fds, cwd,⏎          env, p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite,⏎          errpipe_read, errpipe_write, restore_signals, call_setsid,⏎          pgid_to_set, gid, extra_groups, uid, child_umask, preexec_fn,⏎          /):14-
module:_sha1 = sha1!($module, /, string=b'', *, usedforsecurity=True):-13 ; sha1!($module, /, data=b'', *, usedforsecurity=True, string=None):14-
module:_sha2 = sha256!($module, /, string=b'', *, usedforsecurity=True):12-13 ;
  sha256!($module, /, data=b'', *, usedforsecurity=True, string=None):14- ; sha224!($module, /, string=b'', *, usedforsecurity=True):12-13 ;
  sha224!($module, /, data=b'', *, usedforsecurity=True, string=None):14- ; sha512!($module, /, string=b'', *, usedforsecurity=True):12-13 ;
  sha512!($module, /, data=b'', *, usedforsecurity=True, string=None):14- ; sha384!($module, /, string=b'', *, usedforsecurity=True):12-13 ;
  sha384!($module, /, data=b'', *, usedforsecurity=True, string=None):14-
module:_sha256 = sha256!($module, /, string=b'', *, usedforsecurity=True):-11 ; sha224!($module, /, string=b'', *, usedforsecurity=True):-11
module:_sha512 = sha512!($module, /, string=b'', *, usedforsecurity=True):-11 ; sha384!($module, /, string=b'', *, usedforsecurity=True):-11
module:_signal = default_int_handler!($module, signalnum, frame, /) ; alarm!($module, seconds, /) ;
  setitimer!($module, which, seconds, interval=0.0, /) ; getitimer!($module, which, /) ; signal!($module, signalnum, handler, /) ;
  raise_signal!($module, signalnum, /) ; strsignal!($module, signalnum, /) ; getsignal!($module, signalnum, /) ;
  set_wakeup_fd!($module, fd, /, *, warn_on_full_buffer=True):13- ; siginterrupt!($module, signalnum, flag, /) ; pause!($module, /) ;
  pidfd_send_signal!($module, pidfd, signalnum, siginfo=None, flags=0, /) ; pthread_kill!($module, thread_id, signalnum, /) ;
  pthread_sigmask!($module, how, mask, /) ; sigpending!($module, /) ; sigwait!($module, sigset, /) ; sigwaitinfo!($module, sigset, /) ;
  sigtimedwait!($module, sigset, timeout, /) ; valid_signals!($module, /)
module:_socket = gethostname():13- ; close(object, /):13- ; dup(object, /):13- ; ntohs(x, /):13-13 ; ntohs!($module, integer, /):14- ;
  ntohl(object, /):13-13 ; ntohl!($module, integer, /):14- ; htons(x, /):13-13 ; htons!($module, integer, /):14- ; htonl(object, /):13-13 ;
  htonl!($module, integer, /):14- ; inet_aton(ip_addr, /):13-13 ; inet_aton!($module, ip_addr, /):14- ; inet_ntoa(packed_ip, /):13-13 ;
  inet_ntoa!($module, packed_ip, /):14- ; getdefaulttimeout():13- ; setdefaulttimeout(object, /):13- ; if_nameindex():13- ;
  if_nametoindex(oname, /):13-13 ; if_nametoindex!($module, oname, /):14- ; if_indextoname(object, /):13-13 ;
  if_indextoname!($module, if_index, /):14-
module:_sre = compile!($module, /, pattern, flags, code, groups, groupindex,⏎        indexgroup) ; template!($module, pattern, template, /):12- ;
  getcodesize!($module, /) ; ascii_iscased!($module, character, /) ; unicode_iscased!($module, character, /) ;
  ascii_tolower!($module, character, /) ; unicode_tolower!($module, character, /)
module:_stat = S_ISDIR(object, /):13- ; S_ISCHR(object, /):13- ; S_ISBLK(object, /):13- ; S_ISREG(object, /):13- ; S_ISFIFO(object, /):13- ;
  S_ISLNK(object, /):13- ; S_ISSOCK(object, /):13- ; S_ISDOOR(object, /):13- ; S_ISPORT(object, /):13- ; S_ISWHT(object, /):13- ;
  S_IMODE(object, /):13- ; S_IFMT(object, /):13- ; filemode(object, /):13-
module:_statistics = _normal_dist_inv_cdf!($module, p, mu, sigma, /)
module:_string = formatter_field_name_split(object, /):13- ; formatter_parser(object, /):13-
module:_struct = _clearcache!($module, /) ; calcsize!($module, format, /) ; iter_unpack!($module, format, buffer, /) ;
  pack!($module, format, /, *values):15- ; pack_into!($module, format, buffer, offset, /, *values):15- ; unpack!($module, format, buffer, /) ;
  unpack_from!($module, format, /, buffer, offset=0)
module:_suggestions = _generate_suggestions!($module, candidates, item, /):13-
module:_symtable = symtable!($module, source, filename, startstr, /):-14 ; symtable!($module, source, filename, startstr, /, *, module=None):15-
module:_sysconfig = config_vars!($module, /):13-
module:_thread = start_new_thread!($module, function, args, kwargs={}, /):13- ; start_new!($module, function, args, kwargs={}, /):13- ;
  start_joinable_thread!($module, /, function, handle=None, daemon=True):13- ; daemon_threads_allowed!($module, /):13- ;
  allocate_lock!($module, /):13- ; allocate!($module, /):13- ; exit_thread!($module, /):13- ; exit!($module, /):13- ;
  interrupt_main!($module, signum=signal.SIGINT, /):13- ; get_ident!($module, /):13- ; get_native_id!($module, /):13- ; _count!($module, /):13- ;
  stack_size!($module, size=0, /):13- ; _excepthook!($module, (exc_type, exc_value, exc_traceback, thread), /):13-13 ;
  _excepthook!($module, args, /):14- ; _is_main_interpreter!($module, /):13- ; _shutdown!($module, /):13- ;
  _make_thread_handle!($module, ident, /):13- ; _get_main_thread_ident!($module, /):13- ; set_name!($module, /, name):14- ;
  _get_name!($module, /):14-
module:_tracemalloc = is_tracing!($module, /) ; clear_traces!($module, /) ; _get_traces!($module, /) ; _get_object_traceback!($module, obj, /) ;
  start!($module, nframe=1, /) ; stop!($module, /) ; get_traceback_limit!($module, /) ; get_tracemalloc_memory!($module, /) ;
  get_traced_memory!($module, /) ; reset_peak!($module, /)
module:_typing = _idfunc!($module, x, /)
module:_warnings = warn!($module, /, message, category=None, stacklevel=1, source=None):-11 ;
  warn!($module, /, message, category=None, stacklevel=1, source=None, *,⏎     skip_file_prefixes=<unrepresentable>):12-13 ;
  warn!($module, /, message, category=None, stacklevel=1, source=None, *,⏎     skip_file_prefixes=()):14- ;
  warn_explicit!($module, /, message, category, filename, lineno,⏎              module=<unrepresentable>, registry=None,⏎              module_globals=None, source=None):12- ;
  _filters_mutated!($module, /):12-13 ; _filters_mutated_lock_held!($module, /):14- ; _acquire_lock!($module, /):14- ;
  _release_lock!($module, /):14-
module:_weakref = getweakrefcount!($module, object, /) ; _remove_dead_weakref!($module, dct, key, /) ; getweakrefs!($module, object, /) ;
  proxy!($module, object, callback=None, /)
module:array = _array_reconstructor!($module, arraytype, typecode, mformat_code, items,⏎                     /)
module:atexit = register!($module, func, /, *args, **kwargs):13- ; _clear!($module, /):13- ; unregister!($module, func, /):13- ;
  _run_exitfuncs!($module, /):13- ; _ncallbacks!($module, /):13-
module:binascii = a2b_uu!($module, data, /) ; b2a_uu!($module, data, /, *, backtick=False) ;
  a2b_base64!($module, data, /, *, strict_mode=False):-14 ;
  a2b_base64!($module, data, /, *, strict_mode=<unrepresentable>,⏎           padded=True, alphabet=BASE64_ALPHABET,⏎           ignorechars=<unrepresentable>, canonical=False):15- ;
  b2a_base64!($module, data, /, *, newline=True):-14 ;
  b2a_base64!($module, data, /, *, padded=True, wrapcol=0, newline=True,⏎           alphabet=BASE64_ALPHABET):15- ;
  b2a_ascii85!($module, data, /, *, foldspaces=False, wrapcol=0,⏎            pad=False, adobe=False):15- ;
  a2b_ascii85!($module, data, /, *, foldspaces=False, adobe=False,⏎            ignorechars=b'', canonical=False):15- ;
  a2b_base85!($module, data, /, *, alphabet=BASE85_ALPHABET,⏎           ignorechars=b'', canonical=False):15- ;
  b2a_base85!($module, data, /, *, pad=False, wrapcol=0,⏎           alphabet=BASE85_ALPHABET):15- ;
  a2b_base32!($module, data, /, *, padded=True, alphabet=BASE32_ALPHABET,⏎           ignorechars=b'', canonical=False):15- ;
  b2a_base32!($module, data, /, *, padded=True, wrapcol=0,⏎           alphabet=BASE32_ALPHABET):15- ; a2b_hex!($module, hexstr, /):-14 ;
  a2b_hex!($module, hexstr, /, *, ignorechars=b''):15- ; b2a_hex!($module, /, data, sep=<unrepresentable>, bytes_per_sep=1) ;
  hexlify!($module, /, data, sep=<unrepresentable>, bytes_per_sep=1) ; unhexlify!($module, hexstr, /):-14 ;
  unhexlify!($module, hexstr, /, *, ignorechars=b''):15- ; crc_hqx!($module, data, crc, /) ; crc32!($module, data, crc=0, /) ;
  a2b_qp!($module, /, data, header=False) ; b2a_qp!($module, /, data, quotetabs=False, istext=True, header=False)
module:builtins = __import__!($module, /, name, globals=None, locals=None, fromlist=(),⏎           level=0) ;
  __lazy_import__!($module, /, name, globals=None, locals=None,⏎                fromlist=(), level=0):15- ; abs!($module, x, /):-14 ;
  abs!($module, number, /):15- ; all!($module, iterable, /) ; any!($module, iterable, /) ; ascii!($module, obj, /) ; bin!($module, number, /):-14 ;
  bin!($module, integer, /):15- ; breakpoint!($module, /, *args, **kws):13- ; callable!($module, obj, /) ; chr!($module, i, /) ;
  compile!($module, /, source, filename, mode, flags=0,⏎        dont_inherit=False, optimize=-1, *, _feature_version=-1):-14 ;
  compile!($module, /, source, filename, mode, flags=0,⏎        dont_inherit=False, optimize=-1, *, module=None,⏎        _feature_version=-1):15- ;
  delattr!($module, obj, name, /) ; dir!($module, arg=<unrepresentable>, /):12-12 ; divmod!($module, x, y, /) ;
  eval!($module, source, globals=None, locals=None, /):-12 ; eval!($module, source, /, globals=None, locals=None):13- ;
  exec!($module, source, globals=None, locals=None, /, *, closure=None):-12 ;
  exec!($module, source, /, globals=None, locals=None, *, closure=None):13- ; format!($module, value, format_spec='', /) ;
  getattr!($module, object, name, default=<unrepresentable>, /):12-12 ; globals!($module, /) ; hasattr!($module, obj, name, /) ;
  hash!($module, obj, /) ; hex!($module, number, /):-14 ; hex!($module, integer, /):15- ; id!($module, obj, /) ; input!($module, prompt='', /) ;
  isinstance!($module, obj, class_or_tuple, /) ; issubclass!($module, cls, class_or_tuple, /) ;
  iter!($module, object, sentinel=<unrepresentable>, /):12-12 ; aiter!($module, async_iterable, /) ; len!($module, obj, /) ; locals!($module, /) ;
  next!($module, iterator, default=<unrepresentable>, /):12-12 ; anext!($module, aiterator, default=<unrepresentable>, /):-14 ;
  anext!($module, async_iterator, default=<unrepresentable>, /):15- ; oct!($module, number, /):-14 ; oct!($module, integer, /):15- ;
  ord!($module, c, /):-13 ; ord!($module, character, /):14- ; pow!($module, /, base, exp, mod=None) ;
  print!($module, /, *args, sep=' ', end='\\n', file=None, flush=False):-14 ;
  print!($module, /, *objects, sep=' ', end='\\n', file=None, flush=False):15- ; repr!($module, obj, /) ; round!($module, /, number, ndigits=None) ;
  setattr!($module, obj, name, value, /) ; sorted!($module, iterable, /, *, key=None, reverse=False) ; sum!($module, iterable, /, start=0) ;
  vars!($module, object=<unrepresentable>, /):12-12
module:faulthandler = enable!($module, /, file=sys.stderr, all_threads=True):13-14 ;
  enable!($module, /, file=sys.stderr, all_threads=True, c_stack=True, *,⏎       max_threads=100):15- ; disable!($module, /):13- ;
  is_enabled!($module, /):13- ; dump_traceback!($module, /, file=sys.stderr, all_threads=True):13-14 ;
  dump_traceback!($module, /, file=sys.stderr, all_threads=True, *,⏎               max_threads=100):15- ;
  dump_c_stack!($module, /, file=sys.stderr):14- ; dump_traceback_later!($module, /, timeout, repeat=False, file=sys.stderr, exit=False):13-14 ;
  dump_traceback_later!($module, /, timeout, repeat=False,⏎                     file=sys.stderr, exit=False, *, max_threads=100):15- ;
  cancel_dump_traceback_later!($module, /):13- ; register!($module, /, signum, file=sys.stderr, all_threads=True, chain=False):13-14 ;
  register!($module, /, signum, file=sys.stderr, all_threads=True,⏎         chain=False, *, max_threads=100):15- ;
  unregister!($module, signum, /):13- ; _read_null!($module, /):13-14 ; _sigsegv!($module, release_gil=False, /):13- ;
  _fatal_error_c_thread!($module, /):13- ; _sigabrt!($module, /):13- ; _sigfpe!($module, /):13- ; _stack_overflow!($module, /):13-
module:fcntl = fcntl!($module, fd, cmd, arg=0, /) ; ioctl!($module, fd, request, arg=0, mutate_flag=True, /) ; flock!($module, fd, operation, /) ;
  lockf!($module, fd, cmd, len=0, start=0, whence=0, /)
module:gc = enable!($module, /) ; disable!($module, /) ; isenabled!($module, /) ; set_debug!($module, flags, /) ; get_debug!($module, /) ;
  get_count!($module, /) ; get_threshold!($module, /) ; collect!($module, /, generation=2) ; get_objects!($module, /, generation=None) ;
  get_stats!($module, /) ; is_tracked!($module, obj, /) ; is_finalized!($module, obj, /) ; get_referrers!($module, /, *objs):13- ;
  get_referents!($module, /, *objs):13- ; freeze!($module, /) ; unfreeze!($module, /) ; get_freeze_count!($module, /)
module:itertools = tee!($module, iterable, n=2, /)
module:marshal = dump!($module, value, file, version=version, /):-12 ; dump!($module, value, file, version=version, /, *, allow_code=True):13- ;
  load!($module, file, /):-12 ; load!($module, file, /, *, allow_code=True):13- ; dumps!($module, value, version=version, /):-12 ;
  dumps!($module, value, version=version, /, *, allow_code=True):13- ; loads!($module, bytes, /):-12 ;
  loads!($module, bytes, /, *, allow_code=True):13-
module:math = acos!($module, x, /) ; acosh!($module, x, /) ; asin!($module, x, /) ; asinh!($module, x, /) ; atan!($module, x, /) ;
  atan2!($module, y, x, /) ; atanh!($module, x, /) ; cbrt!($module, x, /) ; ceil!($module, x, /) ; copysign!($module, x, y, /) ;
  cos!($module, x, /) ; cosh!($module, x, /) ; degrees!($module, x, /) ; dist!($module, p, q, /) ; erf!($module, x, /) ; erfc!($module, x, /) ;
  exp!($module, x, /) ; exp2!($module, x, /) ; expm1!($module, x, /) ; fabs!($module, x, /) ; factorial!($module, n, /):-14 ; floor!($module, x, /) ;
  fma!($module, x, y, z, /):13- ; fmax!($module, x, y, /):15- ; fmod!($module, x, y, /) ; fmin!($module, x, y, /):15- ; frexp!($module, x, /) ;
  fsum!($module, seq, /) ; gamma!($module, x, /) ; gcd!($module, *integers):-13 ; gcd!($module, /, *integers):14-14 ;
  hypot!($module, /, *coordinates):14- ; isclose!($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0) ; isfinite!($module, x, /) ;
  isnormal!($module, x, /):15- ; issubnormal!($module, x, /):15- ; isinf!($module, x, /) ; isnan!($module, x, /) ; isqrt!($module, n, /):-14 ;
  lcm!($module, *integers):-13 ; lcm!($module, /, *integers):14-14 ; ldexp!($module, x, i, /) ; lgamma!($module, x, /) ; log1p!($module, x, /) ;
  log10!($module, x, /) ; log2!($module, x, /) ; modf!($module, x, /) ; pow!($module, x, y, /) ; radians!($module, x, /) ;
  remainder!($module, x, y, /) ; signbit!($module, x, /):15- ; sin!($module, x, /) ; sinh!($module, x, /) ; sqrt!($module, x, /) ;
  tan!($module, x, /) ; tanh!($module, x, /) ; sumprod!($module, p, q, /):12- ; trunc!($module, x, /) ; prod!($module, iterable, /, *, start=1) ;
  perm!($module, n, k=None, /):-14 ; comb!($module, n, k, /):-14 ; nextafter!($module, x, y, /):-11 ;
  nextafter!($module, x, y, /, *, steps=None):12- ; ulp!($module, x, /)
module:posix = stat!($module, /, path, *, dir_fd=None, follow_symlinks=True) ;
  statx!($module, /, path, mask, *, flags=0, dir_fd=None,⏎      follow_symlinks=True):15- ;
  access!($module, /, path, mode, *, dir_fd=None, effective_ids=False,⏎       follow_symlinks=True) ; ttyname!($module, fd, /) ;
  chdir!($module, /, path) ; chmod!($module, /, path, mode, *, dir_fd=None, follow_symlinks=True):-12 ;
  chmod!($module, /, path, mode, *, dir_fd=None,⏎      follow_symlinks=(os.name != 'nt')):13- ; fchmod!($module, /, fd, mode) ;
  chown!($module, /, path, uid, gid, *, dir_fd=None, follow_symlinks=True) ; fchown!($module, /, fd, uid, gid) ;
  lchown!($module, /, path, uid, gid) ; chroot!($module, /, path) ; ctermid!($module, /) ; getcwd!($module, /) ; getcwdb!($module, /) ;
  link!($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None,⏎     follow_symlinks=True):-13 ;
  link!($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None,⏎     follow_symlinks=(os.name != 'nt')):14- ; listdir!($module, /, path=None) ;
  lstat!($module, /, path, *, dir_fd=None) ; mkdir!($module, /, path, mode=511, *, dir_fd=None) ; nice!($module, increment, /) ;
  getpriority!($module, /, which, who) ; setpriority!($module, /, which, who, priority) ;
  posix_spawn!($module, path, argv, env, /, *, file_actions=(),⏎            setpgroup=<unrepresentable>, resetids=False, setsid=False,⏎            setsigmask=(), setsigdef=(), scheduler=<unrepresentable>):-13 ;
  posix_spawn!($module, path, argv, env, /, *, file_actions=(),⏎            setpgroup=None, resetids=False, setsid=False,⏎            setsigmask=(), setsigdef=(), scheduler=None):14- ;
  posix_spawnp!($module, path, argv, env, /, *, file_actions=(),⏎             setpgroup=<unrepresentable>, resetids=False, setsid=False,⏎             setsigmask=(), setsigdef=(), scheduler=<unrepresentable>):-13 ;
  posix_spawnp!($module, path, argv, env, /, *, file_actions=(),⏎             setpgroup=None, resetids=False, setsid=False,⏎             setsigmask=(), setsigdef=(), scheduler=None):14- ;
  readlink!($module, /, path, *, dir_fd=None) ; copy_file_range!($module, /, src, dst, count, offset_src=None,⏎                offset_dst=None) ;
  splice!($module, /, src, dst, count, offset_src=None, offset_dst=None,⏎       flags=0) ;
  rename!($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None) ; replace!($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None) ;
  rmdir!($module, /, path, *, dir_fd=None) ; symlink!($module, /, src, dst, target_is_directory=False, *, dir_fd=None) ;
  system!($module, /, command) ; umask!($module, mask, /) ; uname!($module, /) ; unlink!($module, /, path, *, dir_fd=None) ;
  remove!($module, /, path, *, dir_fd=None) ;
  utime!($module, /, path, times=None, *, ns=<unrepresentable>,⏎      dir_fd=None, follow_symlinks=True) ; times!($module, /) ;
  _exit!($module, /, status) ; execv!($module, path, argv, /) ; execve!($module, /, path, argv, env) ; fork!($module, /) ;
  register_at_fork!($module, /, *, before=<unrepresentable>,⏎                 after_in_child=<unrepresentable>,⏎                 after_in_parent=<unrepresentable>) ;
  sched_get_priority_max!($module, /, policy) ; sched_get_priority_min!($module, /, policy) ; sched_getparam!($module, pid, /) ;
  sched_getscheduler!($module, pid, /) ; sched_rr_get_interval!($module, pid, /) ; sched_setparam!($module, pid, param, /) ;
  sched_setscheduler!($module, pid, policy, param, /) ; sched_yield!($module, /) ; sched_setaffinity!($module, pid, mask, /) ;
  sched_getaffinity!($module, pid, /) ; posix_openpt!($module, oflag, /):13- ; grantpt!($module, fd, /):13- ; unlockpt!($module, fd, /):13- ;
  ptsname!($module, fd, /):13- ; openpty!($module, /) ; login_tty!($module, fd, /) ; forkpty!($module, /) ; getegid!($module, /) ;
  geteuid!($module, /) ; getgid!($module, /) ; getgrouplist!($module, user, group, /) ; getgroups!($module, /) ; getpid!($module, /) ;
  getpgrp!($module, /) ; getppid!($module, /) ; getuid!($module, /) ; getlogin!($module, /) ; kill!($module, pid, signal, /) ;
  killpg!($module, pgid, signal, /) ; setuid!($module, uid, /) ; seteuid!($module, euid, /) ; setreuid!($module, ruid, euid, /) ;
  setgid!($module, gid, /) ; setegid!($module, egid, /) ; setregid!($module, rgid, egid, /) ; setgroups!($module, groups, /) ;
  initgroups!($module, username, gid, /) ; getpgid!($module, /, pid) ; setpgrp!($module, /) ; wait!($module, /) ; wait3!($module, /, options) ;
  wait4!($module, /, pid, options) ; waitid!($module, idtype, id, options, /) ; waitpid!($module, pid, options, /) ;
  pidfd_open!($module, /, pid, flags=0) ; getsid!($module, pid, /) ; setsid!($module, /) ; setpgid!($module, pid, pgrp, /) ;
  tcgetpgrp!($module, fd, /) ; tcsetpgrp!($module, fd, pgid, /) ; open!($module, /, path, flags, mode=511, *, dir_fd=None) ; close!($module, /, fd) ;
  closerange!($module, fd_low, fd_high, /) ; device_encoding!($module, /, fd) ; dup!($module, fd, /) ; dup2!($module, /, fd, fd2, inheritable=True) ;
  lockf!($module, fd, command, length, /) ; lseek!($module, fd, position, whence, /) ; read!($module, fd, length, /) ;
  readinto!($module, fd, buffer, /):14- ; readv!($module, fd, buffers, /) ; pread!($module, fd, length, offset, /) ;
  preadv!($module, fd, buffers, offset, flags=0, /) ; write!($module, fd, data, /) ; writev!($module, fd, buffers, /) ;
  pwrite!($module, fd, buffer, offset, /) ; pwritev!($module, fd, buffers, offset, flags=0, /) ;
  sendfile!($module, /, out_fd, in_fd, offset, count) ; fstat!($module, /, fd) ; isatty!($module, fd, /) ; pipe!($module, /) ;
  pipe2!($module, flags, /) ; mkfifo!($module, /, path, mode=438, *, dir_fd=None) ; mknod!($module, /, path, mode=384, device=0, *, dir_fd=None) ;
  major!($module, device, /) ; minor!($module, device, /) ; makedev!($module, major, minor, /) ; ftruncate!($module, fd, length, /) ;
  truncate!($module, /, path, length) ; posix_fallocate!($module, fd, offset, length, /) ; posix_fadvise!($module, fd, offset, length, advice, /) ;
  putenv!($module, name, value, /) ; unsetenv!($module, name, /) ; _clearenv!($module, /):15- ; strerror!($module, code, /) ;
  fchdir!($module, /, fd) ; fsync!($module, /, fd) ; sync!($module, /) ; fdatasync!($module, /, fd) ; WCOREDUMP!($module, status, /) ;
  WIFCONTINUED!($module, /, status) ; WIFSTOPPED!($module, /, status) ; WIFSIGNALED!($module, /, status) ; WIFEXITED!($module, /, status) ;
  WEXITSTATUS!($module, /, status) ; WTERMSIG!($module, /, status) ; WSTOPSIG!($module, /, status) ; fstatvfs!($module, fd, /) ;
  statvfs!($module, /, path) ; confstr!($module, name, /) ; sysconf!($module, name, /) ; fpathconf!($module, fd, name, /) ;
  pathconf!($module, /, path, name) ; abort!($module, /) ; _path_splitroot_ex!($module, /, path):13-13 ; _path_splitroot_ex!($module, /, p):14-14 ;
  _path_splitroot_ex!($module, path, /):15- ; _path_normpath!($module, /, path) ; getloadavg!($module, /) ; urandom!($module, size, /) ;
  setresuid!($module, ruid, euid, suid, /) ; setresgid!($module, rgid, egid, sgid, /) ; getresuid!($module, /) ; getresgid!($module, /) ;
  getxattr!($module, /, path, attribute, *, follow_symlinks=True) ;
  setxattr!($module, /, path, attribute, value, flags=0, *,⏎         follow_symlinks=True) ;
  removexattr!($module, /, path, attribute, *, follow_symlinks=True) ; listxattr!($module, /, path=None, *, follow_symlinks=True) ;
  get_terminal_size!($module, fd=<unrepresentable>, /) ; cpu_count!($module, /) ; get_inheritable!($module, fd, /) ;
  set_inheritable!($module, fd, inheritable, /) ; get_blocking!($module, fd, /) ; set_blocking!($module, fd, blocking, /) ;
  scandir!($module, /, path=None) ; fspath!($module, /, path) ; getrandom!($module, /, size, flags=0) ;
  memfd_create!($module, /, name, flags=MFD_CLOEXEC) ; eventfd!($module, /, initval, flags=EFD_CLOEXEC) ; eventfd_read!($module, /, fd) ;
  eventfd_write!($module, /, fd, value) ; waitstatus_to_exitcode!($module, /, status) ; setns!($module, /, fd, nstype=0):12- ;
  unshare!($module, /, flags):12- ; timerfd_create!($module, clockid, /, *, flags=0):13- ;
  timerfd_settime!($module, fd, /, *, flags=0, initial=0.0, interval=0.0):13- ;
  timerfd_settime_ns!($module, fd, /, *, flags=0, initial=0, interval=0):13- ; timerfd_gettime!($module, fd, /):13- ;
  timerfd_gettime_ns!($module, fd, /):13- ; _inputhook!($module, /):13- ; _is_inputhook_installed!($module, /):13- ;
  _create_environ!($module, /):14-
module:pwd = getpwuid!($module, uidobj, /) ; getpwnam!($module, name, /) ; getpwall!($module, /)
module:select = select!($module, rlist, wlist, xlist, timeout=None, /) ; poll!($module, /)
module:sys = addaudithook!($module, /, hook) ; audit!($module, event, /, *args):13- ; breakpointhook!($module, /, *args, **kwargs):13- ;
  _clear_internal_caches!($module, /):13- ; _clear_type_cache!($module, /) ; _current_frames!($module, /) ; _current_exceptions!($module, /) ;
  displayhook!($module, object, /) ; exception!($module, /) ; exc_info!($module, /) ; excepthook!($module, exctype, value, traceback, /) ;
  exit!($module, status=None, /) ; getdefaultencoding!($module, /) ; getdlopenflags!($module, /) ; getallocatedblocks!($module, /) ;
  getunicodeinternedsize!($module, /):12-12 ; getunicodeinternedsize!($module, /, *, _only_immortal=False):13- ; getfilesystemencoding!($module, /) ;
  getfilesystemencodeerrors!($module, /) ; _getquickenedcount!($module, /):-11 ; getrefcount!($module, object, /) ; getrecursionlimit!($module, /) ;
  _getframe!($module, depth=0, /) ; _getframemodulename!($module, /, depth=0):12- ; _is_immortal!($module, op, /):14- ; intern!($module, string, /) ;
  _is_interned!($module, string, /):13- ; is_finalizing!($module, /) ; setswitchinterval!($module, interval, /) ; getswitchinterval!($module, /) ;
  setdlopenflags!($module, flags, /) ; setprofile!($module, function, /):13- ; _setprofileallthreads!($module, arg, /):12-12 ;
  _setprofileallthreads!($module, function, /):13- ; getprofile!($module, /) ; setrecursionlimit!($module, limit, /) ;
  settrace!($module, function, /):13- ; _settraceallthreads!($module, arg, /):12-12 ; _settraceallthreads!($module, function, /):13- ;
  gettrace!($module, /) ; call_tracing!($module, func, args, /) ; _debugmallocstats!($module, /) ;
  set_coroutine_origin_tracking_depth!($module, /, depth) ; get_coroutine_origin_tracking_depth!($module, /) ; get_asyncgen_hooks!($module, /) ;
  activate_stack_trampoline!($module, backend, /):12- ; deactivate_stack_trampoline!($module, /):12- ; is_stack_trampoline_active!($module, /):12- ;
  is_remote_debug_enabled!($module, /):14- ; remote_exec!($module, /, pid, script):14- ; unraisablehook!($module, unraisable, /) ;
  get_int_max_str_digits!($module, /) ; set_int_max_str_digits!($module, /, maxdigits) ; get_lazy_imports!($module, /):15- ;
  set_lazy_imports!($module, /, mode):15- ; get_lazy_imports_filter!($module, /):15- ; set_lazy_imports_filter!($module, /, filter):15- ;
  _baserepl!($module, /):13- ; _get_cpu_count_config!($module, /):13- ; _clear_type_descriptors!($module, type, /):14-14 ;
  _is_gil_enabled!($module, /):13- ; _dump_tracelets!($module, /, outpath):14- ; __displayhook__!($module, object, /) ;
  __excepthook__!($module, exctype, value, traceback, /) ; __breakpointhook__!($module, /, *args, **kwargs):13- ;
  __unraisablehook__!($module, unraisable, /)
module:time = time():13- ; time_ns():13- ; clock_gettime!($module, clk_id, /):13- ; clock_gettime_ns!($module, clk_id, /):13- ;
  sleep(object, /):13- ; mktime(object, /):13- ; tzset():13- ; monotonic():13- ; monotonic_ns():13- ; process_time():13- ; process_time_ns():13- ;
  thread_time():13- ; thread_time_ns():13- ; perf_counter():13- ; perf_counter_ns():13-
module:unicodedata = block!($module, chr, /):15- ; grapheme_cluster_break!($module, chr, /):15- ; indic_conjunct_break!($module, chr, /):15- ;
  extended_pictographic!($module, chr, /):15- ; iter_graphemes!($module, unistr, start=0, end=sys.maxsize, /):15- ;
  isxidstart!($module, chr, /):15- ; isxidcontinue!($module, chr, /):15- ; decimal(chr, default=<unrepresentable>, /) ;
  digit(chr, default=<unrepresentable>, /) ; numeric(chr, default=<unrepresentable>, /) ; category(chr, /) ; bidirectional(chr, /) ;
  combining(chr, /) ; mirrored(chr, /) ; east_asian_width(chr, /) ; decomposition(chr, /) ; name(chr, default=<unrepresentable>, /) ;
  lookup(name, /) ; is_normalized(form, unistr, /) ; normalize(form, unistr, /)
moduledef = __doc__
object = =!() ; __new__ ; __repr__ ; __hash__ ; __str__ ; __getattribute__ ; __setattr__ ; __delattr__ ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ;
  __ge__ ; __init__ ; __reduce_ex__(protocol, /) ; __reduce__() ; __getstate__() ; __subclasshook__:-12 ; __subclasshook__!($type, object, /):13- ;
  __init_subclass__:-12 ; __init_subclass__!($type, /):13- ; __format__(format_spec, /) ; __sizeof__() ; __dir__() ; __class__ ; __doc__
odict_items = __iter__ ; __reversed__:-12 ; __reversed__():13- ; __doc__
odict_iterator = __getattribute__:-12 ; __iter__ ; __next__ ; __reduce__:-12 ; __reduce__():13- ; __doc__
odict_keys = __iter__ ; __reversed__:-12 ; __reversed__():13- ; __doc__
odict_values = __iter__ ; __reversed__:-12 ; __reversed__():13- ; __doc__
operator.attrgetter = =!(attr, /, *attrs):12- ; __new__ ; __repr__ ; __call__ ; __getattribute__ ; __reduce__:-12 ; __reduce__():13- ;
  __vectorcalloffset__ ; __text_signature__:13- ; __doc__ ; __module__
operator.itemgetter = =!(item, /, *items):12- ; __new__ ; __repr__ ; __call__ ; __getattribute__ ; __reduce__:-12 ; __reduce__():13- ;
  __vectorcalloffset__ ; __text_signature__:13- ; __doc__ ; __module__
operator.methodcaller = =!(name, /, *args, **kwargs):12- ; __new__ ; __repr__ ; __call__ ; __getattribute__ ; __reduce__:-12 ; __reduce__():13- ;
  __vectorcalloffset__:13- ; __text_signature__:13- ; __doc__ ; __module__
os.stat_result = __new__ ; __repr__ ; __reduce__:-12 ; __reduce__():13- ; __replace__(/, **changes):13- ; st_mode ; st_ino ; st_dev ; st_nlink ;
  st_uid ; st_gid ; st_size ; st_atime ; st_mtime ; st_ctime ; st_atime_ns ; st_mtime_ns ; st_ctime_ns ; st_blksize ; st_blocks ; st_rdev ; __doc__ ;
  __module__ ; n_sequence_fields ; n_fields ; n_unnamed_fields ; __match_args__
os.statvfs_result = __new__ ; __repr__ ; __reduce__:-12 ; __reduce__():13- ; __replace__(/, **changes):13- ; f_bsize ; f_frsize ; f_blocks ;
  f_bfree ; f_bavail ; f_files ; f_ffree ; f_favail ; f_flag ; f_namemax ; f_fsid ; __doc__ ; __module__ ; n_sequence_fields ; n_fields ;
  n_unnamed_fields ; __match_args__
os.statx_result = __repr__:15- ; stx_mask:15- ; stx_blksize:15- ; stx_attributes:15- ; stx_attributes_mask:15- ; stx_rdev_major:15- ;
  stx_rdev_minor:15- ; stx_rdev:15- ; stx_dev_major:15- ; stx_dev_minor:15- ; stx_dev:15- ; stx_mode:15- ; stx_nlink:15- ; stx_uid:15- ;
  stx_gid:15- ; stx_ino:15- ; stx_size:15- ; stx_blocks:15- ; stx_atime:15- ; stx_atime_ns:15- ; stx_btime:15- ; stx_btime_ns:15- ; stx_ctime:15- ;
  stx_ctime_ns:15- ; stx_mtime:15- ; stx_mtime_ns:15- ; stx_mnt_id:15- ; stx_dio_mem_align:15- ; stx_dio_offset_align:15- ; stx_subvol:15- ;
  stx_atomic_write_unit_min:15- ; stx_atomic_write_unit_max:15- ; stx_atomic_write_segments_max:15- ; stx_dio_read_offset_align:15- ;
  stx_atomic_write_unit_max_opt:15- ; __doc__:15- ; __module__:15-
os.terminal_size = __new__ ; __repr__ ; __reduce__:-12 ; __reduce__():13- ; __replace__(/, **changes):13- ; columns ; lines ; __doc__ ; __module__ ;
  n_sequence_fields ; n_fields ; n_unnamed_fields ; __match_args__
positions_iterator = __iter__:12- ; __next__:12- ; __doc__:12-
posix.DirEntry = __repr__ ; is_dir(/, *, follow_symlinks=True) ; is_file(/, *, follow_symlinks=True) ; is_symlink() ; is_junction():12- ;
  stat(/, *, follow_symlinks=True) ; inode() ; __fspath__() ; __class_getitem__:-12 ; __class_getitem__!($type, object, /):13- ; name ; path ;
  __doc__ ; __module__
posix.ScandirIterator = __iter__ ; __next__ ; __del__ ; __enter__:-12 ; __enter__():13- ; __exit__ ; close:-12 ; close():13- ; __doc__ ; __module__
posix.sched_param = =!(sched_priority) ; __new__ ; __repr__ ; __reduce__:-12 ; __reduce__():13- ; __replace__(/, **changes):13- ; sched_priority ;
  __doc__ ; __module__ ; n_sequence_fields ; n_fields ; n_unnamed_fields ; __match_args__
posix.times_result = __new__ ; __repr__ ; __reduce__:-12 ; __reduce__():13- ; __replace__(/, **changes):13- ; user ; system ; children_user ;
  children_system ; elapsed ; __doc__ ; __module__ ; n_sequence_fields ; n_fields ; n_unnamed_fields ; __match_args__
posix.uname_result = __new__ ; __repr__ ; __reduce__:-12 ; __reduce__():13- ; __replace__(/, **changes):13- ; sysname ; nodename ; release ;
  version ; machine ; __doc__ ; __module__ ; n_sequence_fields ; n_fields ; n_unnamed_fields ; __match_args__
posix.waitid_result = __new__ ; __repr__ ; __reduce__:-12 ; __reduce__():13- ; __replace__(/, **changes):13- ; si_pid ; si_uid ; si_signo ;
  si_status ; si_code ; __doc__ ; __module__ ; n_sequence_fields ; n_fields ; n_unnamed_fields ; __match_args__
property = =!(fget=None, fset=None, fdel=None, doc=None) ; __new__ ; __getattribute__:-13 ; __get__ ; __set__ ; __delete__ ; __init__ ; getter:-12 ;
  getter(object, /):13- ; setter:-12 ; setter(object, /):13- ; deleter:-12 ; deleter(object, /):13- ; __set_name__:-12 ;
  __set_name__(owner, name, /):13- ; fget ; fset ; fdel ; __doc__ ; __name__:13- ; __isabstractmethod__
pwd.struct_passwd = __new__ ; __repr__ ; __reduce__:-12 ; __reduce__():13- ; __replace__(/, **changes):13- ; pw_name ; pw_passwd ; pw_uid ; pw_gid ;
  pw_gecos ; pw_dir ; pw_shell ; __doc__ ; __module__ ; n_sequence_fields ; n_fields ; n_unnamed_fields ; __match_args__
range = __new__ ; __repr__ ; __hash__ ; __getattribute__:-13 ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __iter__ ; __bool__ ; __len__ ;
  __getitem__ ; __contains__ ; __reversed__:-12 ; __reversed__():13- ; __reduce__:-12 ; __reduce__():13- ; count:-12 ; count(object, /):13- ;
  index:-12 ; index(object, /):13- ; start ; stop ; step ; __doc__
range_iterator = __getattribute__:-12 ; __iter__ ; __next__ ; __length_hint__:-12 ; __length_hint__():13- ; __reduce__:-12 ; __reduce__():13- ;
  __setstate__:-12 ; __setstate__(object, /):13-14 ; __setstate__(state, /):15- ; __doc__
re.Match = __repr__ ; __getitem__ ; group ; start(group=0, /) ; end(group=0, /) ; span(group=0, /) ; groups(/, default=None) ;
  groupdict(/, default=None) ; expand(/, template) ; __copy__() ; __deepcopy__(memo, /) ; __class_getitem__:-12 ;
  __class_getitem__!($type, object, /):13- ; string ; re ; pos ; endpos ; lastindex ; lastgroup ; regs ; __doc__ ; __module__
re.Pattern = __repr__ ; __hash__ ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; prefixmatch(/, string, pos=0, endpos=sys.maxsize):15- ;
  match(/, string, pos=0, endpos=sys.maxsize):-14 ; match:15- ; fullmatch(/, string, pos=0, endpos=sys.maxsize) ;
  search(/, string, pos=0, endpos=sys.maxsize) ; sub(/, repl, string, count=0) ; subn(/, repl, string, count=0) ;
  findall(/, string, pos=0, endpos=sys.maxsize) ; split(/, string, maxsplit=0) ; finditer(/, string, pos=0, endpos=sys.maxsize) ;
  scanner(/, string, pos=0, endpos=sys.maxsize) ; __copy__() ; __deepcopy__(memo, /) ; __class_getitem__:-12 ;
  __class_getitem__!($type, object, /):13- ; pattern ; flags ; groups ; groupindex ; __doc__ ; __module__
re._ZeroSentinel = __module__:13- ; __firstlineno__:13- ; __static_attributes__:13- ; __dict__:13- ; __doc__:13-
reversed = =!(sequence, /):-14 ; =!(object, /):15- ; __new__ ; __getattribute__:-13 ; __iter__ ; __next__ ; __length_hint__:-12 ;
  __length_hint__():13- ; __reduce__:-12 ; __reduce__():13- ; __setstate__:-12 ; __setstate__(object, /):13- ; __doc__
select.epoll = __new__ ; __getattribute__ ; fromfd!($type, fd, /) ; close() ; fileno() ; modify(/, fd, eventmask) ;
  register(/, fd,⏎         eventmask=select.EPOLLIN | select.EPOLLPRI | select.EPOLLOUT) ; unregister(/, fd) ; poll(/, timeout=None, maxevents=-1) ;
  __enter__() ; __exit__(exc_type=None, exc_value=None, exc_tb=None, /) ; closed ; __doc__ ; __module__
select.poll = register(fd,⏎         eventmask=select.POLLIN | select.POLLPRI | select.POLLOUT, /) ; modify(fd, eventmask, /) ; unregister(fd, /) ;
  poll(timeout=None, /) ; __doc__ ; __module__
sentinel = =!(name, /, *, repr=None):15- ; __new__:15- ; __repr__:15- ; __hash__:15- ; __lt__:15- ; __le__:15- ; __eq__:15- ; __ne__:15- ;
  __gt__:15- ; __ge__:15- ; __or__:15- ; __ror__:15- ; __copy__():15- ; __deepcopy__(object, /):15- ; __reduce__():15- ; __name__:15- ;
  __module__:15- ; __doc__:15-
set = =!(iterable=(), /):13- ; __new__ ; __repr__ ; __hash__ ; __getattribute__:-13 ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ;
  __iter__ ; __init__ ; __sub__ ; __rsub__ ; __and__ ; __rand__ ; __xor__ ; __rxor__ ; __or__ ; __ror__ ; __isub__ ; __iand__ ; __ixor__ ; __ior__ ;
  __len__ ; __contains__:-12 ; __contains__(object, /):13- ; add:-12 ; add(object, /):13- ; clear:-12 ; clear():13- ; copy:-12 ; copy():13- ;
  discard:-12 ; discard(object, /):13- ; difference:-12 ; difference(/, *others):13- ; difference_update:-12 ; difference_update(/, *others):13- ;
  intersection:-12 ; intersection(/, *others):13- ; intersection_update:-12 ; intersection_update(/, *others):13- ; isdisjoint:-12 ;
  isdisjoint(other, /):13- ; issubset:-12 ; issubset(other, /):13- ; issuperset:-12 ; issuperset(other, /):13- ; pop:-12 ; pop():13- ;
  __reduce__:-12 ; __reduce__():13- ; remove:-12 ; remove(object, /):13- ; __sizeof__:-12 ; __sizeof__():13- ; symmetric_difference:-12 ;
  symmetric_difference(other, /):13- ; symmetric_difference_update:-12 ; symmetric_difference_update(other, /):13- ; union:-12 ;
  union(/, *others):13- ; update:-12 ; update(/, *others):13- ; __class_getitem__:-12 ; __class_getitem__!($type, object, /):13- ; __doc__
set_iterator = __getattribute__:-12 ; __iter__ ; __next__ ; __length_hint__:-12 ; __length_hint__():13- ; __reduce__:-12 ; __reduce__():13- ;
  __doc__
signal.ItimerError = __module__:14- ; __weakref__:14- ; __doc__:14-
signal.itimer_error = __module__:-13 ; __weakref__:-13 ; __doc__:-13
signal.struct_siginfo = __new__ ; __repr__ ; __reduce__:-12 ; __reduce__():13- ; __replace__(/, **changes):13- ; si_signo ; si_code ; si_errno ;
  si_pid ; si_uid ; si_status ; si_band ; __doc__ ; __module__ ; n_sequence_fields ; n_fields ; n_unnamed_fields ; __match_args__
slice = __new__ ; __repr__ ; __hash__ ; __getattribute__:-13 ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; indices:-12 ;
  indices(object, /):13- ; __reduce__:-12 ; __reduce__():13- ; __class_getitem__!($type, object, /):15- ; start ; stop ; step ; __doc__
staticmethod = =!(function, /):13- ; __new__ ; __repr__ ; __call__ ; __get__ ; __init__ ; __class_getitem__!($type, object, /):14- ; __func__ ;
  __wrapped__ ; __isabstractmethod__ ; __dict__ ; __annotations__:14- ; __annotate__:14- ; __doc__
stderrprinter = __repr__ ; __getattribute__:-12 ; close:-12 ; close():13- ; flush:-12 ; flush():13- ; fileno:-12 ; fileno():13- ; isatty:-12 ;
  isatty():13- ; write ; closed ; encoding ; mode ; __doc__
str = __new__ ; __repr__ ; __hash__ ; __str__ ; __getattribute__:-12 ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __iter__ ; __mod__ ;
  __rmod__ ; __len__ ; __getitem__ ; __add__ ; __mul__ ; __rmul__ ; __contains__ ; encode(/, encoding='utf-8', errors='strict') ;
  replace(old, new, count=-1, /):-12 ; replace(old, new, /, count=-1):13- ; split(/, sep=None, maxsplit=-1) ; rsplit(/, sep=None, maxsplit=-1) ;
  join(iterable, /) ; capitalize() ; casefold() ; title() ; center(width, fillchar=' ', /) ; count:-12 ; count(sub[, start[, end]], /):13- ;
  expandtabs(/, tabsize=8) ; find:-12 ; find(sub[, start[, end]], /):13- ; partition(sep, /) ; index:-12 ; index(sub[, start[, end]], /):13- ;
  ljust(width, fillchar=' ', /) ; lower() ; lstrip(chars=None, /) ; rfind:-12 ; rfind(sub[, start[, end]], /):13- ; rindex:-12 ;
  rindex(sub[, start[, end]], /):13- ; rjust(width, fillchar=' ', /) ; rstrip(chars=None, /) ; rpartition(sep, /) ; splitlines(/, keepends=False) ;
  strip(chars=None, /) ; swapcase() ; translate(table, /) ; upper() ; startswith:-12 ; startswith(prefix[, start[, end]], /):13- ; endswith:-12 ;
  endswith(suffix[, start[, end]], /):13- ; removeprefix(prefix, /) ; removesuffix(suffix, /) ; isascii() ; islower() ; isupper() ; istitle() ;
  isspace() ; isdecimal() ; isdigit() ; isnumeric() ; isalpha() ; isalnum() ; isidentifier() ; isprintable() ; zfill(width, /) ; format:-12 ;
  format(/, *args, **kwargs):13- ; format_map:-12 ; format_map(mapping, /):13- ; __format__(format_spec, /) ; maketrans ; __sizeof__() ;
  __getnewargs__:-12 ; __getnewargs__():13- ; __doc__
str_ascii_iterator = __getattribute__:-12 ; __iter__ ; __next__ ; __length_hint__:-12 ; __length_hint__():13- ; __reduce__:-12 ; __reduce__():13- ;
  __setstate__:-12 ; __setstate__(object, /):13- ; __doc__
str_iterator = __getattribute__:-12 ; __iter__ ; __next__ ; __length_hint__:-12 ; __length_hint__():13- ; __reduce__:-12 ; __reduce__():13- ;
  __setstate__:-12 ; __setstate__(object, /):13- ; __doc__
string.templatelib.Interpolation = __new__:14- ; __repr__:14- ; __reduce__():14- ; __class_getitem__!($type, object, /):14- ; value:14- ;
  expression:14- ; conversion:14- ; format_spec:14- ; __doc__:14- ; __match_args__:14-
string.templatelib.Template = __new__:14- ; __repr__:14- ; __iter__:14- ; __add__:14- ; __reduce__():14- ; __class_getitem__!($type, object, /):14- ;
  strings:14- ; interpolations:14- ; values:14- ; __doc__:14-
string.templatelib.TemplateIter = __iter__:14- ; __next__:14- ; __doc__:14-
super = __new__ ; __repr__ ; __getattribute__ ; __get__ ; __init__ ; __thisclass__ ; __self__ ; __self_class__ ; __doc__
symtable entry = __repr__ ; __getattribute__:-12 ; id ; name ; symbols ; varnames ; children ; nested ; type ; lineno ; __doc__
sys.flags = __repr__ ; __reduce__:-12 ; __reduce__():13- ; __replace__(/, **changes):13- ; debug ; inspect ; interactive ; optimize ;
  dont_write_bytecode ; no_user_site ; no_site ; ignore_environment ; verbose ; bytes_warning ; quiet ; hash_randomization ; isolated ; dev_mode ;
  utf8_mode ; warn_default_encoding ; safe_path ; int_max_str_digits ; gil:13- ; thread_inherit_context:14- ; context_aware_warnings:14- ;
  lazy_imports:15- ; __doc__ ; n_sequence_fields ; n_fields ; n_unnamed_fields ; __match_args__
sys.float_info = __new__ ; __repr__ ; __reduce__:-12 ; __reduce__():13- ; __replace__(/, **changes):13- ; max ; max_exp ; max_10_exp ; min ;
  min_exp ; min_10_exp ; dig ; mant_dig ; epsilon ; radix ; rounds ; __doc__ ; n_sequence_fields ; n_fields ; n_unnamed_fields ; __match_args__
sys.hash_info = __new__ ; __repr__ ; __reduce__:-12 ; __reduce__():13- ; __replace__(/, **changes):13- ; width ; modulus ; inf ; nan ; imag ;
  algorithm ; hash_bits ; seed_bits ; cutoff ; __doc__ ; n_sequence_fields ; n_fields ; n_unnamed_fields ; __match_args__
sys.int_info = __new__ ; __repr__ ; __reduce__:-12 ; __reduce__():13- ; __replace__(/, **changes):13- ; bits_per_digit ; sizeof_digit ;
  default_max_str_digits ; str_digits_check_threshold ; __doc__ ; n_sequence_fields ; n_fields ; n_unnamed_fields ; __match_args__
sys.legacy_event_handler = __call__:12- ; __doc__:12-
sys.thread_info = __new__ ; __repr__ ; __reduce__:-12 ; __reduce__():13- ; __replace__(/, **changes):13- ; name ; lock ; version ; __doc__ ;
  n_sequence_fields ; n_fields ; n_unnamed_fields ; __match_args__
sys.version_info = __repr__ ; __reduce__:-12 ; __reduce__():13- ; __replace__(/, **changes):13- ; major ; minor ; micro ; releaselevel ; serial ;
  __doc__ ; n_sequence_fields ; n_fields ; n_unnamed_fields ; __match_args__
time.struct_time = __new__ ; __repr__ ; __reduce__:-12 ; __reduce__():13- ; __replace__(/, **changes):13- ; tm_year ; tm_mon ; tm_mday ; tm_hour ;
  tm_min ; tm_sec ; tm_wday ; tm_yday ; tm_isdst ; tm_zone ; tm_gmtoff ; __doc__ ; __module__ ; n_sequence_fields ; n_fields ; n_unnamed_fields ;
  __match_args__
traceback = =!(tb_next, tb_frame, tb_lasti, tb_lineno):13- ; __new__ ; __getattribute__:-12 ; __dir__:-12 ; __dir__():13- ; tb_frame ; tb_lasti ;
  tb_next ; tb_lineno ; __doc__
tuple = =!(iterable=(), /) ; __new__ ; __repr__ ; __hash__ ; __getattribute__:-13 ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __iter__ ;
  __len__ ; __getitem__ ; __add__ ; __mul__ ; __rmul__ ; __contains__ ; __getnewargs__() ; index(value, start=0, stop=sys.maxsize, /) ;
  count(value, /) ; __class_getitem__:-12 ; __class_getitem__!($type, object, /):13- ; __doc__
tuple_iterator = __getattribute__:-12 ; __iter__ ; __next__ ; __length_hint__:-12 ; __length_hint__():13- ; __reduce__:-12 ; __reduce__():13- ;
  __setstate__:-12 ; __setstate__(object, /):13- ; __doc__
type@11 = __new__ ; __repr__ ; __call__ ; __getattribute__ ; __setattr__ ; __delattr__ ; __init__ ; __or__ ; __ror__ ; mro() ; __subclasses__() ;
  __prepare__ ; __instancecheck__(instance, /) ; __subclasscheck__(subclass, /) ; __dir__() ; __sizeof__() ; __basicsize__ ; __itemsize__ ;
  __flags__ ; __weakrefoffset__ ; __base__ ; __dictoffset__ ; __mro__ ; __name__ ; __qualname__ ; __bases__ ; __module__ ; __abstractmethods__ ;
  __dict__ ; __doc__ ; __text_signature__ ; __annotations__
type = __new__:12- ; __repr__:12- ; __call__:12- ; __getattribute__:12- ; __setattr__:12- ; __delattr__:12- ; __init__:12- ; __or__:12- ;
  __ror__:12- ; mro():12- ; __subclasses__():12- ; __prepare__:12-12 ; __prepare__!($cls, name, bases, /, **kwds):13- ;
  __instancecheck__(instance, /):12- ; __subclasscheck__(subclass, /):12- ; __dir__():12- ; __sizeof__():12- ; __basicsize__:12- ; __itemsize__:12- ;
  __flags__:12- ; __weakrefoffset__:12- ; __base__:12- ; __dictoffset__:12- ; __name__:12- ; __qualname__:12- ; __bases__:12- ; __mro__:12- ;
  __module__:12- ; __abstractmethods__:12- ; __dict__:12- ; __doc__:12- ; __text_signature__:12- ; __annotations__:12- ; __annotate__:14- ;
  __type_params__:12-
types.GenericAlias = =!(origin, args, /):13- ; __new__ ; __repr__ ; __hash__ ; __call__ ; __getattribute__ ; __lt__ ; __le__ ; __eq__ ; __ne__ ;
  __gt__ ; __ge__ ; __iter__ ; __or__ ; __ror__ ; __getitem__ ; __mro_entries__:-12 ; __mro_entries__(object, /):13- ; __instancecheck__:-12 ;
  __instancecheck__(object, /):13- ; __subclasscheck__:-12 ; __subclasscheck__(object, /):13- ; __reduce__:-12 ; __reduce__():13- ; __dir__:-12 ;
  __dir__():13- ; __origin__ ; __args__ ; __unpacked__ ; __parameters__ ; __typing_unpacked_tuple_args__ ; __doc__
types.SimpleNamespace = =!(mapping_or_iterable=(), /, **kwargs):13- ; __new__ ; __repr__ ; __getattribute__:-12 ; __setattr__:-12 ; __delattr__:-12 ;
  __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __init__ ; __reduce__:-12 ; __reduce__():13- ; __replace__(/, **changes):13- ; __dict__ ;
  __doc__ ; __hash__
types.UnionType = __repr__:-13 ; __hash__:-13 ; __getattribute__:-13 ; __lt__:-13 ; __le__:-13 ; __eq__:-13 ; __ne__:-13 ; __gt__:-13 ; __ge__:-13 ;
  __or__:-13 ; __ror__:-13 ; __getitem__:-13 ; __args__:-13 ; __parameters__:-13 ; __doc__:-13
typing.Any = __module__:-13 ; __firstlineno__:13-13 ; __doc__:-13 ; __new__:-13 ; __static_attributes__:13-13 ; __dict__:-13 ; __weakref__:-13
typing.Generic = __class_getitem__:12- ; __init_subclass__:12- ; __doc__:12- ; __module__:12-
typing.NamedTuple = __module__:-13 ; __dict__:-13 ; __weakref__:-13 ; __doc__:-13
typing.NamedTupleMeta = __module__:-13 ; __firstlineno__:13-13 ; __new__:-13 ; __static_attributes__:13-13 ; __doc__:-13
typing.ParamSpec = __new__:12- ; __repr__:12- ; __or__:12- ; __ror__:12- ; __typing_subst__(/, arg):12-12 ; __typing_subst__(arg, /):13- ;
  __typing_prepare_subst__(/, alias, args):12-12 ; __typing_prepare_subst__(alias, args, /):13- ; has_default():13- ; __reduce__():12- ;
  __mro_entries__:12-12 ; __mro_entries__(object, /):13- ; __name__:12- ; __bound__:12- ; __covariant__:12- ; __contravariant__:12- ;
  __infer_variance__:12- ; args:12- ; kwargs:12- ; __default__:13- ; evaluate_default:14- ; __doc__:12- ; __module__:12-
typing.ParamSpecArgs = __new__:12- ; __repr__:12- ; __lt__:12- ; __le__:12- ; __eq__:12- ; __ne__:12- ; __gt__:12- ; __ge__:12- ;
  __mro_entries__:12-12 ; __mro_entries__(object, /):13- ; __origin__:12- ; __doc__:12- ; __hash__:12- ; __module__:12-
typing.ParamSpecKwargs = __new__:12- ; __repr__:12- ; __lt__:12- ; __le__:12- ; __eq__:12- ; __ne__:12- ; __gt__:12- ; __ge__:12- ;
  __mro_entries__:12-12 ; __mro_entries__(object, /):13- ; __origin__:12- ; __doc__:12- ; __hash__:12- ; __module__:12-
typing.TypeAliasType = __new__:12- ; __repr__:12- ; __iter__:14- ; __or__:12- ; __ror__:12- ; __getitem__:12- ; __reduce__():12- ; __name__:12- ;
  __qualname__:15- ; __parameters__:12- ; __type_params__:12- ; __value__:12- ; evaluate_value:14- ; __module__:12- ; __doc__:12-
typing.TypeVar = __new__:12- ; __repr__:12- ; __or__:12- ; __ror__:12- ; __typing_subst__(/, arg):12-12 ; __typing_subst__(arg, /):13- ;
  __typing_prepare_subst__(alias, args, /):13- ; __reduce__():12- ; has_default():13- ; __mro_entries__:12-12 ; __mro_entries__(object, /):13- ;
  __name__:12- ; __covariant__:12- ; __contravariant__:12- ; __infer_variance__:12- ; __bound__:12- ; __constraints__:12- ; __default__:13- ;
  evaluate_bound:14- ; evaluate_constraints:14- ; evaluate_default:14- ; __doc__:12- ; __module__:12-
typing.TypeVarTuple = __new__:12- ; __repr__:12- ; __iter__:12- ; __typing_subst__(/, arg):12-12 ; __typing_subst__(arg, /):13- ;
  __typing_prepare_subst__(/, alias, args):12-12 ; __typing_prepare_subst__(alias, args, /):13- ; __reduce__():12- ; has_default():13- ;
  __mro_entries__:12-12 ; __mro_entries__(object, /):13- ; __name__:12- ; __bound__:15- ; __covariant__:15- ; __contravariant__:15- ;
  __infer_variance__:15- ; __default__:13- ; evaluate_default:14- ; __doc__:12- ; __module__:12-
typing.TypedDict = __module__:-13 ; __dict__:-13 ; __weakref__:-13 ; __doc__:-13
typing.Union = __repr__:14- ; __hash__:14- ; __getattribute__:14- ; __lt__:14- ; __le__:14- ; __eq__:14- ; __ne__:14- ; __gt__:14- ; __ge__:14- ;
  __or__:14- ; __ror__:14- ; __getitem__:14- ; __mro_entries__(object, /):14- ; __class_getitem__!($type, object, /):14- ; __args__:14- ;
  __name__:14- ; __qualname__:14- ; __origin__:14- ; __parameters__:14- ; __doc__:14-
typing._TypingEllipsis = __module__:-13 ; __firstlineno__:13-13 ; __doc__:-13 ; __static_attributes__:13-13 ; __dict__:-13 ; __weakref__:-13
typing.typing.io = __module__:-12 ; __doc__:-12 ; __all__:-12 ; IO:-12 ; TextIO:-12 ; BinaryIO:-12 ; __dict__:-12 ; __weakref__:-12
typing.typing.re = __module__:-12 ; __doc__:-12 ; __all__:-12 ; Pattern:-12 ; Match:-12 ; __dict__:-12 ; __weakref__:-12
unicodedata.GraphemeBreakIterator = __iter__:15- ; __next__:15- ; __doc__:15- ; __module__:15-
unicodedata.Segment = __repr__:15- ; __str__:15- ; start:15- ; end:15- ; __doc__:15- ; __module__:15-
unicodedata.UCD = __getattribute__ ; decimal(chr, default=<unrepresentable>, /) ; digit(chr, default=<unrepresentable>, /) ;
  numeric(chr, default=<unrepresentable>, /) ; category(chr, /) ; bidirectional(chr, /) ; combining(chr, /) ; mirrored(chr, /) ;
  east_asian_width(chr, /) ; decomposition(chr, /) ; name(chr, default=<unrepresentable>, /) ; lookup(name, /) ; is_normalized(form, unistr, /) ;
  normalize(form, unistr, /) ; unidata_version ; __doc__ ; __module__
uop_executor = __len__:14- ; __getitem__:14- ; is_valid():14- ; get_jit_code():14- ; get_opcode():14- ; get_oparg():14- ; __doc__:14-
values = __getattribute__:-12 ; __iter__ ; __next__ ; __len__ ; __doc__
weakref.CallableProxyType = __repr__ ; __call__ ; __str__ ; __getattribute__ ; __setattr__ ; __delattr__ ; __lt__ ; __le__ ; __eq__ ; __ne__ ;
  __gt__ ; __ge__ ; __iter__ ; __next__ ; __add__ ; __radd__ ; __sub__ ; __rsub__ ; __mul__ ; __rmul__ ; __mod__ ; __rmod__ ; __divmod__ ;
  __rdivmod__ ; __pow__ ; __rpow__ ; __neg__ ; __pos__ ; __abs__ ; __bool__ ; __invert__ ; __lshift__ ; __rlshift__ ; __rshift__ ; __rrshift__ ;
  __and__ ; __rand__ ; __xor__ ; __rxor__ ; __or__ ; __ror__ ; __int__ ; __float__ ; __iadd__ ; __isub__ ; __imul__ ; __imod__ ; __ipow__ ;
  __ilshift__ ; __irshift__ ; __iand__ ; __ixor__ ; __ior__ ; __floordiv__ ; __rfloordiv__ ; __truediv__ ; __rtruediv__ ; __ifloordiv__ ;
  __itruediv__ ; __index__ ; __matmul__ ; __rmatmul__ ; __imatmul__ ; __len__ ; __getitem__ ; __setitem__ ; __delitem__ ; __contains__ ; __doc__ ;
  __hash__
weakref.ProxyType = __repr__ ; __str__ ; __getattribute__ ; __setattr__ ; __delattr__ ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ;
  __iter__ ; __next__ ; __add__ ; __radd__ ; __sub__ ; __rsub__ ; __mul__ ; __rmul__ ; __mod__ ; __rmod__ ; __divmod__ ; __rdivmod__ ; __pow__ ;
  __rpow__ ; __neg__ ; __pos__ ; __abs__ ; __bool__ ; __invert__ ; __lshift__ ; __rlshift__ ; __rshift__ ; __rrshift__ ; __and__ ; __rand__ ;
  __xor__ ; __rxor__ ; __or__ ; __ror__ ; __int__ ; __float__ ; __iadd__ ; __isub__ ; __imul__ ; __imod__ ; __ipow__ ; __ilshift__ ; __irshift__ ;
  __iand__ ; __ixor__ ; __ior__ ; __floordiv__ ; __rfloordiv__ ; __truediv__ ; __rtruediv__ ; __ifloordiv__ ; __itruediv__ ; __index__ ; __matmul__ ;
  __rmatmul__ ; __imatmul__ ; __len__ ; __getitem__ ; __setitem__ ; __delitem__ ; __contains__ ; __bytes__:-12 ; __bytes__():13- ; __reversed__:-12 ;
  __reversed__():13- ; __doc__ ; __hash__
weakref.ReferenceType = __new__ ; __repr__ ; __hash__ ; __call__ ; __lt__ ; __le__ ; __eq__ ; __ne__ ; __gt__ ; __ge__ ; __init__ ;
  __class_getitem__:-12 ; __class_getitem__!($type, object, /):13- ; __callback__ ; __doc__
wrapper_descriptor = __repr__ ; __call__ ; __getattribute__:-12 ; __get__ ; __reduce__:-12 ; __reduce__():13- ; __objclass__ ; __name__ ; __doc__ ;
  __qualname__ ; __text_signature__
zip = =!(*iterables, strict=False):13- ; __new__ ; __getattribute__:-13 ; __iter__ ; __next__ ; __reduce__:-12 ; __reduce__():13- ;
  __setstate__:-12 ; __setstate__(object, /):13- ; __doc__
`;
