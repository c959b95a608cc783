import { TypeFlag } from '../heap/heap.ts';
import { OS_ERROR } from '../heap/known.ts';
import { defineType, moduleTypeHandle } from '../objects/core/define.ts';
import { unsupported } from '../objects/core/unsupported.ts';
import { putNumbers } from './core/constants.ts';
import { defineModule } from './core/define.ts';
import { selectNumbers } from './posix/systemnumbers.ts';

const EPOLL = moduleTypeHandle();

defineType({
  handle: EPOLL,
  name: 'epoll',
  module: 'select',
  flags: TypeFlag.IMMUTABLE,
  slots: { tp_new: () => unsupported('select.epoll') },
});

/** Nothing that could be waited for is modelled; `selectors` looks for what there is. */
defineModule({
  name: 'select',
  types: [EPOLL],
  init: (rt, put) => {
    put('error', rt.heap.incref(OS_ERROR));
    putNumbers(rt, put, selectNumbers);
  },
});
