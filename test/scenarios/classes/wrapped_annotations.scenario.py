"""Annotations of classmethods and staticmethods: of what they wrap, kept once somebody has asked."""
import inspect
class F:
    @classmethod
    def m(cls, x: int): pass
    @staticmethod
    def s(x: int): pass
    r = vars().copy()
cm = F.r['m']; sm = F.r['s']
for d in cm, sm:
    for n in '__annotations__', '__annotate__', '__wrapped__', '__dict__', '__name__', '__type_params__', '__isabstractmethod__':
        try: v = getattr(d, n); print(n, type(v).__name__, v if n in ('__annotations__', '__name__', '__isabstractmethod__') else '')
        except AttributeError as e: print(n, e)
