export const faulthandlerNames = `
  __name__ __doc__ __package__ __loader__ __spec__ enable() disable() is_enabled() dump_traceback() dump_c_stack():14- dump_traceback_later()
  cancel_dump_traceback_later() register() unregister() _read_null():-14 _sigsegv() _fatal_error_c_thread() _sigabrt() _sigfpe() _stack_overflow()
`;
