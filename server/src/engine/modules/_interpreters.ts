import { defineModule } from './core/define.ts';

/** There is one interpreter; others are known by name, and making one is refused. */
defineModule({ name: '_interpreters' });
