"""Greedy, lazy and possessive repetitions, and atomic groups."""
import re

text = "<a><b>"
for pattern in ("<.*>", "<.*?>", "<.+?>b?", "a{2}", "<.{3,4}", "<.{3,4}?", "(<.>){2}", "(?:<.>)*?$", "<[^>]*+>", "(?><a>|<a><b>)$"):
    print(pattern, re.search(pattern, text))
print(re.match("a*+a", "aaa"), re.match("(?>a*)a", "aaa"), re.match("a?+b", "ab"), re.match("(ab)++c", "ababc"))
print(re.match("(?:a|ab)(?:c|bcd)(d*)", "abcd").group(), re.match("(a{1,2}){2}", "aaa").groups(), re.match("(?:a?){3}a{3}", "aaa"))
print(re.match("a{,2}", "aaa"), re.match("a{2,}", "aaaa"), re.match("(?:)*x", "x"), re.match("a{0}b", "b"))
