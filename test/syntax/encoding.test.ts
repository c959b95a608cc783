import { describe, expect, it } from 'vitest';
import { decodeSource } from '../../server/src/engine/syntax/encoding.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const decoded = (text: string): string => {
  const source = decodeSource(bytes(text), (encoding) => (encoding === 'koi8-r' ? 'foreign' : null));
  return 'fault' in source ? `fault: ${source.fault}` : source.text;
};

describe('decodeSource', () => {
  it('reads UTF-8 where nothing else is declared', () => {
    expect(decoded('x = "\xc3\xa9"\n')).toBe('x = "é"\n');
    expect(decoded('\xef\xbb\xbfx')).toBe('\ufeffx');
    expect(decoded('x\n# coding: latin-1\n"\xc3\xa9"')).toBe('x\n# coding: latin-1\n"é"');
  });

  it('follows the cookie of the first two lines', () => {
    expect(decoded('# coding: latin-1\n"\xe9"')).toBe('# coding: latin-1\n"é"');
    expect(decoded('#!x\n#coding=iso-8859-1-unix\n"\xe9"')).toBe('#!x\n#coding=iso-8859-1-unix\n"é"');
    expect(decoded('\n \f# -*- coding: koi8-r -*-\n')).toBe('foreign');
  });

  it("says what is wrong in CPython's words", () => {
    expect(decoded('# coding: foo\n')).toBe('fault: unknown encoding: foo');
    expect(decoded('\xef\xbb\xbf# coding: latin-1\n')).toBe('fault: encoding problem: iso-8859-1 with BOM');
    expect(decoded('#coding: ascii\n"\xe9"')).toBe("fault: 'ascii' codec can't decode byte 0xe9 in position 16: ordinal not in range(128)");
    expect(decoded('x=1\n"\xe9"\n')).toBe(
      "fault: Non-UTF-8 code starting with '\\xe9' on line 2, but no encoding declared; see https://peps.python.org/pep-0263/ for details",
    );
  });
});
