import { defineModule } from '../core/define.ts';
import { ACCUMULATE } from './accumulate.ts';
import { BATCHED } from './batched.ts';
import { CHAIN } from './chain.ts';
import { COMBINATIONS, COMBINATIONS_WITH_REPLACEMENT } from './combinations.ts';
import { COUNT } from './count.ts';
import { CYCLE } from './cycle.ts';
import { COMPRESS, DROP_WHILE, FILTER_FALSE, TAKE_WHILE } from './filters.ts';
import { GROUPBY, GROUPER } from './groupby.ts';
import { ISLICE } from './islice.ts';
import { PAIRWISE } from './pairwise.ts';
import { PERMUTATIONS } from './permutations.ts';
import { PRODUCT } from './product.ts';
import { REPEAT } from './repeat.ts';
import { STARMAP } from './starmap.ts';
import { TEE, tee } from './tee.ts';
import { TEE_CHUNK } from './teechunk.ts';
import { ZIP_LONGEST } from './ziplongest.ts';

defineModule({
  name: 'itertools',
  functions: [tee],
  types: [
    ACCUMULATE,
    BATCHED,
    CHAIN,
    COMBINATIONS,
    COMBINATIONS_WITH_REPLACEMENT,
    COMPRESS,
    COUNT,
    CYCLE,
    DROP_WHILE,
    FILTER_FALSE,
    GROUPBY,
    GROUPER,
    ISLICE,
    PAIRWISE,
    PERMUTATIONS,
    PRODUCT,
    REPEAT,
    STARMAP,
    TAKE_WHILE,
    TEE,
    TEE_CHUNK,
    ZIP_LONGEST,
  ],
});
