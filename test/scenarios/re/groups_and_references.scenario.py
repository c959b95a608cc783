"""Back references, conditionals, optional groups, groups in repetitions."""
import re

print(re.search(r"(\w)\1", "abccd"), re.search(r"(?P<q>['\"]).*?(?P=q)", "say 'hi\" there'"), re.search(r"(a)|(b)", "b").groups())
print(re.fullmatch(r"(<)?\w+(?(1)>|!)", "<ab>"), re.fullmatch(r"(<)?\w+(?(1)>|!)", "ab!"), re.fullmatch(r"(<)?\w+(?(1)>|!)", "<ab!"))
print(re.match(r"(?:(\w)|(\d))+", "a1b").groups(), re.match(r"((a)|b)*", "ab").groups(), re.match(r"(a*)*", "aa").groups())
print(re.match(r"(?i)(straße)\1", "STRAßEstraße"), re.match(r"(?i)(k)\1", "k\u212a"))
print(re.match(r"(a)?(?(1)b|c)", "c"), re.match(r"(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)\11", "abcdefghijkk").lastindex)
