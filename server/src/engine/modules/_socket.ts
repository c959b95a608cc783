import { TypeFlag } from '../heap/heap.ts';
import { OS_ERROR, TIMEOUT_ERROR, TRUE } from '../heap/known.ts';
import { CONTAINER, defineType, moduleTypeHandle } from '../objects/core/define.ts';
import { newPlaceholder } from '../objects/placeholder.ts';
import { unsupported } from '../objects/core/unsupported.ts';
import { putNumbers } from './core/constants.ts';
import { defineModule } from './core/define.ts';
import { socketNumbers } from './posix/systemnumbers.ts';

const SOCKET = moduleTypeHandle();
const HERROR = moduleTypeHandle();
const GAIERROR = moduleTypeHandle();

defineType({
  handle: SOCKET,
  name: 'socket',
  module: '_socket',
  flags: TypeFlag.IMMUTABLE | TypeFlag.BASETYPE,
  slots: { tp_new: () => unsupported('sockets') },
});

defineType({ handle: HERROR, name: 'herror', module: 'socket', base: OS_ERROR, flags: CONTAINER, slots: {}, addsLayout: false });
defineType({ handle: GAIERROR, name: 'gaierror', module: 'socket', base: OS_ERROR, flags: CONTAINER, slots: {}, addsLayout: false });

/** The machine has no network: sockets are known by their numbers and errors, and making one is refused. */
defineModule({
  name: '_socket',
  types: [SOCKET, HERROR, GAIERROR],
  init: (rt, put) => {
    put('error', rt.heap.incref(OS_ERROR));
    put('timeout', rt.heap.incref(TIMEOUT_ERROR));
    put('SocketType', rt.heap.incref(SOCKET));
    put('CAPI', newPlaceholder(rt, '_socket.CAPI'));
    put('has_ipv6', TRUE);
    put('BDADDR_ANY', rt.newStr('00:00:00:00:00:00'));
    put('BDADDR_LOCAL', rt.newStr('00:00:00:FF:FF:FF'));
    putNumbers(rt, put, socketNumbers);
  },
});
