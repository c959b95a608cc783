import type { CaretWidth } from '../versions/errors.ts';

/** How wide characters are on a terminal, as far as carets under a source line have to know it. */

/** Characters of East Asian width W or F, Unicode 17: gap and length of each run, in base 36. */
const wideRuns =
  '3cw 2n 3i3 1 e 1 5b 3 4 0 3 0 ei 1 m 1 r 7 h b 18 0 b 5 4 0 e 0 9 1 i 1 6 1 9 0 6 0 m 0 8 1 2 0 5 0 3 0 8 0 5 1 t 0 ' +
  '10 0 2 0 5 2 2 0 1q 2 p 0 f 0 nw 1 1g 0 5 0 mj p 2 2g d 5x r 26 3 2d 3 2u 6 16 2 2l 2 2d a 1b 2 13 9 mkc 4 1i wq s ' +
  'hw 8mb 6l9 e7 lt 9 n y 2 i 2 3 46 2n 3k 6 m4a 4 c 6 a 5p1 16 v 2q 36 6pq 3 2 6 2 1 2 82 g 0 u 2 3 0 f 3 9 az 6bp 2e ' +
  'a m 5n2 0 5n 0 5b 0 3 9 2u 2 e 17 5 8 8 1 f 5 4b w d 8 2 1x 2 l d 16 5 4 d g 4 0 4 1y 2 0 2 56 3 1q e 3 2 n j 0 r 1 ' +
  'e 0 2f 2c 1d 1x 7 0 4 2 3 3 4 3 c 1 8 8 6c b 5 0 7w 1a 2 9 2 54 35 c 4 a 4 1k 2 0 5 f 3 b 5 9 zs 1ekd 3 1ekd';

/** Characters that combine with the one before, Unicode 17, written alike. */
const combiningRuns =
  'lc 26 2 v 7o 4 7e 18 2 0 2 1 2 1 2 0 21 a 1d k h 0 2u 6 3 5 3 1 2 3 10 0 v q 4h 8 a 0 p 3 2 8 2 2 2 4 18 2 1o 8 17 n ' +
  '2 s 1p 0 h 0 4 3 2w 0 h 0 1d 0 1q 0 h 0 33 0 h 0 33 0 h 0 3k 0 33 0 h 0 8 1 2u 0 h 0 32 1 h 0 3h 0 32 2 e 3 31 2 e 3 ' +
  '25 1 s 0 2 0 2 0 1k 1 2 0 6 3 3 0 2 2 2 1 1r 0 35 0 2 1 2b 0 k0 2 qd 1 v 0 4e 0 b 0 5o 0 40 2 64 1 20 0 l 7 3 0 1d d ' +
  '2 u 3 b 21 0 g 0 13 8 1j 1 1n 0 c 1 1w 0 49 2 2 c 2 6 5 0 7 0 4 1 5j 1r k1 c 5 0 4 b 2db 2 3y 0 2p v ff 5 2y 1 n9x 0 ' +
  '5 9 x 1 29 1 7p 0 12 0 48 0 s h 1m 2 12 0 2o 0 d 0 6o 0 2 2 3 1 6 1 2 0 1h 0 6v 0 fn5 0 le f r2 0 6b 0 46 4 1ar 0 2 ' +
  '0 15 2 5 0 4m 1 fy 3 1u 4 8u 1 26 1 2 2 1z a 1e 3 5d 0 16 0 f 0 1m 1 1y 2 1d 1 1r 0 25 0 a 0 2z 1 4z 1 29 1 h 0 p 6 ' +
  '4 4 2i 2 36 0 4 0 o 0 2s 1 70 1 3j 0 3b 1 38 0 7i 1 77 1 5 0 4d 0 2c 0 j 0 2a 0 bq 0 77 0 2 1 2a 0 bu 1 d0t 0 1xd 4 ' +
  '1o 6 xm 1 f59 0 43r 4 4 5 9 7 3 6 v 3 45 2 2po 6 2 g 3 6 2 1 2 4 2t 0 4h 6 ag 0 1q 3 e5 3 73 1 6s 0 3 0 8 1 6 0 d7 6 ' +
  '32 6';

/** A predicate of code points from runs, searched by halving. */
function memberOf(runs: string): (code: number) => boolean {
  const bounds: number[] = [];
  let at = 0;
  for (const part of runs.split(' ')) bounds.push((at += parseInt(part, 36)));
  return (code) => {
    let low = 0;
    let high = bounds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bounds[middle]! <= code) low = middle + 1;
      else high = middle;
    }
    // Even bounds start a run, odd ones are its last character.
    return low % 2 === 1 || (low > 0 && bounds[low - 1] === code);
  };
}

const isWide = memberOf(wideRuns);
const isCombining = memberOf(combiningRuns);

function characterWidth(character: string, kind: CaretWidth): number {
  const code = character.codePointAt(0)!;
  if (code < 128) return 1;
  if (kind === 'wide and combining' && (isCombining(code) || (code !== 0xad && /\p{Cf}/u.test(character)))) return 0;
  return isWide(code) ? 2 : 1;
}

/** Columns that these characters take. */
export function displayWidth(characters: readonly string[], kind: CaretWidth): number {
  let width = 0;
  for (const character of characters) width += characterWidth(character, kind);
  return width;
}
