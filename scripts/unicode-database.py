"""Writes server/src/engine/text/unicode-database-data.ts: what `unicodedata` knows beyond the tables of unicode-tables.mjs.

    python3 scripts/unicode-database.py PYTHONS

PYTHONS holds the interpreters, PYTHONS/3.13/bin/python3; they are asked themselves. The newest version is stored whole,
every other as what differs from it. Names never change, so they are stored once.
"""
import collections, json, os, subprocess, sys

VERSIONS = ['3.11', '3.12', '3.13', '3.14', '3.15']
TARGET = 'server/src/engine/text/unicode-database-data.ts'
ASK = '''
import json, sys, unicodedata as u
from fractions import Fraction
chars = [chr(point) for point in range(sys.maxunicode + 1)]
def numeric(c):
    value = u.numeric(c, None)
    if value is None:
        return ''
    exact = Fraction(value).limit_denominator(1000)
    return str(exact)
print(json.dumps({
    'version': u.unidata_version,
    'category': [u.category(c) for c in chars],
    'bidirectional': [u.bidirectional(c) or '-' for c in chars],
    'combining': [str(u.combining(c)) for c in chars],
    'eastAsianWidth': [u.east_asian_width(c) for c in chars],
    'mirrored': [str(u.mirrored(c)) for c in chars],
    'numeric': [numeric(c) for c in chars],
    'decomposition': [u.decomposition(c) for c in chars],
    'names': [u.name(c, '') for c in chars],
    'excluded': [point for point, c in enumerate(chars) if u.decomposition(c) and u.decomposition(c)[0] != '<' and u.normalize('NFC', c) != c],
    'aliases': {name: ord(u.lookup(name)) for name in sys.argv[1:] if known(u, name)},
}))
'''
KNOWN = '''
def known(u, name):
    try:
        return len(u.lookup(name)) == 1 and u.name(u.lookup(name), None) != name
    except KeyError:
        return False
'''
ALIASES = '''
NULL|NUL|START OF HEADING|SOH|START OF TEXT|STX|END OF TEXT|ETX|END OF TRANSMISSION|EOT|ENQUIRY|ENQ|ACKNOWLEDGE|ACK|ALERT|BEL|BACKSPACE|BS|
CHARACTER TABULATION|HORIZONTAL TABULATION|HT|TAB|LINE FEED|NEW LINE|END OF LINE|LF|NL|EOL|LINE TABULATION|VERTICAL TABULATION|VT|FORM FEED|FF|
CARRIAGE RETURN|CR|SHIFT OUT|LOCKING-SHIFT ONE|SO|SHIFT IN|LOCKING-SHIFT ZERO|SI|DATA LINK ESCAPE|DLE|DEVICE CONTROL ONE|DC1|DEVICE CONTROL TWO|
DC2|DEVICE CONTROL THREE|DC3|DEVICE CONTROL FOUR|DC4|NEGATIVE ACKNOWLEDGE|NAK|SYNCHRONOUS IDLE|SYN|END OF TRANSMISSION BLOCK|ETB|CANCEL|CAN|
END OF MEDIUM|EOM|EM|SUBSTITUTE|SUB|ESCAPE|ESC|INFORMATION SEPARATOR FOUR|FILE SEPARATOR|FS|INFORMATION SEPARATOR THREE|GROUP SEPARATOR|GS|
INFORMATION SEPARATOR TWO|RECORD SEPARATOR|RS|INFORMATION SEPARATOR ONE|UNIT SEPARATOR|US|SP|DELETE|DEL|PADDING CHARACTER|PAD|
HIGH OCTET PRESET|HOP|BREAK PERMITTED HERE|BPH|NO BREAK HERE|NBH|INDEX|IND|NEXT LINE|NEL|START OF SELECTED AREA|SSA|END OF SELECTED AREA|ESA|
CHARACTER TABULATION SET|HORIZONTAL TABULATION SET|HTS|CHARACTER TABULATION WITH JUSTIFICATION|HORIZONTAL TABULATION WITH JUSTIFICATION|HTJ|
LINE TABULATION SET|VERTICAL TABULATION SET|VTS|PARTIAL LINE FORWARD|PARTIAL LINE DOWN|PLD|PARTIAL LINE BACKWARD|PARTIAL LINE UP|PLU|
REVERSE LINE FEED|REVERSE INDEX|RI|SINGLE SHIFT TWO|SINGLE-SHIFT-2|SS2|SINGLE SHIFT THREE|SINGLE-SHIFT-3|SS3|DEVICE CONTROL STRING|DCS|
PRIVATE USE ONE|PRIVATE USE-1|PU1|PRIVATE USE TWO|PRIVATE USE-2|PU2|SET TRANSMIT STATE|STS|CANCEL CHARACTER|CCH|MESSAGE WAITING|MW|
START OF GUARDED AREA|START OF PROTECTED AREA|SPA|END OF GUARDED AREA|END OF PROTECTED AREA|EPA|START OF STRING|SOS|
SINGLE GRAPHIC CHARACTER INTRODUCER|SGC|SINGLE CHARACTER INTRODUCER|SCI|CONTROL SEQUENCE INTRODUCER|CSI|STRING TERMINATOR|ST|
OPERATING SYSTEM COMMAND|OSC|PRIVACY MESSAGE|PM|APPLICATION PROGRAM COMMAND|APC|NBSP|SHY|CGJ|ALM|SAM|FVS1|FVS2|FVS3|FVS4|MVS|ZWSP|ZWNJ|ZWJ|
LRM|RLM|LRE|RLE|PDF|LRO|RLO|NNBSP|MMSP|WJ|LRI|RLI|FSI|PDI|BYTE ORDER MARK|BOM|ZWNBSP|LATIN CAPITAL LETTER GHA|LATIN SMALL LETTER GHA|
ARABIC SMALL HIGH LIGATURE ALEF WITH YEH BARREE|SYRIAC SUBLINEAR COLON SKEWED LEFT|KANNADA LETTER LLLA|LAO LETTER FO FON|LAO LETTER FO FAY|
LAO LETTER RO|LAO LETTER LO|TIBETAN MARK BKA- SHOG GI MGO RGYAN|HANGUL JONGSEONG YESIEUNG-KIYEOK|HANGUL JONGSEONG YESIEUNG-SSANGKIYEOK|
HANGUL JONGSEONG SSANGYESIEUNG|HANGUL JONGSEONG YESIEUNG-KHIEUKH|WEIERSTRASS ELLIPTIC FUNCTION|MICR ON US SYMBOL|MICR DASH SYMBOL|
LEFTWARDS TRIANGLE-HEADED ARROW WITH DOUBLE VERTICAL STROKE|RIGHTWARDS TRIANGLE-HEADED ARROW WITH DOUBLE VERTICAL STROKE|YI SYLLABLE ITERATION MARK|
MYANMAR LETTER KHAMTI LLA|PRESENTATION FORM FOR VERTICAL RIGHT WHITE LENTICULAR BRACKET|CUNEIFORM SIGN NU11 TENU|
CUNEIFORM SIGN NU11 OVER NU11 BUR OVER BUR|BYZANTINE MUSICAL SYMBOL FTHORA SKLIRON CHROMA VASIS|MEDEFAIDRIN CAPITAL LETTER H|
MEDEFAIDRIN CAPITAL LETTER NG|MEDEFAIDRIN SMALL LETTER H|MEDEFAIDRIN SMALL LETTER NG
'''
RUNS = ['category', 'bidirectional', 'combining', 'eastAsianWidth', 'mirrored', 'numeric', 'decomposition']


