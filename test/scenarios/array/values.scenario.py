# Which values the items of each type code take, and what an array is made of.
import array, sys, io, copy, struct, gc, warnings
warnings.simplefilter('ignore')
A = array.array
def t(label, f):
    try: print(label, ascii(f()))
    except Exception as e: print(label, type(e).__name__, ascii(str(e)))
codes = array.typecodes
print(array.typecodes, array.ArrayType is A, A)
for c in codes:
    t(c, lambda: (A(c).itemsize, A(c).typecode, repr(A(c)), A(c).buffer_info()[1], sys.getsizeof(A(c)), len(A(c))))
    for v in [0, -1, 127, 256, 2**16, 2**31, 2**32, 2**63, 2**64, 1.5, 1e300, 'a', 'ab', '\U0001f600', None, True, 1j]:
        t(c, lambda: (A(c, [v]).tolist(), A(c, [v]).tobytes()))
for args in [(), (1,), ('x',), ('bb',), ('',), (b'b',), ('b', 5), ('b', None), ('b', b'\1\2'), ('b', bytearray(b'ab')), ('b', 'ab'), ('u', 'ab'), ('i', b'abc'), ('i', b'abcd'), ('b', range(3)), ('b', A('b',[1])), ('i', A('b',[1])), ('d', A('i',[1])), ('u', A('u','a')), ('i', A('u','a')), ('b', [1], 2), ('b', [300]), ('b', (1,2)), ('b', {1}), ('h', memoryview(b'ab')), ('b', iter([1,'a'])), ('d', [1, 2.5, True])]:
    t(('new', ascii(args)), lambda: A(*args))
t('kw', lambda: A('b', initializer=[])); t('kw', lambda: A(typecode='b'))
