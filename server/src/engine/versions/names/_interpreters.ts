export const interpretersPrivateNames = `
  __name__:13- __doc__:13- __package__:13- __loader__:13- __spec__:13- new_config():13- create():13- destroy():13- list_all():13- get_current():13-
  get_main():13- is_running():13- get_config():13- whence():13- exec():13- call():13- run_string():13- run_func():13- set___main___attrs():13-
  incref():13- decref():13- is_shareable():13- capture_exception():13- __file__:13- WHENCE_UNKNOWN:13- WHENCE_RUNTIME:13- WHENCE_LEGACY_CAPI:13-
  WHENCE_CAPI:13- WHENCE_XI:13- WHENCE_STDLIB:13- InterpreterError:13- InterpreterNotFoundError:13- NotShareableError:13-
  CrossInterpreterBufferView:13-
`;
