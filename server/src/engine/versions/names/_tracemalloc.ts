export const tracemallocPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ is_tracing() clear_traces() _get_traces() _get_object_traceback() start() stop()
  get_traceback_limit() get_tracemalloc_memory() get_traced_memory() reset_peak()
`;
