import { defineModule } from './core/define.ts';

/** The hashes are known by name, for those that import them to use them rarely; computing one is refused. */
defineModule({ name: '_sha2', origin: 'built-in' });
defineModule({ name: '_sha512', origin: 'built-in' });
