import type { PythonVersion } from '../journal/record.ts';
import { inVersion } from './ranges.ts';

/** Modules written in C that are files of their own, in `lib-dynload`. Those of CPython's own tests are left out. */
const table = `
  _asyncio:-14 _bisect:-13 _blake2:-13 _bz2 _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _contextvars:-13 _crypt:-12
  _csv:-13 _ctypes _curses _curses_panel _datetime:-13 _dbm:14-14 _decimal _elementtree:-13 _hashlib _heapq:-13 _hmac:14- _interpchannels:13-
  _interpqueues:13- _interpreters:13- _json:-13 _lsprof _lzma _md5:-13 _multibytecodec _multiprocessing _opcode:-13 _pickle:-13 _posixshmem
  _posixsubprocess:-13 _queue _random:-13 _remote_debugging:14- _sha1:-13 _sha256:-11 _sha2:12-13 _sha3:-13 _sha512:-11 _socket:-13 _sqlite3 _ssl
  _statistics:-13 _struct:-13 _tkinter:-13 _typing:-11 _uuid _xxinterpchannels:12-12 _xxsubinterpreters:-12 _zoneinfo _zstd:14-14 array:-13 audioop:-12
  binascii:-13 cmath:-13 fcntl:-13 grp:-13 math:-13 mmap nis:-12 ossaudiodev:-12 pyexpat:-13 readline resource select:-13 spwd:-12 syslog:-13 termios
  unicodedata:-13 zlib:-13
`;

const extensionsOf = inVersion(table, (names) => names);

/**
 * Modules written in C for which the library has the same in Python, so that a program may do without: their import
 * fails as long as they are not modelled, as on an interpreter that was built without them.
 * `_datetime`, `_pickle`, `_zoneinfo`, `_elementtree`: the whole module again in Python.
 * `_bisect`, `_heapq`, `_statistics`, `_queue`, `_json`: the same functions, slower.
 * `_uuid`, `readline`, `_lsprof`, `_remote_debugging`, `_suggestions`, `_curses`: asked for what a program seldom needs.
 * `zlib`, `_bz2`, `_lzma`, `_zstd`, `grp`: `shutil` asks for them, and every temporary file for `shutil`.
 */
const standIns = new Set('_datetime _pickle _zoneinfo _elementtree _bisect _heapq _statistics _queue _json _uuid readline _lsprof _remote_debugging _suggestions _curses zlib _bz2 _lzma _zstd grp'.split(' '));

export const hasStandIn = (module: string): boolean => standIns.has(module);

/** Names of the modules in `lib-dynload`; those with a stand-in only where they are modelled. */
export const extensionModules = (version: PythonVersion, isModelled: (name: string) => boolean): readonly string[] =>
  extensionsOf(version).filter((name) => isModelled(name) || !standIns.has(name));
