"""Views of bytes as numbers: cast, items, comparison, assignment."""
b = bytearray(range(16))
m = memoryview(b)
for f in 'bBhHiIlLqQnNfd?c':
    try:
        c = m.cast(f)
        print(f, len(c), c.itemsize, c.format, c.shape, c.strides, c.nbytes, c.tolist()[:3], c[0], c[-1:].tolist())
    except Exception as e: print(f, type(e), e)
for f in ('@I', '=I', '<I', 'P', 'x', 'II', '', 1):
    try:
        c = m.cast(f); print(f, c.format, len(c))
    except Exception as e: print(f, type(e).__name__, e)
try: m[:15].cast('I')
except Exception as e: print(type(e).__name__, e)
try: m[::2].cast('I')
except Exception as e: print(type(e).__name__, e)
c = m.cast('I')
try: c.cast('H')
except Exception as e: print(type(e).__name__, e)
print(c.cast('B').tolist())
c[0] = 7
print(b[:4])
for bad in (-1, 2**32, 'a', 1.5):
    try: c[0] = bad
    except Exception as e: print(type(e).__name__, e)
print(c == memoryview(bytes(b)).cast('I'), c == m, c.tobytes() == bytes(b), c.hex()[:8], list(c)[:2], 7 in c)
print(memoryview(b'abcd').cast('B') == b'abcd')
d = memoryview(b'abcdefgh').cast('I')
try: hash(d)
except Exception as e: print(type(e).__name__, e)
c[1:3] = memoryview(bytes(8)).cast('I')
print(b)
try: c[1:3] = bytes(8)
except Exception as e: print(type(e).__name__, e)
