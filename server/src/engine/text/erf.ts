import { exp } from './elementary.ts';
import { highWord } from './double.ts';

/** The error function by the approximations of Sun's fdlibm, which the C library uses. */

const erx = 0.845062911510467529297;
const efx = 0.128379167095512586316;
const pp = [0.128379167095512558561, -0.325042107247001499370, -0.0284817495755985104766, -0.00577027029648944159157, -2.37630166566501626084e-5];
const qq = [1, 0.397917223959155352819, 0.0650222499887672944485, 0.00508130628187576562776, 1.32494738004321644526e-4, -3.96022827877536812320e-6];
const pa = [
  -0.00236211856075265944077, 0.414856118683748331666, -0.372207876035701323847, 0.318346619901161753674, -0.110894694282396677476,
  0.0354783043256182359371, -0.00216637559486879084300,
]; // prettier-ignore
const qa = [
  1, 0.106420880400844228286, 0.540397917702171048937, 0.0718286544141962662868, 0.126171219808761642112, 0.0136370839120290507362,
  0.0119844998467991074170,
]; // prettier-ignore
const ra = [
  -0.00986494403484714822705, -0.693858572707181764372, -10.5586262253232909814, -62.3753324503260060396, -162.396669462573470355,
  -184.605092906711035994, -81.2874355063065934246, -9.81432934416914548592,
]; // prettier-ignore
const sa = [
  1, 19.6512716674392571292, 137.657754143519042600, 434.565877475229228821, 645.387271733267880336, 429.008140027567833386,
  108.635005541779435134, 6.57024977031928170135, -0.0604244152148580987438,
]; // prettier-ignore
const rb = [
  -0.00986494292470009928597, -0.799283237680523006574, -17.7579549177547519889, -160.636384855821916062, -637.566443368389627722,
  -1025.09513161107724954, -483.519191608651397019,
]; // prettier-ignore
const sb = [
  1, 30.3380607434824582924, 325.792512996573918826, 1536.72958608443695994, 3199.85821950859553908, 2553.05040643316442583,
  474.528541206955367215, -22.4409524465858183362,
]; // prettier-ignore

/** A polynomial, two terms at a time. */
function polynomial(coefficients: readonly number[], x: number): number {
  const square = x * x;
  let power = 1;
  let sum = 0;
  for (let i = 0; i < coefficients.length; i += 2) {
    const next = coefficients[i + 1];
    const pair = next === undefined ? coefficients[i]! : coefficients[i]! + x * next;
    sum = i === 0 ? pair : sum + power * pair;
    power = i === 0 ? square : i === 6 ? square * square * (square * square) : power * square;
  }
  return sum;
}

/** exp(−x²) · … for a large x, the exponent split so that nothing of it is lost. */
function tail(x: number, limit: number): number {
  const s = 1 / (x * x);
  const near = (highWord(x) & 0x7fffffff) < limit;
  const ratio = polynomial(near ? ra : rb, s) / polynomial(near ? sa : sb, s);
  const z = withoutLowWord(x);
  return (exp(-z * z - 0.5625) * exp((z - x) * (z + x) + ratio)) / x;
}

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

function withoutLowWord(x: number): number {
  double[0] = x;
  words[0] = 0;
  return double[0]!;
}

export function erf(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x)) return x;
  if (size < 0.84375) {
    if (size < 2 ** -28) return size < 2.2250738585072014e-308 ? 0.0625 * (16 * x + 16 * efx * x) : x + efx * x;
    const z = x * x;
    return x + x * (polynomial(pp, z) / polynomial(qq, z));
  }
  if (size < 1.25) {
    const s = size - 1;
    const ratio = polynomial(pa, s) / polynomial(qa, s);
    return x > 0 ? erx + ratio : -erx - ratio;
  }
  if (size >= 6) return Math.sign(x);
  const rest = tail(size, 0x4006db6e);
  return x > 0 ? 1 - rest : rest - 1;
}

export function erfc(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x)) return x;
  if (size < 0.84375) {
    if (size < 2 ** -56) return 1 - x;
    const z = x * x;
    const y = polynomial(pp, z) / polynomial(qq, z);
    return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x * y + (x - 0.5));
  }
  if (size < 1.25) {
    const s = size - 1;
    const ratio = polynomial(pa, s) / polynomial(qa, s);
    return x > 0 ? 1 - erx - ratio : 1 + (erx + ratio);
  }
  if (size >= 28 || x < -6) return x > 0 ? 0 : 2;
  const rest = tail(size, 0x4006db6d);
  return x > 0 ? rest : 2 - rest;
}
