export const unicodedataNames = `
  __name__ __doc__ __package__ __loader__ __spec__ block():15- grapheme_cluster_break():15- indic_conjunct_break():15- extended_pictographic():15-
  iter_graphemes():15- isxidstart():15- isxidcontinue():15- decimal() digit() numeric() category() bidirectional() combining() mirrored()
  east_asian_width() decomposition() name() lookup() is_normalized() normalize() __file__:-13 unidata_version UCD ucd_3_2_0 _ucnhash_CAPI
`;
