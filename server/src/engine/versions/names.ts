import type { PythonVersion } from '../journal/record.ts';
import { astPrivateNames } from './names/_ast.ts';
import { asyncioPrivateNames } from './names/_asyncio.ts';
import { bisectPrivateNames } from './names/_bisect.ts';
import { collectionsPrivateNames } from './names/_collections.ts';
import { contextvarsPrivateNames } from './names/_contextvars.ts';
import { csvPrivateNames } from './names/_csv.ts';
import { functoolsPrivateNames } from './names/_functools.ts';
import { heapqPrivateNames } from './names/_heapq.ts';
import { localePrivateNames } from './names/_locale.ts';
import { opcodePrivateNames } from './names/_opcode.ts';
import { operatorPrivateNames } from './names/_operator.ts';
import { queuePrivateNames } from './names/_queue.ts';
import { jsonPrivateNames } from './names/_json.ts';
import { randomPrivateNames } from './names/_random.ts';
import { srePrivateNames } from './names/_sre.ts';
import { ioPrivateNames } from './names/_io.ts';
import { stringPrivateNames } from './names/_string.ts';
import { structPrivateNames } from './names/_struct.ts';
import { abcPrivateNames } from './names/_abc.ts';
import { codecsPrivateNames } from './names/_codecs.ts';
import { warningsPrivateNames } from './names/_warnings.ts';
import { blake2PrivateNames } from './names/_blake2.ts';
import { hashlibPrivateNames } from './names/_hashlib.ts';
import { md5PrivateNames } from './names/_md5.ts';
import { sha1PrivateNames } from './names/_sha1.ts';
import { sha256PrivateNames } from './names/_sha256.ts';
import { hmacPrivateNames } from './names/_hmac.ts';
import { decimalPrivateNames } from './names/_decimal.ts';
import { sha2PrivateNames } from './names/_sha2.ts';
import { sha512PrivateNames } from './names/_sha512.ts';
import { signalPrivateNames } from './names/_signal.ts';
import { statPrivateNames } from './names/_stat.ts';
import { threadPrivateNames } from './names/_thread.ts';
import { impPrivateNames } from './names/_imp.ts';
import { weakrefPrivateNames } from './names/_weakref.ts';
import { statisticsPrivateNames } from './names/_statistics.ts';
import { arrayNames } from './names/array.ts';
import { tokenizePrivateNames } from './names/_tokenize.ts';
import { typesPrivateNames } from './names/_types.ts';
import { typingPrivateNames } from './names/_typing.ts';
import { atexitNames } from './names/atexit.ts';
import { binasciiNames } from './names/binascii.ts';
import { builtinsNames } from './names/builtins.ts';
import { errnoNames } from './names/errno.ts';
import { gcNames } from './names/gc.ts';
import { itertoolsNames } from './names/itertools.ts';
import { mathNames } from './names/math.ts';
import { marshalNames } from './names/marshal.ts';
import { posixNames } from './names/posix.ts';
import { pwdNames } from './names/pwd.ts';
import { sysNames } from './names/sys.ts';
import { timeNames } from './names/time.ts';
import { unicodedataNames } from './names/unicodedata.ts';
import { interpretersPrivateNames } from './names/_interpreters.ts';
import { posixsubprocessPrivateNames } from './names/_posixsubprocess.ts';
import { socketPrivateNames } from './names/_socket.ts';
import { suggestionsPrivateNames } from './names/_suggestions.ts';
import { symtablePrivateNames } from './names/_symtable.ts';
import { sysconfigPrivateNames } from './names/_sysconfig.ts';
import { tracemallocPrivateNames } from './names/_tracemalloc.ts';
import { faulthandlerNames } from './names/faulthandler.ts';
import { fcntlNames } from './names/fcntl.ts';
import { selectNames } from './names/select.ts';
import { inVersion } from './ranges.ts';

/**
 * The names of CPython's modules in the order of their dicts, as real interpreters answer (`scripts/module-names.py`);
 * see `ranges.ts` for those that some versions lack. `name()` is a function written in C.
 */
const tables = {
  _ast: astPrivateNames,
  _asyncio: asyncioPrivateNames,
  _bisect: bisectPrivateNames,
  _collections: collectionsPrivateNames,
  _contextvars: contextvarsPrivateNames,
  _csv: csvPrivateNames,
  _functools: functoolsPrivateNames,
  _heapq: heapqPrivateNames,
  _locale: localePrivateNames,
  _opcode: opcodePrivateNames,
  _operator: operatorPrivateNames,
  _json: jsonPrivateNames,
  _random: randomPrivateNames,
  _sre: srePrivateNames,
  _io: ioPrivateNames,
  _queue: queuePrivateNames,
  _interpreters: interpretersPrivateNames,
  _posixsubprocess: posixsubprocessPrivateNames,
  _socket: socketPrivateNames,
  _suggestions: suggestionsPrivateNames,
  _symtable: symtablePrivateNames,
  _sysconfig: sysconfigPrivateNames,
  _tracemalloc: tracemallocPrivateNames,
  faulthandler: faulthandlerNames,
  fcntl: fcntlNames,
  select: selectNames,
  _statistics: statisticsPrivateNames,
  _string: stringPrivateNames,
  _struct: structPrivateNames,
  _tokenize: tokenizePrivateNames,
  _types: typesPrivateNames,
  _typing: typingPrivateNames,
  _abc: abcPrivateNames,
  _codecs: codecsPrivateNames,
  _warnings: warningsPrivateNames,
  _blake2: blake2PrivateNames,
  _hashlib: hashlibPrivateNames,
  _md5: md5PrivateNames,
  _sha1: sha1PrivateNames,
  _sha256: sha256PrivateNames,
  _hmac: hmacPrivateNames,
  _decimal: decimalPrivateNames,
  _sha2: sha2PrivateNames,
  _sha512: sha512PrivateNames,
  _signal: signalPrivateNames,
  _stat: statPrivateNames,
  _thread: threadPrivateNames,
  _imp: impPrivateNames,
  _weakref: weakrefPrivateNames,
  array: arrayNames,
  atexit: atexitNames,
  binascii: binasciiNames,
  builtins: builtinsNames,
  errno: errnoNames,
  gc: gcNames,
  itertools: itertoolsNames,
  math: mathNames,
  marshal: marshalNames,
  posix: posixNames,
  pwd: pwdNames,
  sys: sysNames,
  time: timeNames,
  unicodedata: unicodedataNames,
} as const;

export type NativeModuleName = keyof typeof tables;

export interface KnownName {
  readonly name: string;
  readonly isFunction: boolean;
}

const parse = (words: readonly string[]): KnownName[] =>
  words.map((word) => (word.endsWith('()') ? { name: word.slice(0, -2), isFunction: true } : { name: word, isFunction: false }));

const readers = Object.fromEntries(Object.entries(tables).map(([module, table]) => [module, inVersion(table, parse)]));

/** The names that `module` has in a version, in order. */
export const knownNames = (module: NativeModuleName, version: PythonVersion): readonly KnownName[] => readers[module]!(version);
