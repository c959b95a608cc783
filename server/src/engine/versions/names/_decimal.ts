export const decimalPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ getcontext() setcontext() localcontext() IEEEContext():14- __getattr__():15- __file__ Decimal
  Context DecimalTuple DecimalException Clamped Rounded Inexact Subnormal Underflow Overflow DivisionByZero FloatOperation InvalidOperation
  ConversionSyntax DivisionImpossible DivisionUndefined InvalidContext DefaultContext HAVE_CONTEXTVAR HAVE_THREADS BasicContext ExtendedContext
  MAX_PREC MAX_EMAX MIN_EMIN MIN_ETINY IEEE_CONTEXT_MAX_BITS:14- ROUND_UP ROUND_DOWN ROUND_CEILING ROUND_FLOOR ROUND_HALF_UP ROUND_HALF_DOWN
  ROUND_HALF_EVEN ROUND_05UP __version__:-14 SPEC_VERSION:15- __libmpdec_version__
`;
