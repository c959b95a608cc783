"""Writes server/src/engine/syntax/charnames.ts: the names \\N{...} knows.

    python3 test/syntax/character-names.py > server/src/engine/syntax/charnames.ts

Words are numbered by frequency; a name is the numbers of its words, two digits
of base 90 each. Only the blocks below are written, for the whole of Unicode
would weigh seven times as much.
"""
import collections
import unicodedata

BLOCKS = [
    (0x20, 0x2AF), (0x2B0, 0x3FF), (0x400, 0x52F), (0x5D0, 0x5EA), (0x621, 0x64A), (0x905, 0x939),
    (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20C0), (0x2100, 0x218F),
    (0x2190, 0x23FF), (0x2400, 0x2426), (0x2460, 0x24FF), (0x2500, 0x27FF), (0x2900, 0x2BFF),
    (0x3000, 0x30FF), (0xFB00, 0xFB06), (0xFE0E, 0xFE0F), (0xFEFF, 0xFEFF), (0xFF01, 0xFF5E), (0xFFFC, 0xFFFD),
    (0x1D400, 0x1D7FF), (0x1F000, 0x1F02B), (0x1F0A0, 0x1F0F5), (0x1F100, 0x1F1FF), (0x1F300, 0x1F6FF),
    (0x1F900, 0x1F9FF), (0x1FA70, 0x1FAFF),
]
ALIASES = [
    (0x00, 'NULL'), (0x07, 'ALERT'), (0x08, 'BACKSPACE'), (0x09, 'CHARACTER TABULATION'), (0x0A, 'LINE FEED'),
    (0x0A, 'NEW LINE'), (0x0A, 'LF'), (0x0B, 'LINE TABULATION'), (0x0C, 'FORM FEED'), (0x0D, 'CARRIAGE RETURN'),
    (0x0D, 'CR'), (0x09, 'TAB'), (0x1B, 'ESCAPE'), (0x1B, 'ESC'), (0x7F, 'DELETE'), (0x85, 'NEXT LINE'),
    (0xA0, 'NBSP'), (0xAD, 'SHY'), (0x200B, 'ZWSP'), (0x200C, 'ZWNJ'), (0x200D, 'ZWJ'), (0xFEFF, 'BOM'),
]
DIGITS = [chr(c) for c in range(35, 127) if chr(c) not in "`\\"]


def code(number):
    return DIGITS[number // 90] + DIGITS[number % 90]


blocks = [[unicodedata.name(chr(c), '').split() for c in range(first, last + 1)] for first, last in BLOCKS]
count = collections.Counter(word for block in blocks for name in block for word in name)
words = [word for word, _ in sorted(count.items(), key=lambda item: (-item[1], item[0]))]
numbers = {word: code(i) for i, word in enumerate(words)}
print('// Written by test/syntax/character-names.py; Unicode %s.' % unicodedata.unidata_version)
print()
print('/** The words of the names, the most frequent first. */')
print('export const WORDS = `%s`;' % ' '.join(words))
print()
print('/** The first code point of each block, and its names in base 90. */')
print('export const BLOCKS: readonly (readonly [first: number, names: string])[] = [')
for (first, _), block in zip(BLOCKS, blocks):
    names = ' '.join(''.join(numbers[word] for word in name) for name in block)
    print('  [0x%X, `%s`],' % (first, names.rstrip().replace('${', '$\\{')))
print('];')
print()
print('/** Names of characters that have none of their own, and abbreviations. */')
print('export const ALIASES: readonly (readonly [codePoint: number, name: string])[] = [')
for number, name in ALIASES:
    print("  [0x%X, '%s']," % (number, name))
print('];')
