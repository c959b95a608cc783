export const opcodePrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ stack_effect() is_valid():13- has_arg():13- has_const():13- has_name():13- has_jump():13-
  has_free():13- has_local():13- has_exc():13- get_specialization_stats() get_nb_ops():13- get_intrinsic1_descs():13- get_intrinsic2_descs():13-
  get_executor():13- __file__:-13 get_special_method_names():14- ENABLE_SPECIALIZATION:13- ENABLE_SPECIALIZATION_FT:14-14
`;
