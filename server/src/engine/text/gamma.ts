import { copySign } from './double.ts';
import { cos, exp, log, sin } from './elementary.ts';
import { power } from './power.ts';

/** Lanczos' approximation with the coefficients that CPython's own algorithm uses. */
const g = 6.024680040776729583740234375;
const gMinusHalf = 5.524680040776729583740234375;
const LOG_PI = 1.144729885849400174143427351353058711647;

const numerator = [
  23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
  35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
  6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
  248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
  2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
  8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
  2.5066282746310002701649081771338373386264310793408,
]; // prettier-ignore

const denominator = [0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1];

function lanczosSum(x: number): number {
  let top = 0;
  let bottom = 0;
  if (x < 5) {
    for (let i = numerator.length - 1; i >= 0; i--) {
      top = top * x + numerator[i]!;
      bottom = bottom * x + denominator[i]!;
    }
  } else {
    for (let i = 0; i < numerator.length; i++) {
      top = top / x + numerator[i]!;
      bottom = bottom / x + denominator[i]!;
    }
  }
  return top / bottom;
}

/** sin(πx), exact at multiples of 1/2. */
function sinPi(x: number): number {
  const y = Math.abs(x) % 2;
  switch (Math.round(2 * y)) {
    case 0:
      return copySign(1, x) * sin(Math.PI * y);
    case 1:
      return copySign(1, x) * cos(Math.PI * (y - 0.5));
    case 2:
      return copySign(1, x) * sin(Math.PI * (1 - y));
    case 3:
      return copySign(1, x) * -cos(Math.PI * (y - 1.5));
    default:
      return copySign(1, x) * sin(Math.PI * (y - 2));
  }
}

const factorials: readonly number[] = (() => {
  const found = [1];
  for (let i = 1; i < 23; i++) found.push(found[i - 1]! * i);
  return found;
})();

/** For a finite x that is no pole; an infinity is an overflow. Mirrors m_tgamma(). */
export function gamma(x: number): number {
  if (Number.isInteger(x) && x > 0 && x <= 23) return factorials[x - 1]!;
  const size = Math.abs(x);
  if (size < 1e-20) return 1 / x;
  if (size > 200) return x < 0 ? 0 / sinPi(x) : Infinity;
  const y = size + gMinusHalf;
  const error = size > gMinusHalf ? y - size - gMinusHalf : y - gMinusHalf - size;
  const z = (error * g) / y;
  if (x < 0) {
    let result = ((-Math.PI / sinPi(size) / size) * exp(y)) / lanczosSum(size);
    result -= z * result;
    if (size < 140) return result / power(y, size - 0.5);
    const root = power(y, size / 2 - 0.25);
    return result / root / root;
  }
  let result = lanczosSum(size) / exp(y);
  result += z * result;
  if (size < 140) return result * power(y, size - 0.5);
  const root = power(y, size / 2 - 0.25);
  return result * root * root;
}

/** For a finite x that is no pole. Mirrors m_lgamma(). */
export function logGamma(x: number): number {
  if (x === 1 || x === 2) return 0;
  const size = Math.abs(x);
  if (size < 1e-20) return -log(size);
  let result = log(lanczosSum(size)) - g;
  result += (size - 0.5) * (log(size + g - 0.5) - 1);
  return x < 0 ? LOG_PI - log(Math.abs(sinPi(size))) - log(size) - result : result;
}
