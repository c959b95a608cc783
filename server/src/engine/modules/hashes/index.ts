import './blake2.ts';
import './builtin.ts';
import './hmac.ts';
import './openssl.ts';
