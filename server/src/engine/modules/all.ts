/** Registers every module written in TypeScript. */
import './_collections/index.ts';
import './_functools/index.ts';
import './_operator/index.ts';
import './atexit.ts';
import './builtins/index.ts';
import './errno.ts';
import './gc/index.ts';
import './itertools/index.ts';
import './io/index.ts';
import './os/index.ts';
import './os/posixpath.ts';
import './posix/index.ts';
import './sre/index.ts';
import './sys/index.ts';
import './time/index.ts';
import './weakref/_weakref.ts';
import './weakref/weakref.ts';
