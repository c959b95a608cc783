import { inVersion } from './ranges.ts';

/**
 * How many more objects that the collector counts the import of a module written in C allocates in CPython than it does
 * here, where its types are there from the start: `module=count`, as measured in the reference environment. `ssl`,
 * which is not here, stands for what `asyncio` allocates by importing it, or by trying to.
 */
const table = `
  _ast=14:-12 _ast=12:13-13 _ast=56:14-14 _ast=59:15- _bisect=-2:-13 _collections=89:-11 _collections=93:12-12 _collections=92:13-14
  _collections=91:15- _contextvars=-2:-13 _csv=30:-11 _csv=29:12-14 _csv=30:15- _functools=46:-12 _functools=48:13-13 _functools=55:14-
  _heapq=-2:-13 _heapq=-1:14- _json=21:-13 _json=22:14-14 _json=23:15- _locale=5:-13 _locale=6:14-14 _locale=5:15- _opcode=-2:-13
  _operator=29:-12 _operator=33:13- _posixsubprocess=-2:-13 _queue=14:-13 _queue=16:14-14 _queue=13:15- _random=9:-13 _random=11:14-
  _sha2=38:12-13 _sha2=37:14-14 _sha2=38:15- _socket=9:-11 _socket=47:12-12 _socket=48:13-13 _socket=51:14-14 _socket=49:15- _sre=52:-11
  _sre=55:12-14 _sre=58:15- _statistics=-2:-13 _struct=28:-11 _struct=26:12-12 _struct=28:13-13 _struct=31:14- _tokenize=8 _typing=-2:-11
  binascii=7:-13 binascii=11:14-14 binascii=9:15- fcntl=-2:-13 itertools=204:-11 itertools=233:12-13 itertools=200:14- math=-2:-13
  math=-3:14-14 math=3:15- pwd=15 select=21:-13 select=22:14- unicodedata=16:-12 unicodedata=17:13-13 unicodedata=19:14-14
  unicodedata=30:15-
  ssl=3803:-11 ssl=1400:12-12 ssl=2478:13-13 ssl=175:15-
`;

export const moduleCosts = inVersion(
  table,
  (entries): ReadonlyMap<string, number> =>
    new Map(
      entries.map((entry) => {
        const [name = '', count = ''] = entry.split('=');
        return [name, Number(count)];
      }),
    ),
);
