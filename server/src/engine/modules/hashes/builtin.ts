import { TypeFlag } from '../../heap/heap.ts';
import type { Ref } from '../../heap/ref.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { native } from '../../objects/core/native.ts';
import { defineModule } from '../core/define.ts';
import { copying, fixedLength, HashObject, initialData, newHash, sizes, update } from './object.ts';
import type { NativeModuleName } from '../../versions/names.ts';

/** A module of CPython's own hashes; in which version it is there, its table of names says. */
function defineHashes(module: NativeModuleName, digests: Readonly<Record<string, string>>): void {
  const types = new Map<string, Ref>();
  for (const [digest, name] of Object.entries(digests)) {
    const handle = moduleTypeHandle();
    types.set(digest, handle);
    defineType({
      handle,
      name,
      module,
      flags: TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
      slots: {},
      methods: [copying, ...fixedLength, update('obj')],
      attributes: sizes,
    });
  }
  defineModule({
    name: module,
    types: [...types.values()],
    functions: [...types].map(([digest, type]) =>
      native(digest, "string=b'', *, usedforsecurity=True", (rt, _module, [data]) => newHash(rt, type, new HashObject(digest, initialData(rt, data!)))),
    ),
  });
}

defineHashes('_md5', { md5: 'MD5Type' });
defineHashes('_sha1', { sha1: 'SHA1Type' });
defineHashes('_sha2', { sha224: 'SHA224Type', sha256: 'SHA256Type', sha384: 'SHA384Type', sha512: 'SHA512Type' });
defineHashes('_sha256', { sha224: 'SHA224Type', sha256: 'SHA256Type' });
defineHashes('_sha512', { sha384: 'SHA384Type', sha512: 'SHA512Type' });
