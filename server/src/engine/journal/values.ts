import { repr } from '../text/repr.ts';
import { repr as floatRepr } from '../text/float.ts';
import { intToString } from '../text/numerals.ts';

const longest = 60;
/** Values beyond these are told by their type: to look into them would take long. */
const greatest = 10n ** BigInt(longest);
const longestText = 100_000;

/** A short text for a value that is no recorded object: its repr if it is a number or text, else its type. */
export function reprOfValue(type: string, value: string | number | bigint | null): string {
  if (type === 'NoneType') return 'None';
  if (value === null) return type;
  if (type === 'bool') return value === 0 ? 'False' : 'True';
  if (typeof value === 'bigint' && (value > greatest || value < -greatest)) return type;
  if (typeof value === 'string' && value.length > longestText) return type;
  const text = typeof value === 'string' ? repr(value.slice(0, longest + 1)) : type === 'float' ? floatRepr(Number(value)) : intToString(value, 0);
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
