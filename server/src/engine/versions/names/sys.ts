export const sysNames = `
  __name__ __doc__ __package__ __loader__ __spec__ addaudithook() audit() breakpointhook() _clear_internal_caches():13- _clear_type_cache()
  _current_frames() _current_exceptions() displayhook() exception() exc_info() excepthook() exit() getdefaultencoding() getdlopenflags()
  getallocatedblocks() getunicodeinternedsize():12- getfilesystemencoding() getfilesystemencodeerrors() _getquickenedcount():-11 getrefcount()
  getrecursionlimit() getsizeof() _getframe() _getframemodulename():12- _is_immortal():14- intern() _is_interned():13- is_finalizing()
  setswitchinterval() getswitchinterval() setdlopenflags() setprofile() _setprofileallthreads():12- getprofile() setrecursionlimit() settrace()
  _settraceallthreads():12- gettrace() call_tracing() _debugmallocstats() set_coroutine_origin_tracking_depth() get_coroutine_origin_tracking_depth()
  set_asyncgen_hooks() get_asyncgen_hooks() activate_stack_trampoline():12- deactivate_stack_trampoline():12- is_stack_trampoline_active():12-
  is_remote_debug_enabled():14- remote_exec():14- unraisablehook() get_int_max_str_digits() set_int_max_str_digits() get_lazy_imports():15-
  set_lazy_imports():15- get_lazy_imports_filter():15- set_lazy_imports_filter():15- _baserepl():13- _get_cpu_count_config():13-
  _clear_type_descriptors():14-14 _is_gil_enabled():13- _dump_tracelets():14- modules lazy_modules:15- stderr __stderr__ __displayhook__()
  __excepthook__() __breakpointhook__() __unraisablehook__() version hexversion _git _framework api_version copyright platform maxsize float_info
  int_info hash_info maxunicode builtin_module_names stdlib_module_names byteorder abiflags version_info implementation flags float_repr_style
  thread_info abi_info:15- meta_path path_importer_cache path_hooks monitoring:12- _jit:14- path executable _base_executable prefix base_prefix
  exec_prefix base_exec_prefix platlibdir pycache_prefix argv orig_argv warnoptions _xoptions _stdlib_dir dont_write_bytecode __stdin__ stdin
  __stdout__ stdout _home __interactivehook__
`;
