import type { PythonVersion } from '../journal/record.ts';
import { modulesOf } from './modules.ts';
import { inVersion } from './ranges.ts';

/** `sys.stdlib_module_names` of all versions. */
const table = `
  __future__ _abc _aix_support _android_support:13- _apple_support:14- _ast _ast_unparse:14- _asyncio _bisect _blake2 _bootsubprocess:-11 _bz2
  _codecs _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections _collections_abc _colorize:13- _compat_pickle
  _compression:-13 _contextvars _crypt:-12 _csv _ctypes _curses _curses_panel _datetime _dbm _decimal _elementtree _frozen_importlib
  _frozen_importlib_external _functools _gdbm _hashlib _heapq _hmac:14- _imp _interpchannels:13- _interpqueues:13- _interpreters:13- _io
  _ios_support:13- _json _locale _lsprof _lzma _markupbase _math_integer:15- _md5 _msi:-12 _multibytecodec _multiprocessing _opcode
  _opcode_metadata:13- _operator _osx_support _overlapped _pickle _posixshmem _posixsubprocess _py_abc _py_warnings:14- _pydatetime:12- _pydecimal
  _pyio _pylong:12- _pyrepl:13- _queue _random _remote_debugging:14- _scproxy _sha1 _sha2:12- _sha256:-11 _sha3 _sha512:-11 _signal _sitebuiltins
  _socket _sqlite3 _sre _ssl _stat _statistics _string _strptime _struct _suggestions:13- _symtable _sysconfig:13- _thread _threading_local _tkinter
  _tokenize _tracemalloc _types:14- _typing _uuid _warnings _weakref _weakrefset _winapi _wmi:13- _zoneinfo _zstd:14- abc aifc:-12 annotationlib:14-
  antigravity argparse array ast asynchat:-11 asyncio asyncore:-11 atexit audioop:-12 base64 bdb binascii bisect builtins bz2 cProfile calendar
  cgi:-12 cgitb:-12 chunk:-12 cmath cmd code codecs codeop collections colorsys compileall compression:14- concurrent configparser contextlib
  contextvars copy copyreg crypt:-12 csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils:-11 doctest email encodings ensurepip
  enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip
  hashlib heapq hmac html http idlelib imaplib imghdr:-12 imp:-11 importlib inspect io ipaddress itertools json keyword lib2to3:-12 linecache locale
  logging lzma mailbox mailcap:-12 marshal math mimetypes mmap modulefinder msilib:-12 msvcrt multiprocessing netrc nis:-12 nntplib:-12 nt ntpath
  nturl2path numbers opcode operator optparse os ossaudiodev:-12 pathlib pdb pickle pickletools pipes:-12 pkgutil platform plistlib poplib posix
  posixpath pprint profile profiling:15- pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource
  rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd:-11 smtplib sndhdr:-12 socket socketserver spwd:-12 sqlite3
  sre_compile:-14 sre_constants:-14 sre_parse:-14 ssl stat statistics string stringprep struct subprocess sunau:-12 symtable sys sysconfig syslog
  tabnanny tarfile telnetlib:-12 tempfile termios textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty
  turtle turtledemo types typing unicodedata unittest urllib uu:-12 uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib:-12
  xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
`;

const namesOf = inVersion(table, (names) => new Set(names));

export const standardNames = (version: PythonVersion): readonly string[] => [...namesOf(version)];

/** Whether CPython comes with a module or package of this name. */
export const isStandardModule = (name: string, version: PythonVersion): boolean => namesOf(version).has(name);

/** The modules of the standard library that are files, not part of the interpreter. */
export function standardFiles(version: PythonVersion): readonly string[] {
  const builtIn = new Set(modulesOf(version).sys.builtinModules.split(' '));
  return [...namesOf(version)].filter((name) => !builtIn.has(name));
}
