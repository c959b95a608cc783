/** Fields of `time.struct_time`. */
export interface BrokenDownTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Monday is 0. */
  readonly weekday: number;
  /** 1 January is 1. */
  readonly yearday: number;
  /** Name of the zone, where it is known. */
  readonly zone?: string;
}

const secondsPerDay = 86400;

/** Proleptic Gregorian calendar, UTC; `seconds` whole, since 1970. */
export function breakDown(seconds: number, zone: string): BrokenDownTime {
  const date = new Date(seconds * 1000);
  const day = Math.floor(seconds / secondsPerDay);
  const january = Date.UTC(date.getUTCFullYear(), 0, 1) / 1000 / secondsPerDay;
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    weekday: (((day + 3) % 7) + 7) % 7,
    yearday: day - january + 1,
    zone,
  };
}

/** Seconds since 1970 of a date in UTC; fields beyond their range carry over. */
export const toSeconds = ({ year, month, day, hour, minute, second }: BrokenDownTime): number =>
  Date.UTC(year, month - 1, day, hour, minute, second) / 1000;

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const monthNames = 'January February March April May June July August September October November December'.split(' ');

const pad = (value: number, width = 2, fill = '0'): string => String(value).padStart(width, fill);

/** `asctime`'s form. */
export const asctime = (t: BrokenDownTime): string =>
  `${dayNames[t.weekday]!.slice(0, 3)} ${monthNames[t.month - 1]!.slice(0, 3)} ${pad(t.day, 2, ' ')} ${pad(t.hour)}:${pad(t.minute)}:${pad(t.second)} ${t.year}`;

/** One directive of strftime in the C locale; null if it is not modelled. */
function directive(t: BrokenDownTime, code: string): string | null {
  switch (code) {
    case 'a':
      return dayNames[t.weekday]!.slice(0, 3);
    case 'A':
      return dayNames[t.weekday]!;
    case 'b':
    case 'h':
      return monthNames[t.month - 1]!.slice(0, 3);
    case 'B':
      return monthNames[t.month - 1]!;
    case 'c':
      return asctime(t);
    case 'C':
      return pad(Math.floor(t.year / 100));
    case 'd':
      return pad(t.day);
    case 'D':
    case 'x':
      return `${pad(t.month)}/${pad(t.day)}/${pad(t.year % 100)}`;
    case 'e':
      return pad(t.day, 2, ' ');
    case 'F':
      return `${t.year}-${pad(t.month)}-${pad(t.day)}`;
    case 'H':
      return pad(t.hour);
    case 'I':
      return pad(t.hour % 12 === 0 ? 12 : t.hour % 12);
    case 'j':
      return pad(t.yearday, 3);
    case 'm':
      return pad(t.month);
    case 'M':
      return pad(t.minute);
    case 'n':
      return '\n';
    case 'p':
      return t.hour < 12 ? 'AM' : 'PM';
    case 'R':
      return `${pad(t.hour)}:${pad(t.minute)}`;
    case 'r':
      return `${pad(t.hour % 12 === 0 ? 12 : t.hour % 12)}:${pad(t.minute)}:${pad(t.second)} ${t.hour < 12 ? 'AM' : 'PM'}`;
    case 'S':
      return pad(t.second);
    case 't':
      return '\t';
    case 'T':
    case 'X':
      return `${pad(t.hour)}:${pad(t.minute)}:${pad(t.second)}`;
    case 'u':
      return String(t.weekday + 1);
    case 'U':
      return pad(Math.floor((t.yearday + 6 - ((t.weekday + 1) % 7)) / 7));
    case 'w':
      return String((t.weekday + 1) % 7);
    case 'W':
      return pad(Math.floor((t.yearday + 6 - t.weekday) / 7));
    case 'y':
      return pad(t.year % 100);
    case 'Y':
      return String(t.year);
    case 'z':
      return '+0000';
    case 'Z':
      return t.zone ?? null;
    case '%':
      return '%';
    default:
      return null;
  }
}

const alternativeDigits = 'bBCdeHImMpSuUVwWy';
const alternativeEras = 'cCxXyY';

/** The text, or the directive that is not modelled. */
export function strftime(t: BrokenDownTime, format: string): { readonly text: string } | { readonly unknown: string } {
  let text = '';
  for (let i = 0; i < format.length; i++) {
    const c = format[i]!;
    if (c !== '%') {
      text += c;
      continue;
    }
    let code = format[++i] ?? '';
    // Other digits and eras are a locale's, and the C locale has none.
    if ((code === 'O' && alternativeDigits.includes(format[i + 1] ?? ' ')) || (code === 'E' && alternativeEras.includes(format[i + 1] ?? ' '))) code = format[++i]!;
    const shown = directive(t, code);
    if (shown === null) return { unknown: `%${code}` };
    text += shown;
  }
  return { text };
}
