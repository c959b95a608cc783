# Words, counting, wrapping, a Caesar cipher, parsing of lines, all with everyday methods.
text = """The quick brown fox jumps over the lazy dog.
The dog sleeps; the fox, quick as ever, runs on and on.
"""
words = [w.strip(".,;").lower() for w in text.split()]
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]
for word, count in top:
    print(f"{word:<8}{'#' * count:>4} {count / len(words):6.1%}")

def wrap(text, width):
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    if line:
        yield line

for number, line in enumerate(wrap(text, 30), start=1):
    print("%2d| %-30s |%3d" % (number, line, len(line)))

def caesar(text, shift):
    return "".join(chr((ord(c) - base + shift) % 26 + base) if c.isalpha() and (base := ord("A" if c.isupper() else "a")) else c for c in text)

secret = caesar(text.splitlines()[0], 3)
print(secret, caesar(secret, -3) == text.splitlines()[0], sep="\n")
config = """
# comment
name = Exit Lens
size=10

[section]
flag = yes
path = a=b
"""
sections, current = {"": {}}, ""
for number, line in enumerate(config.splitlines(), 1):
    line = line.strip()
    if not line or line.startswith("#"):
        continue
    if line.startswith("[") and line.endswith("]"):
        current = line[1:-1]
        sections[current] = {}
        continue
    key, _, value = line.partition("=")
    sections[current][key.strip()] = int(value) if value.strip().isdigit() else value.strip()
print(sections)
print(
    " ".join(w[::-1] for w in words[:4]), max(words, key=len), sorted(set(words), key=lambda w: (len(w), w))[:6],
    "".join(sorted(set("".join(words))))
)
table = [("name", "n"), ("alpha", 1), ("b", 22)]
widths = [max(len(str(row[i])) for row in table) for i in range(2)]
for row in table:
    print(" | ".join(str(cell).ljust(w) if isinstance(cell, str) else str(cell).rjust(w) for cell, w in zip(row, widths)))
