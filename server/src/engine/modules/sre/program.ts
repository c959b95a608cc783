import { isInCategory, lowerAscii, upperAscii, upperUnicode } from './characters.ts';
import { Op } from './opcodes.ts';

/** The code of a pattern, with what was found out about its sets of characters. */
export class Program {
  /** For each set that was asked, by its place in the code: 1 for the first 256 characters that are in it, 2 for those that are not. */
  private readonly known: (Uint8Array | undefined)[] = [];

  constructor(
    readonly code: Uint32Array,
    /** `\B` matches in an empty subject. */
    readonly emptyHasNonBoundary: boolean,
  ) {}

  /** Whether a character is in the set that begins at `at`. Mirrors SRE(charset)(). */
  has(at: number, point: number): boolean {
    if (point >= 256) return this.search(at, point);
    let known = this.known[at];
    if (known === undefined) this.known[at] = known = new Uint8Array(256);
    const answer = known[point]!;
    if (answer !== 0) return answer === 1;
    const found = this.search(at, point);
    known[point] = found ? 1 : 2;
    return found;
  }

  /** Mirrors SRE(charset_loc_ignore)(). */
  hasIgnoringCase(at: number, point: number): boolean {
    const lower = lowerAscii(point);
    const upper = upperAscii(point);
    return this.has(at, lower) || (upper !== lower && this.has(at, upper));
  }

  private search(start: number, point: number): boolean {
    const { code } = this;
    let at = start;
    let found = true;
    for (;;) {
      switch (code[at++]) {
        case Op.FAILURE:
          return !found;
        case Op.LITERAL:
          if (point === code[at]) return found;
          at++;
          break;
        case Op.CATEGORY:
          if (isInCategory(code[at]!, point)) return found;
          at++;
          break;
        case Op.CHARSET:
          if (point < 256 && (code[at + (point >> 5)]! & (1 << (point & 31))) !== 0) return found;
          at += 8;
          break;
        case Op.RANGE:
          if (code[at]! <= point && point <= code[at + 1]!) return found;
          at += 2;
          break;
        case Op.RANGE_UNI_IGNORE: {
          if (code[at]! <= point && point <= code[at + 1]!) return found;
          const upper = upperUnicode(point);
          if (code[at]! <= upper && upper <= code[at + 1]!) return found;
          at += 2;
          break;
        }
        case Op.NEGATE:
          found = !found;
          break;
        case Op.BIGCHARSET: {
          const blocks = code[at]!;
          at++;
          if (point < 0x10000) {
            const index = point >> 8;
            const block = (code[at + (index >> 2)]! >>> ((index & 3) * 8)) & 0xff;
            if ((code[at + 64 + block * 8 + ((point & 255) >> 5)]! & (1 << (point & 31))) !== 0) return found;
          }
          at += 64 + blocks * 8;
          break;
        }
        default:
          return false;
      }
    }
  }
}
