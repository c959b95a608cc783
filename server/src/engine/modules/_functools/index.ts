import { defineModule } from '../core/define.ts';
import { cmpToKey } from './cmpkey.ts';
import { LRU_CACHE } from './lrucache.ts';
import { PARTIAL } from './partial.ts';
import { placeholder, PLACEHOLDER_TYPE } from './placeholder.ts';
import { reduce } from './reduce.ts';

defineModule({
  name: '_functools',
  functions: [reduce, cmpToKey],
  types: [PARTIAL, LRU_CACHE, PLACEHOLDER_TYPE],
  init: (rt, put) => put('Placeholder', rt.heap.incref(placeholder(rt))),
});
