# textwrap: wrap, fill, dedent, indent, shorten.
import textwrap

text = "The quick brown fox jumps over the lazy dog, again-and-again. It never stops; supercalifragilistic it is."
for line in textwrap.wrap(text, 30):
    print("|", line)
print(textwrap.fill(text, 40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 25), "/", textwrap.shorten(text, 40, placeholder=" ..."))
print(repr(textwrap.dedent("""
    first
      second

    third
""")))
print(textwrap.indent("a\n\nb\n", "> "), end="")
print(textwrap.indent("a\n\nb\n", "> ", lambda line: True), end="")
w = textwrap.TextWrapper(width=12, break_long_words=False, max_lines=3, break_on_hyphens=False)
print(w.wrap(text), w.width)
print(textwrap.wrap("tab\there  two  spaces", 10, expand_tabs=False, replace_whitespace=False), textwrap.wrap(""))
try:
    textwrap.wrap("x", 0)
except ValueError as error:
    print(error)


class Numbered(textwrap.TextWrapper):
    def _split(self, text):
        return [chunk.upper() for chunk in super()._split(text)]

    def __del__(self):
        print("wrapper of width", self.width, "goes")


print(Numbered(width=10).fill("one two three"))
kept = Numbered(width=5)
