export const operatorPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ truth() contains() indexOf() countOf() is_() is_not() is_none():14- is_not_none():14- index() add()
  sub() mul() matmul() floordiv() truediv() mod() neg() pos() abs() inv() invert() lshift() rshift() not_() and_() xor() or_() iadd() isub() imul()
  imatmul() ifloordiv() itruediv() imod() ilshift() irshift() iand() ixor() ior() concat() iconcat() getitem() setitem() delitem() pow() ipow() eq()
  ne() lt() le() gt() ge() _compare_digest() length_hint() call() attrgetter itemgetter methodcaller
`;
