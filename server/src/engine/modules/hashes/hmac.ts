import { defineModule } from '../core/define.ts';

/** What `hmac` falls back on for hashes that OpenSSL has not; it is imported, and using it is refused. */
defineModule({ name: '_hmac' });
