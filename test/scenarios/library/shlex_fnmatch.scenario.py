# shlex and fnmatch: splitting command lines, matching names.
import fnmatch
import re
import shlex


class Word(str):
    def __del__(self):
        print("word", str(self), "goes")


print(shlex.split("cp 'a file' \"b c\" d\\ e # no comment"), shlex.split("a # c", comments=True), shlex.quote("it's"), shlex.join(["a b", "c"]))
try:
    shlex.split("open 'quote")
except ValueError as error:
    print(error)
print(list(shlex.shlex("a=1; b && c", punctuation_chars=True)), list(shlex.shlex("x.y 'q'", posix=True)))
lexer = shlex.shlex(Word("one two"))
print(lexer.get_token(), lexer.get_token(), repr(lexer.get_token()), lexer.lineno)
names = ["a.py", "b.txt", "test_a.py", "C.PY"]
print(fnmatch.filter(names, "*.py"), fnmatch.fnmatch("a.py", "?.py"), fnmatch.fnmatchcase("C.PY", "*.py"), fnmatch.fnmatch("x[1]", "x[[]1]"))
print(bool(re.match(fnmatch.translate("[!ab]*.txt"), "c.txt")), fnmatch.fnmatch("abc", "[a-c]*"), fnmatch.filter([Word("k.py")], "*.py"))
