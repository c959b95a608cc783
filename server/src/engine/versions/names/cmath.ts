export const cmathNames = `
  __name__ __doc__ __package__ __loader__ __spec__ acos() acosh() asin() asinh() atan() atanh() cos() cosh() exp() isclose() isfinite() isinf()
  isnan() log() log10() phase() polar() rect() sin() sinh() sqrt() tan() tanh() __file__:-13 pi e tau inf infj nan nanj
`;
