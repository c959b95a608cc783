import { BLOCKING_IO_ERROR } from '../../heap/known.ts';
import { modulesOf } from '../../versions/modules.ts';
import { defineModule } from '../core/define.ts';
import './bases.ts';
import './buffered-types.ts';
import './bytesio.ts';
import './fileio-type.ts';
import './iobase.ts';
import './newlinedecoder.ts';
import { openFunctions } from './open.ts';
import './rwpair.ts';
import './stringio.ts';
import './textio.ts';
import * as types from './types.ts';

defineModule({
  name: '_io',
  complete: true,
  functions: openFunctions,
  types: [
    types.IO_BASE,
    types.RAW_IO_BASE,
    types.BUFFERED_IO_BASE,
    types.TEXT_IO_BASE,
    types.FILE_IO,
    types.BYTES_IO,
    types.STRING_IO,
    types.BUFFERED_READER,
    types.BUFFERED_WRITER,
    types.BUFFERED_RANDOM,
    types.BUFFERED_RW_PAIR,
    types.TEXT_IO_WRAPPER,
    types.NEWLINE_DECODER,
    types.UNSUPPORTED_OPERATION,
    BLOCKING_IO_ERROR,
  ],
  init: (rt, put) => put('DEFAULT_BUFFER_SIZE', rt.newInt(modulesOf(rt.profile.version).streams.defaultBufferSize)),
});
