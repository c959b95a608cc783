export const mathNames = `
  __name__ __doc__ __package__ __loader__ __spec__ acos() acosh() asin() asinh() atan() atan2() atanh() cbrt() ceil() copysign() cos() cosh()
  degrees() dist() erf() erfc() exp() exp2() expm1() fabs() floor() fma():13- fmax():15- fmod() fmin():15- frexp() fsum() gamma() hypot() isclose()
  isfinite() isnormal():15- issubnormal():15- isinf() isnan() ldexp() lgamma() log() log1p() log10() log2() modf() pow() radians() remainder()
  signbit():15- sin() sinh() sqrt() tan() tanh() sumprod():12- trunc() prod() nextafter() ulp() __file__:-13 pi e tau inf nan comb() factorial() gcd()
  isqrt() lcm() perm() integer:15-
`;
