"""re.escape, and the lexer that re has without telling."""
import re

for text in ("a.b", "1+1=2", "tab\tx", "ü", "[x](y)", "a-b #"):
    print(re.escape(text), bool(re.fullmatch(re.escape(text), text)))
print(re.escape(b"a.b"))
scanner = re.Scanner([(r"\d+", lambda s, t: int(t)), (r"[a-z]+", lambda s, t: t), (r"\s+", None)])
print(scanner.scan("ab 12 c !"))
print(re.template if hasattr(re, "template") else "no template", re.error.__name__)
