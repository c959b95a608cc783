/**
 * Which files of the standard library the model ships: those that make sense on a machine with a heap, a file system
 * in memory, threads and a clock, and no network, no terminal, no other processes and no foreign functions.
 */

/** Modules and packages that are left out, with all that is in them, and why. */
const leftOut = {
  'belongs to Pyodide': '_pyodide pyodide _sysconfigdata__emscripten_wasm32-emscripten site-packages _ssl',
  'shows windows or talks to a terminal': 'curses idlelib tkinter turtle turtledemo _pyrepl pty tty rlcompleter readline getpass cmd code pdb bdb',
  'talks to other machines': 'ftplib http imaplib nntplib poplib smtpd smtplib telnetlib xmlrpc wsgiref asyncore asynchat webbrowser ssl cgi cgitb mailbox mailcap netrc',
  'reads and writes foreign formats': 'aifc audioop bz2 chunk colorsys crypt email gzip html imghdr lzma mimetypes plistlib sndhdr sunau tarfile uu wave xdrlib xml zipfile zipapp quopri compression sqlite3 dbm shelve urllib.request urllib.robotparser urllib.response urllib.error',
  'starts or inspects other processes': 'multiprocessing pipes profile cProfile pstats profiling trace _aix_support _bootsubprocess',
  'is there a second time, written in C': '_pyio',
  'is for other systems': 'asyncio.proactor_events asyncio.windows_events asyncio.windows_utils nturl2path nt',
  'installs, builds or documents Python itself': 'ensurepip lib2to3 distutils venv pydoc pydoc_data doctest compileall py_compile pyclbr modulefinder pickletools tabnanny sysconfig _osx_support _ios_support _apple_support _android_support _missing_stdlib_info imp importlib.metadata importlib.simple importlib.readers stringprep zoneinfo antigravity this __hello__ __phello__ ',
};

const excluded = new Set(Object.values(leftOut).join(' ').split(/\s+/).filter(Boolean));

/** Of `encodings`, the tables of single-byte and East Asian character sets stay out: their codecs are not modelled. */
const encodings = new Set('__init__ aliases ascii latin_1 utf_8 utf_8_sig utf_16 utf_16_be utf_16_le utf_32 utf_32_be utf_32_le utf_7 cp1252 cp437 iso8859_1 iso8859_15 hex_codec base64_codec rot_13 raw_unicode_escape unicode_escape undefined charmap'.split(' '));

/** Whether a file of `python_stdlib.zip` is shipped. */
export function isShipped(path) {
  if (!path.endsWith('.py')) return false;
  const parts = path.slice(0, -'.py'.length).split('/');
  if (parts.some((part) => part === 'test' || part === 'tests' || part === '__main__' && parts[0] !== 'unittest' && parts[0] !== 'asyncio')) return false;
  if (parts[0] === 'encodings') return encodings.has(parts[1]);
  for (let i = 1; i <= parts.length; i++) if (excluded.has(parts.slice(0, i).join('.'))) return false;
  return true;
}
