import type { Matcher } from './matcher.ts';
import { At, Info, Op } from './opcodes.ts';

/** Looks for a match from `start` on; it then lies between `start` and `ptr`. Mirrors SRE(search)(). */
export function search(matcher: Matcher): boolean {
  const { code } = matcher.program;
  const from = matcher.start;
  if (from > matcher.end) return false;
  if (code[0] !== Op.INFO) return searchEverywhere(matcher, 0, matcher.end);
  const body = code[1]! + 1;
  const flags = code[2]!;
  const least = code[3]!;
  if (matcher.end - from < least) return false;
  if ((flags & Info.PREFIX) !== 0) return code[5] === 1 ? searchLiteral(matcher, body, flags) : searchPrefix(matcher, body, flags);
  if ((flags & Info.CHARSET) !== 0) return searchCharset(matcher, body);
  return searchEverywhere(matcher, body, least > 1 ? Math.max(from, matcher.end - least + 1) : matcher.end);
}

/** Whether the rest of the pattern matches behind the `skip` characters of a prefix that was found at `at`. */
function matchesFrom(matcher: Matcher, body: number, at: number, skip: number): boolean {
  matcher.start = at;
  matcher.ptr = at + skip;
  return matcher.match(body + 2 * skip, 0);
}

function foundLiteral(matcher: Matcher, at: number, skip: number): true {
  matcher.start = at;
  matcher.ptr = at + skip;
  return true;
}

/** The pattern begins with one character. */
function searchLiteral(matcher: Matcher, body: number, flags: number): boolean {
  const { units, end } = matcher;
  const { code } = matcher.program;
  const skip = code[6]!;
  const literal = code[7]!;
  matcher.mustAdvance = false;
  for (let at = matcher.start; at < end; at++) {
    const from = at;
    while (units[at] !== literal) if (++at >= end) break;
    matcher.work(at - from);
    if (at >= end) return false;
    if ((flags & Info.LITERAL) !== 0) return foundLiteral(matcher, at, skip);
    if (matchesFrom(matcher, body, at, skip)) return true;
    matcher.resetGroups();
  }
  return false;
}

/** The pattern begins with several; the overlap table says how many match still when the next one does not. */
function searchPrefix(matcher: Matcher, body: number, flags: number): boolean {
  const { units, end } = matcher;
  const { code } = matcher.program;
  const length = code[5]!;
  const skip = code[6]!;
  const prefix = 7;
  const overlap = prefix + length - 1;
  const first = code[prefix]!;
  let at = matcher.start;
  if (length > end - at) return false;
  while (at < end) {
    const from = at;
    while (units[at] !== first) if (++at >= end) break;
    matcher.work(at - from + 1);
    if (++at >= end) return false;
    let known = 1;
    matcher.mustAdvance = false;
    do {
      if (units[at] === code[prefix + known]) {
        if (++known !== length) {
          if (++at >= end) return false;
          continue;
        }
        const start = at - (length - 1);
        if ((flags & Info.LITERAL) !== 0) return foundLiteral(matcher, start, skip);
        if (matchesFrom(matcher, body, start, skip)) return true;
        if (++at >= end) return false;
        matcher.resetGroups();
      }
      known = code[overlap + known]!;
    } while (known !== 0);
  }
  return false;
}

/** The pattern begins with a character of a set. */
function searchCharset(matcher: Matcher, body: number): boolean {
  const { units, end, program } = matcher;
  matcher.mustAdvance = false;
  for (let at = matcher.start; ; at++) {
    const from = at;
    while (at < end && !program.has(5, units[at]!)) at++;
    matcher.work(at - from);
    if (at >= end) return false;
    if (matchesFrom(matcher, body, at, 0)) return true;
    matcher.resetGroups();
  }
}

function searchEverywhere(matcher: Matcher, body: number, last: number): boolean {
  const { code } = matcher.program;
  let at = matcher.start;
  matcher.ptr = at;
  let found = matcher.match(body, 1);
  matcher.mustAdvance = false;
  if (!found && code[body] === Op.AT && (code[body + 1] === At.BEGINNING || code[body + 1] === At.BEGINNING_STRING)) {
    matcher.start = last;
    matcher.ptr = last;
    return false;
  }
  while (!found && at < last) {
    at++;
    matcher.resetGroups();
    found = matchesFrom(matcher, body, at, 0);
  }
  return found;
}
