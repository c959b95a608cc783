import * as text from '../../text/str.ts';

/** Characters or bytes by index. */
export type Units = Uint8Array | Uint16Array | Uint32Array;

/** The characters of a str: its units where each is a character. */
export function unitsOf(value: string): Units {
  const { length } = value;
  const units = new Uint16Array(length);
  let surrogates = 0;
  for (let i = 0; i < length; i++) {
    const unit = value.charCodeAt(i);
    units[i] = unit;
    if ((unit & 0xf800) === 0xd800) surrogates++;
  }
  return surrogates > 1 && text.length(value) !== length ? Uint32Array.from(text.codePoints(value)) : units;
}

/** Strings below this length are converted each time. */
const worthKeeping = 64;
const most = 4;

/** The units of the long strings that were searched last: a loop over matches converts its string once. */
export class UnitsMemo {
  private readonly texts: string[] = [];
  private readonly units: Units[] = [];
  private oldest = 0;

  get(value: string): Units {
    if (value.length < worthKeeping) return unitsOf(value);
    const known = this.texts.indexOf(value);
    if (known >= 0) return this.units[known]!;
    const units = unitsOf(value);
    this.texts[this.oldest] = value;
    this.units[this.oldest] = units;
    this.oldest = (this.oldest + 1) % most;
    return units;
  }
}
