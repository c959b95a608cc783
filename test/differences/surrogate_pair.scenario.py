# Two surrogates side by side, a high and a low one, are one character.
# Cause: text is held as UTF-16, in which such a pair and the character it encodes are the same.
# Workaround: none is needed for text that is valid; keep lone surrogates apart.
# CPython: 2
# Exit Lens: 1
print(len("\ud83d" + "\ude00"))
