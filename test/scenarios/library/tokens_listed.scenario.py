# The tokens of texts as `tokenize` shows them, comments and empty lines too; the signatures of built-ins are read with it.
import inspect
import io
import tokenize
import unittest.mock


def show(src):
    try:
        for t in tokenize.generate_tokens(io.StringIO(src).readline):
            print(tuple(t))
    except Exception as e:
        print(type(e), e)


texts = ("def f(a, /):\n    # hi\n\n    return (a +\n  1)  # c\nx = 1.5e3 if y else 'é'*2; z\nif x:\n  y\n  if q:\n    pass\n", 'a', '', '# c', 'x = """a\nb""" + b\n', '\n\n', 'a \\\n  b\n', '  # only\nx\n', 'x = $\n', 'a; b', 'class A:\n  def f(self): pass\n\n  # after\nx\n', 'é = "ü"; x\n', 'if x:\n    y # no newline', 'x = [1,\n  # in\n\n 2]\n', '"abc\n')
for text in texts:
    print(repr(text))
    show(text)
print(unittest.mock.DEFAULT)
print(inspect.signature(len), inspect.signature(int.to_bytes), inspect.signature(print))
print(list(tokenize.tokenize(io.BytesIO(b'x = 1\n').readline))[:3])
