import { defineModule } from './core/define.ts';

/** The hashes are known by name, for those that import them to use them rarely; computing one is refused. */
defineModule({ name: '_sha2' });
defineModule({ name: '_sha512' });
