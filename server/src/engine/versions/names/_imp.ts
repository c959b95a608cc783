export const impPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ extension_suffixes() lock_held() acquire_lock() release_lock() find_frozen() get_frozen_object()
  is_frozen_package() create_builtin() init_frozen() is_builtin() is_frozen() _frozen_module_names() _override_frozen_modules_for_tests()
  _override_multi_interp_extensions_check():12- create_dynamic() exec_dynamic() exec_builtin() _fix_co_filename() source_hash()
  _set_lazy_attributes():15- check_hash_based_pycs pyc_magic_number_token:14-
`;
