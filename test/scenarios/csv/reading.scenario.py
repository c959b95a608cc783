# Each line under each dialect; then readers as objects.
import _csv, io, sys
def t(label, f):
    try: print(label, ascii(f()))
    except Exception as e: print(label, type(e).__name__, e)
class D: delimiter = ';'
lines = ['a,b,c', 'a,"b,c",d\n', '"a""b",c', '"a"b,c', '', '\n', '\r\n', 'a,b\r', 'a\nb', 'a\rb,c', '"a\nb",c', '"abc', 'a,', ',', ',,', '""', '"",""', ' a, b', "'a','b'", 'a\\,b', '"a\\"b"', '1,2.5,"x"', '1,abc', '"a" ,b', 'a\0b', '\0', 'é,😀', 'a;b', 'a\\', '"a\\', 'a,b\n\n', '\\\n', 'a\\\nb', 'NaN,inf,1e5', ' "a",b', '"",', ',""', 'x,"",,y']
kws = [{}, dict(quotechar="'"), dict(escapechar='\\'), dict(doublequote=False), dict(strict=True), dict(skipinitialspace=True), dict(quoting=2), dict(quoting=3, escapechar='\\')]
if sys.version_info >= (3,12): kws += [dict(quoting=4), dict(quoting=5)]
for kw in kws:
    for l in lines:
        t('', lambda: (list(_csv.reader([l], **kw))))
    t('multi', lambda: list(_csv.reader(lines[:3] + ['"x', 'y",z', 'q'], **kw)))
r = _csv.reader(['a,b','"x\n','y"','z']); 
t('ln', lambda: (next(r), r.line_num, next(r), r.line_num, next(r), r.line_num, r.dialect.delimiter))
t('end', lambda: next(r)); t('bytes', lambda: next(_csv.reader([b'a']))); t('int', lambda: next(_csv.reader([1]))); t('noiter', lambda: _csv.reader(1)); t('none', lambda: _csv.reader()); t('3', lambda: _csv.reader([],1,2)); t('bad', lambda: _csv.reader([], 'nope')); t('kw', lambda: _csv.reader([], foo=1)); t('kw', lambda: _csv.reader(iterable=[])); t('dk', lambda: list(_csv.reader(['a;b'], dialect=D)))

t('types', lambda: (_csv.Reader, _csv.Writer, type(r), _csv.Error, _csv.Error.__mro__, _csv.Dialect, _csv.Error.__module__, repr(r)[:13], _csv.QUOTE_NONE))
t('new', lambda: _csv.Reader()); t('new', lambda: _csv.Writer()); t('set', lambda: setattr(r,'line_num',1)); t('set', lambda: setattr(r,'dialect',1))
