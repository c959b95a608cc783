"""Hangul syllables and their parts."""
import unicodedata as u
for c in '\uac00\uac01\uac1c\ud7a3\ud7a4\u1100\u1161\u11a8\u3131\u314f\ua960\ud7b0\uffa1é\u212b':
    print(hex(ord(c)), repr(u.decomposition(c)), [hex(ord(x)) for x in u.normalize('NFD', c)], [hex(ord(x)) for x in u.normalize('NFC', u.normalize('NFD', c))], u.combining(c))
