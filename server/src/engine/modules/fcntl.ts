import { putNumbers } from './core/constants.ts';
import { defineModule } from './core/define.ts';
import { fcntlNumbers } from './posix/systemnumbers.ts';

/** Known by its numbers, for those that import it to use it rarely. */
defineModule({ name: 'fcntl', init: (rt, put) => putNumbers(rt, put, fcntlNumbers) });
