# The values a dialect takes and refuses, the registry and the limit of fields.
import _csv, io, sys
def t(label, f):
    try: print(label, ascii(f()))
    except Exception as e: print(label, type(e).__name__, e)
V = [None, '', 'xy', '\0', '\n', ' ', '"', 1, True, '\U0001f600', '\ud800']
for p in ['delimiter','doublequote','escapechar','lineterminator','quotechar','quoting','skipinitialspace','strict']:
    for v in V:
        def f():
            d = _csv.Dialect(**{p: v}); return [(n, getattr(d,n)) for n in ['delimiter','doublequote','escapechar','lineterminator','quotechar','quoting','skipinitialspace','strict']]
        t(p, f)
for kw in [dict(quoting=9), dict(quoting=-1), dict(quoting=4), dict(quoting=5), dict(quoting=6),dict(quoting=2**70), dict(delimiter='"'), dict(delimiter=',',quotechar=','), dict(escapechar=','), dict(escapechar='"'), dict(delimiter='a',lineterminator='a'), dict(quotechar='a',lineterminator='ba'), dict(delimiter=' ',skipinitialspace=True), dict(quotechar=' ',skipinitialspace=True), dict(escapechar=' ',skipinitialspace=True), dict(quotechar=None), dict(quotechar=None,quoting=0), dict(quotechar=None,quoting=1), dict(quotechar='',quoting=3), dict(bad=1), dict(quoting='a'), dict(quoting=None), dict(doublequote=None)]:
    t(kw, lambda: (_csv.Dialect(**kw).quoting, _csv.Dialect(**kw).quotechar))
t('pos', lambda: _csv.Dialect(1,2,3,4,5,6,7,8,9,10)); t('unk', lambda: _csv.Dialect('nope')); t('unh', lambda: _csv.Dialect([]).delimiter); t('int', lambda: _csv.Dialect(5).delimiter)
class D:
    delimiter=';'; quotechar="'"
    @property
    def strict(self): raise AttributeError('x')
t('cls', lambda: _csv.Dialect(D).delimiter); t('inst', lambda: _csv.Dialect(D()).quotechar); d = _csv.Dialect(D()); t('same', lambda: _csv.Dialect(d) is d); t('same', lambda: _csv.Dialect(d, strict=True) is d)
t('ro', lambda: setattr(d, 'delimiter', 'x')); t('ro', lambda: setattr(d, 'strict', 1)); t('del', lambda: delattr(d, 'strict')); t('del', lambda: delattr(d, 'quoting')); t('attr', lambda: setattr(d,'foo',1))
t('reg', lambda: _csv.register_dialect(1)); t('reg', lambda: _csv.register_dialect()); t('reg', lambda: _csv.register_dialect('a', 1,2)); t('reg', lambda: _csv.register_dialect('a', delimiter=';')); t('list', _csv.list_dialects); t('get', lambda: _csv.get_dialect('a').delimiter); t('get', lambda: _csv.get_dialect('b')); t('get', lambda: _csv.get_dialect([])); t('unreg', lambda: _csv.unregister_dialect('b')); t('unreg', lambda: _csv.unregister_dialect('a')); t('unreg', lambda: _csv.unregister_dialect([])); t('reg', lambda: _csv.register_dialect('z', 'nope')); t('lst', lambda: _csv.list_dialects(1)); t('reg', lambda: _csv.register_dialect('z', dialect='nope')); t('reg', lambda: _csv.register_dialect(name='z'))
t('lim', _csv.field_size_limit); t('lim', lambda: _csv.field_size_limit(10)); t('lim', lambda: _csv.field_size_limit('a')); t('lim', lambda: _csv.field_size_limit(2**70)); t('lim', lambda: _csv.field_size_limit(True)); t('lim', lambda: _csv.field_size_limit(1,2)); t('lim', lambda: _csv.field_size_limit(new_limit=5)); t('lim', lambda: list(_csv.reader(['aaaaaaaaaaaa'])));  t('lim', lambda: _csv.field_size_limit(131072)); t('dial', lambda: (type(_csv._dialects), _csv._dialects))
