"""Names both ways: computed ones, second names, and what is none."""
import unicodedata as u

for name in ("LATIN SMALL LETTER A", "greek capital letter omega", "HANGUL SYLLABLE GAG", "CJK UNIFIED IDEOGRAPH-4E2D", "GRINNING FACE", "LINE FEED", "NBSP", "BOM", "VS16", "LATIN CAPITAL LETTER GHA", "SNOWMAN"):
    c = u.lookup(name)
    print(name, ascii(c), u.name(c, None))
for name in ("", "NOTHING", "HANGUL SYLLABLE X", "CJK UNIFIED IDEOGRAPH-ABCDE", "LATIN SMALL LETTER"):
    try:
        print(u.lookup(name))
    except KeyError as error:
        print(error)
print("\N{SNOWMAN}", "\N{LATIN SMALL LETTER E WITH ACUTE}", u.name("\u4e00"), u.name("\ud7a3"), u.name("\uf900"))