def ask(pythons, version):
    python = os.path.join(pythons, version, 'bin', 'python3')
    names = [name for name in ALIASES.replace('\n', '').split('|')] + [f'VS{n}' for n in range(1, 257)]
    return json.loads(subprocess.run([python, '-c', KNOWN + ASK, *names], capture_output=True, text=True, check=True).stdout)


def base36(number):
    digits = ''
    while True:
        number, rest = divmod(number, 36)
        digits = '0123456789abcdefghijklmnopqrstuvwxyz'[rest] + digits
        if number == 0:
            return digits


def runs(values, differs):
    """`value gap length` for each run of points where `differs`, with base-36 numbers; the length only if it is not 1."""
    words, before, point = [], 0, 0
    while point < len(values):
        if not differs(point):
            point += 1
            continue
        end = point + 1
        while end < len(values) and values[end] == values[point] and differs(end):
            end += 1
        words.append(f'{values[point]};{base36(point - before)}' + (f';{base36(end - point)}' if end - point > 1 else ''))
        before, point = point, end
    return words


SAFE = [chr(code) for code in range(33, 127) if chr(code) not in '`\\$~']
ONE, TWO = 40, 44


def word_code(index):
    if index < ONE:
        return SAFE[index]
    index -= ONE
    if index < TWO * len(SAFE):
        return SAFE[ONE + index // len(SAFE)] + SAFE[index % len(SAFE)]
    index -= TWO * len(SAFE)
    lead, rest = divmod(index, len(SAFE) ** 2)
    return SAFE[ONE + TWO + lead] + SAFE[rest // len(SAFE)] + SAFE[rest % len(SAFE)]


def names_of(names):
    """The algorithmic names as runs of prefixes, and all others by the words that differ from the name before."""
    prefixes, others = [''] * len(names), []
    for point, name in enumerate(names):
        if name.endswith(f'-{point:04X}'):
            prefixes[point] = name[: -len(f'{point:04X}')]
        elif name and not 0xAC00 <= point <= 0xD7A3:
            others.append((point, name.split(' ')))
    frequency = collections.Counter()
    before = []
    for _, words in others:
        shared = len(os.path.commonprefix([before, words]))
        frequency.update(words[shared:])
        before = words
    ranked = sorted(frequency, key=lambda word: (-frequency[word], word))
    index = {word: i for i, word in enumerate(ranked)}
    parts, before, last = [], [], -1
    for point, words in others:
        if point != last + 1:
            parts.append('~' + base36(point - last - 1) + ' ')
        shared = len(os.path.commonprefix([before, words]))
        parts.append(SAFE[shared] + ''.join(word_code(index[word]) for word in words[shared:]) + ' ')
        before, last = words, point
    return runs(prefixes, lambda point: prefixes[point] != ''), ranked, ''.join(parts).strip()


def literal(text):
    return '`' + text + '`'


databases = [ask(sys.argv[1], version) for version in VERSIONS]
base = databases[-1]
default = {'category': 'Cn', 'combining': '0', 'eastAsianWidth': 'N', 'mirrored': '0', 'numeric': '', 'decomposition': '', 'bidirectional': '-'}
key = lambda database: '.'.join(database['version'].split('.')[:2])
prefixes, words, text = names_of(base['names'])
for database in databases:
    assert all(name in ('', base['names'][point]) for point, name in enumerate(database['names'])), database['version']
    # What an older interpreter gives no name although it knows the character.
    database['nameless'] = [
        '1' if name == '' and base['names'][point] != '' and database['category'][point] != 'Cn' else '' for point, name in enumerate(database['names'])
    ]
out = [
    '// Generated by scripts/unicode-database.py; do not edit.',
    '//',
    f'// A property is a line for each run, value;gap;length with base-36 numbers, of Unicode {key(base)}. Of other versions, the runs where',
    '// they differ. A name is how many words it shares with the one before, and its other words, each a code of one to three',
    '// characters; ~ stands before a gap.',
    '',
    "import type { UnicodeVersion } from './profile.ts';",
    '',
    'export type DatabaseProperty = ' + ' | '.join(f"'{name}'" for name in RUNS) + ';',
    '',
    'export const RUNS: Readonly<Record<DatabaseProperty, string>> = {',
]
for name in RUNS:
    out.append(f'  {name}: ' + literal('|'.join(runs(base[name], lambda point: base[name][point] != default[name]))) + ',')
out += ['};', '', 'export const CHANGED_RUNS: Readonly<Partial<Record<UnicodeVersion, Readonly<Partial<Record<DatabaseProperty, string>>>>>> = {']
for database in databases[:-1]:
    out.append(f"  '{key(database)}': {{")
    for name in RUNS:
        changed = runs(database[name], lambda point: database[name][point] != base[name][point])
        if changed:
            out.append(f'    {name}: ' + literal('|'.join(changed)) + ',')
    out.append('  },')
out += ['};', '']
excluded = [database['excluded'] for database in databases]
out.append('/** Canonical decompositions that are never composed again. */')
out.append('export const EXCLUDED = ' + literal(' '.join(base36(point) for point in base['excluded'])) + ';')
assert all(set(some) <= set(base['excluded']) for some in excluded)
out += ['', 'export const NAME_PREFIXES = ' + literal('|'.join(prefixes)) + ';']
out += ['export const NAME_WORDS = ' + literal(' '.join(words)) + ';', 'export const NAMES = ' + literal(text) + ';', '']
out += ['/** Characters that have no name in older versions although they are there. */', 'export const NAMELESS: Readonly<Partial<Record<UnicodeVersion, string>>> = {']
for database in databases[:-1]:
    nameless = runs(database['nameless'], lambda point: database['nameless'][point] != '')
    if nameless:
        out.append(f"  '{key(database)}': " + literal('|'.join(nameless)) + ',')
out += ['};', '']
out.append('/** Second names, and those of characters that have no other. */')
out.append('export const NAME_ALIASES = ' + literal('|'.join(f'{name};{base36(point)}' for name, point in base['aliases'].items() if not name.startswith('VS'))) + ';')
with open(TARGET, 'w') as file:
    file.write('\n'.join(out) + '\n')
print(TARGET, os.path.getsize(TARGET), len(words), [key(d) for d in databases], [len(d['aliases']) for d in databases])
