export const csvPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ reader() writer() register_dialect() list_dialects() unregister_dialect() get_dialect()
  field_size_limit() __file__:-13 Dialect Reader Writer __version__:-12 _dialects QUOTE_MINIMAL QUOTE_ALL QUOTE_NONNUMERIC QUOTE_NONE
  QUOTE_STRINGS:12- QUOTE_NOTNULL:12- Error
`;
