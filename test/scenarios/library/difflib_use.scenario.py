# difflib: ratios, close matches, unified diffs.
import difflib


class Line(str):
    pass


a = "one\ntwo\nthree\n".splitlines(keepends=True)
b = "one\ntoo\nthree\nfour\n".splitlines(keepends=True)
print("".join(difflib.unified_diff(a, b, "a.txt", "b.txt")), end="")
print("".join(difflib.ndiff(a, b)), end="")
print(list(difflib.context_diff(a, b))[:4])
matcher = difflib.SequenceMatcher(None, "abcd", "bcde")
print(matcher.ratio(), matcher.quick_ratio(), matcher.get_opcodes(), matcher.find_longest_match(0, 4, 0, 4), matcher.get_matching_blocks()[-1])
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.SequenceMatcher(lambda c: c == " ", " a", "a ").ratio())
print(list(difflib.restore(difflib.ndiff(a, b), 1)) == a)


class Junk:
    def __call__(self, text):
        return not text.strip()

    def __del__(self):
        print("the junk test goes")


difference = difflib.Differ(linejunk=Junk())
print(list(difference.compare(["a\n"], ["a\n", "\n"])))
del difference
print("end")
