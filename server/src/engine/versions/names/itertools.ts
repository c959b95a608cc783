export const itertoolsNames = `
  __name__ __doc__ __package__ __loader__ __spec__ tee() accumulate batched:12- chain combinations compress count combinations_with_replacement cycle
  dropwhile filterfalse groupby _grouper islice pairwise permutations product repeat starmap takewhile _tee _tee_dataobject zip_longest
`;
