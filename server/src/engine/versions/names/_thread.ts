export const threadPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ start_new_thread() start_new() start_joinable_thread():13- daemon_threads_allowed():12-
  allocate_lock() allocate() exit_thread() exit() interrupt_main() get_ident() get_native_id() _count() stack_size() _set_sentinel():-12 _excepthook()
  _is_main_interpreter():12- _shutdown():13- _make_thread_handle():13- _get_main_thread_ident():13- set_name():14- _get_name():14- _ThreadHandle:13-
  lock:13- LockType RLock _local error _ExceptHookArgs TIMEOUT_MAX _NAME_MAXLEN:14-
`;
