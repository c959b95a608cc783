import { moduleTypeHandle } from '../../objects/core/define.ts';

/** The types of `_io`, each written in a file of its own. */
export const IO_BASE = moduleTypeHandle();
export const RAW_IO_BASE = moduleTypeHandle();
export const BUFFERED_IO_BASE = moduleTypeHandle();
export const TEXT_IO_BASE = moduleTypeHandle();
export const FILE_IO = moduleTypeHandle();
export const BYTES_IO = moduleTypeHandle();
export const STRING_IO = moduleTypeHandle();
export const BUFFERED_READER = moduleTypeHandle();
export const BUFFERED_WRITER = moduleTypeHandle();
export const BUFFERED_RANDOM = moduleTypeHandle();
export const BUFFERED_RW_PAIR = moduleTypeHandle();
export const TEXT_IO_WRAPPER = moduleTypeHandle();
export const NEWLINE_DECODER = moduleTypeHandle();
export const UNSUPPORTED_OPERATION = moduleTypeHandle();
