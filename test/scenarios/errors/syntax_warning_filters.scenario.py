# What the parser and the compiler warn of goes through the filters, and may become a SyntaxError.
import _warnings, sys
for src in ("'a' is 1", "(1)(2)", "assert (1, 2)", "'\\d'", "b'\\q'", "[1](2)", "1if 2 else 3"):
    try:
        print(eval(src) if 'assert' not in src else exec(src))
    except Exception as e: print(type(e).__name__, e)
_warnings.filters.insert(0, ('error', None, Warning, None, 0))
for src in ("'a' is 1", "assert (1, 2)"):
    try: compile(src, 'f.py', 'exec')
    except SyntaxError as e: print(e.args)
    except Exception as e: print(type(e).__name__, e)
print('done')
x = 5 is 5
