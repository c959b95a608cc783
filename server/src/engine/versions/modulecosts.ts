import { inVersion } from './ranges.ts';

/**
 * How many more objects that the collector counts the import of a module written in C allocates in CPython than it does
 * here, where its types are there from the start: `module=count`, as measured in the reference environment.
 */
const table = `
  _bisect=1:-11 _bisect=2:12-12 _bisect=1:13-13 _bisect=3:14-14 _collections=91:-11 _collections=96:12-13 _collections=95:14-14 _collections=94:15-
  _contextvars=-1:-11 _contextvars=-2:12- _functools=41:-12 _functools=43:13-13 _functools=51:14- _heapq=-2:14- _json=27:-11 _json=26:12-12
  _json=27:13- _locale=8 _operator=31:-12 _operator=35:13-13 _operator=31:14-14 _operator=29:15- _random=10:-11 _random=9:12-12 _random=10:13-13
  _random=9:14-14 _random=7:15- _sha2=44:12-13 _sha2=43:14-14 _sha2=47:15- _sre=58:-11 _sre=61:12-12 _sre=67:13- _string=-1:-13 _string=-2:14- _struct=34:-11 _struct=33:12-12
  _struct=35:13-13 _struct=37:14-14 _struct=36:15- _tracemalloc=-1:-13 _tracemalloc=-2:14- itertools=208:-11 itertools=239:12-13 itertools=205:14-
  math=1:12-12 math=-4:14-14 math=9:15- select=24:-12 select=25:13-13 select=23:14-14 select=24:15- unicodedata=18:-11 unicodedata=19:12-12
  unicodedata=21:13-13 unicodedata=20:14-14 unicodedata=34:15-
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
