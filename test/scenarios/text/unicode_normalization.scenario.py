"""The four normal forms."""
import unicodedata as u

for text in ("é", "e\u0301", "ﬁ", "①½", "가", "\u1100\u1161\u11a8", "a\u0327\u0301", "a\u0301\u0327", "Å", "\u0344", "ｱ", "\u1e9b\u0323", "ascii"):
    print(ascii(text), *(ascii(u.normalize(form, text)) for form in ("NFC", "NFD", "NFKC", "NFKD")), u.is_normalized("NFC", text), u.is_normalized("NFKD", text))
text = "plain"
print(u.normalize("NFC", text) is text, u.normalize("NFC", ""))
for arguments in (("NFX", "a"), ("NFC", 5), (None, "a"), ("NFC",)):
    try:
        print(u.normalize(*arguments))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
