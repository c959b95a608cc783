"""What stands before and behind, without being matched."""
import re

print(re.findall(r"\d+(?=€)", "5€ 6$ 7€"), re.findall(r"\d+(?!\d|€)", "5€ 6$ 7€"), re.findall(r"(?<=\$)\d+", "$5 €6 $7"))
print(re.sub(r"(?<!^)(?=(\d{3})+$)", ",", "1234567"), re.findall(r"(?<!a)b", "ab b cb"))
print(re.match(r"(?=(a+))a*b\1", "aaab"), re.match(r"(?=(a+))a*b\1", "aaaba"), re.search(r"(?<=(a))b(?=(c))", "abc").groups())
try:
    re.compile(r"(?<=a+)b")
except re.error as error:
    print(error)
