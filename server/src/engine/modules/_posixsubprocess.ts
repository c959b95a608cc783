import { defineModule } from './core/define.ts';

/** There are no other processes: starting one is refused. */
defineModule({ name: '_posixsubprocess' });
