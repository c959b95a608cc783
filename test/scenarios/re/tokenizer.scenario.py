"""A tokenizer of named alternatives, as the manual shows one."""
import re
from collections import namedtuple

Token = namedtuple("Token", "kind value line column")
rules = [("NUMBER", r"\d+(\.\d*)?"), ("ASSIGN", r":="), ("END", r";"), ("ID", r"[A-Za-z]+"), ("OP", r"[+\-*/]"), ("NEWLINE", r"\n"), ("SKIP", r"[ \t]+"), ("MISMATCH", r".")]
scan = re.compile("|".join("(?P<%s>%s)" % rule for rule in rules))


def tokens(code):
    line, start = 1, 0
    for match in scan.finditer(code):
        kind, value = match.lastgroup, match.group()
        if kind == "NEWLINE":
            start, line = match.end(), line + 1
        elif kind == "MISMATCH":
            raise RuntimeError(f"{value!r} unexpected on line {line}")
        elif kind != "SKIP":
            yield Token(kind, value, line, match.start() - start)


for token in tokens("total := 3.5 * x;\ny := total - 1;"):
    print(*token)
try:
    list(tokens("a ? b"))
except RuntimeError as error:
    print(error)
