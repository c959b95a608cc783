import { TypeFlag } from '../heap/heap.ts';
import { defineType, moduleTypeHandle } from '../objects/core/define.ts';
import { unsupported } from '../objects/core/unsupported.ts';
import { defineModule } from './core/define.ts';

/** The tokenizer of the interpreter as an iterator. `tokenize` imports it; making one is refused. */
const TOKENIZER_ITER = moduleTypeHandle();

defineType({
  handle: TOKENIZER_ITER,
  name: 'TokenizerIter',
  module: '_tokenize',
  flags: TypeFlag.IMMUTABLE,
  slots: { tp_new: () => unsupported('_tokenize.TokenizerIter') },
});

defineModule({ name: '_tokenize', types: [TOKENIZER_ITER] });
