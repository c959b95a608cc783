# What codecs.py is built on: the registry, error handlers, encoders and decoders that can stop half-way.
import _codecs as C
def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except BaseException as e: print(type(e).__name__,e, getattr(e,'__notes__',None), repr(e.__cause__))
def info(*a):
    class I(tuple): pass
    i=I(a); return i
def s(n):
    if n=='bad': return 3
    if n=='four': return (1,2,3)
    if n=='boom':
        def enc(x,errors='strict'): raise ValueError('boom!')
        return (enc,enc,None,None)
    if n=='key':
        def enc(x,errors='strict'): raise KeyError(3)
        return (enc,enc,None,None)
    if n=='two':
        def enc(x,errors='strict'): raise ValueError(1,2)
        return (enc,enc,None,None)
    if n=='ret':
        return (lambda x,e='strict':(3,1),lambda x,e='strict':(4,1),0,0)
    if n=='nt': return (lambda x,e='strict':3,lambda x,e='strict':3,0,0)
    if n=='mine': return (lambda x,e='strict':(bytes(x,'latin-1')[::-1],len(x)),lambda x,e='strict':(str(x,'latin-1')[::-1],len(x)),0,0)
    if n=='ba': return (lambda x,e='strict':(b'ok',len(x)),lambda x,e='strict':(str(x,'latin-1')[::-1],len(x)),0,0)
    if n=='nottext':
        i=info(C.utf_8_encode,C.utf_8_decode,None,None); i._is_text_encoding=False
        return i
C.register(s)
for n in 'bad','four','boom','key','two','ret','nt','mine','ba','nottext':
    t('x'.encode,n); t(b'x'.decode,n); t(C.encode,'x',n)
t(bytes,'abc','mine'); t(str,b'abc','mine'); t(bytearray,'abc','mine'); t(C.decode,b'abc','mine','strict')
t('x'.encode,'Nope-X.y')
t(C.register,3); t(C.unregister,s); t(C.unregister,3)
t(C.lookup_error,'x'); t(C.register_error,'x',3); print(C.lookup_error('strict'), C.lookup_error('surrogatepass'))
t('x'.encode,'a\0b'); 
m=C.charmap_build(''.join(map(chr,range(256)))); print(type(m), m.size())
t('\xe9'.encode,'ascii','nope'); t('e'.encode,'ascii','nope')
seen=[]
def h(e):
    seen.append((type(e).__name__,e.encoding,e.object,e.start,e.end,e.reason))
    return ('<%d>'%(e.end-e.start), e.end)
C.register_error('h',h)
for enc in 'ascii','latin-1','utf-8','utf-16','utf-16-le','utf-32-be':
    t('a\u1234\udfff\ud800b\xe9'.encode,enc,'h')
for enc,b in ('ascii',b'a\xff\xfeb'),('utf-8',b'a\xff\xe2\x82b\xf0\x9f'),('utf-16',b'a\0\0\xd8b\0\0'),('utf-32',b'a\0\0\0\xff\xff\xff\xff'):
    t(b.decode,enc,'h')
for x in seen: print(x)
C.register_error('bytes',lambda e:(b'[]',e.end)); C.register_error('neg',lambda e:('?',-1)); C.register_error('far',lambda e:('?',100)); C.register_error('notup',lambda e:3); C.register_error('one',lambda e:('x',)); C.register_error('uni',lambda e:('\xff',e.end)); C.register_error('skip',lambda e:('',len(e.object)))
for n in 'bytes','neg','far','notup','one','uni','skip':
    t('a\u1234b\u1235c'.encode,'ascii',n); t(b'a\xffb\xffc'.decode,'ascii',n)
for n in 'strict','ignore','replace','xmlcharrefreplace','backslashreplace','surrogateescape','surrogatepass':
    f=C.lookup_error(n)
    for e in UnicodeEncodeError('utf-8','a\ud800\u1234\U0001f600z',1,4,'r'),UnicodeDecodeError('utf-8',b'a\xed\xa0\x80z',1,4,'r'),UnicodeTranslateError('a\u1234z',1,2,'r'),UnicodeEncodeError('utf-8','a\udc80z',1,2,'r'),ValueError('x'),3:
        t(f,e)
t(C.utf_8_decode,b'a\xe2\x82'); t(C.utf_8_decode,b'a\xe2\x82','strict',True); t(C.utf_8_decode,b'a\xe2\x82\xac'); t(C.utf_8_decode,b'\xf0\x9f'); t(C.utf_8_decode,b'\xff'); t(C.utf_8_decode,'x'); t(C.utf_8_encode,b'x'); t(C.utf_8_encode,'x',3); t(C.utf_8_decode,b'x',3); t(C.utf_8_encode); t(C.utf_8_encode,'a\ud800')
t(C.utf_16_decode,b'\xff\xfea\0b'); t(C.utf_16_decode,b'\xfe\xff\0a'); t(C.utf_16_decode,b'\xff'); t(C.utf_16_ex_decode,b'\xff\xfea\0b'); t(C.utf_16_ex_decode,b'\xfe\xff\0a\0',None,0,True); t(C.utf_16_ex_decode,b'a\0',None,-1); t(C.utf_16_ex_decode,b'a\0',None,1); t(C.utf_16_le_decode,b'\x3d\xd8'); t(C.utf_16_le_decode,b'\x3d\xd8\x00'); t(C.utf_16_le_decode,b'\x3d\xd8','strict',True); t(C.utf_16_le_decode,b'\x3d\xd8\x00\xde')
t(C.utf_32_decode,b'\xff\xfe\0\0a\0\0\0b'); t(C.utf_32_ex_decode,b'\0\0\xfe\xff\0\0\0a'); t(C.utf_32_ex_decode,b'\0\0')
t(C.utf_16_encode,'a\U0001f600'); t(C.utf_16_encode,'a',None,1); t(C.utf_16_encode,'a',None,-1); t(C.utf_32_encode,'a',None,1); t(C.utf_16_encode,'\ud800',None,1); t(C.utf_16_be_encode,'a\ud800'); t(C.utf_16_encode,'\ud800')
for s_ in 'abc','a+b','A\u2262\u0391.','\U0001f600-','~\\ \t\n\x01','\xe9-','\xe9a','+','Hi Mom -\u263a-!','\ud800x','\u65e5\u672c\u8a9e':
    t(C.utf_7_encode,s_); t(lambda: C.utf_7_decode(C.utf_7_encode(s_)[0],'strict',True))
for b in b'a+',b'a+-',b'+AGE-',b'+AGE',b'+AG',b'+A',b'a+!b',b'a\xffb',b'+2D3eAA-',b'+2D0-',b'+AGF-',b'+AGEx',b'+////',b'a+AGE-b',b'~\\',b'+2AA-\x80':
    t(C.utf_7_decode,b); t(C.utf_7_decode,b,'strict',True); t(C.utf_7_decode,b,'replace',True)
t(C.unicode_escape_encode,'a\\\n\t\r\x01\x7f\xe9\u1234\U0001f600\''); t(C.raw_unicode_escape_encode,'a\\\n\xe9\u1234\U0001f600')
for b in b'a\\n\\t\\x41\\u0041\\U00000041\\101\\0',b'\\',b'a\\x4',b'\\x4g',b'\\u12',b'\\U00110000',b'\\N{DIGIT ONE}',b'\\N{NOPE}',b'\\N{',b'\\N',b'\\Nx',b'\\N{}',b'\\\n\'\\"',b'\xe9',b'\\x',b'\\u123gz':
    t(C.unicode_escape_decode,b); t(C.unicode_escape_decode,b,'strict',False); t(C.unicode_escape_decode,b,'replace'); t(C.raw_unicode_escape_decode,b); t(C.raw_unicode_escape_decode,b,'ignore',False)
t(C.unicode_escape_decode,'\xe9'); t(C.unicode_escape_decode,3)
t(C.raw_unicode_escape_decode,b'\\\\u0041'); t(C.raw_unicode_escape_decode,b'\\U00110000')
t(C.escape_encode,b'a\\\'\n\t\r\x01\xff"'); t(C.escape_encode,'x'); t(C.escape_decode,b'\\x41\\n\\101\\\\\\\''); t(C.escape_decode,b'\\x4'); t(C.escape_decode,b'\\x4','replace'); t(C.escape_decode,b'\\x4','ignore'); t(C.escape_decode,b'\\x4','foo'); t(C.escape_decode,b'a\\'); t(C.escape_decode,'\\n\xe9')
t(C.latin_1_encode,'\xe9\u1234','replace'); t(C.latin_1_decode,b'\xe9'); t(C.ascii_encode,'\xe9','backslashreplace'); t(C.ascii_decode,b'\xe9','surrogateescape'); t(C.readbuffer_encode,'\xe9'); t(C.readbuffer_encode,b'x'); t(C.ascii_encode,'\u1234\u1235','xmlcharrefreplace')
t(C.charmap_encode,'a\xe9\u1234','strict'); t(C.charmap_encode,'ab','strict',{97:98,98:b'xyz'}); t(C.charmap_encode,'abc','replace',{97:98,63:64}); t(C.charmap_encode,'abc','strict',{97:98}); t(C.charmap_encode,'abc','replace',{97:98}); t(C.charmap_encode,'abc','xmlcharrefreplace',{97:98,**{i:i for i in range(35,60)}}); t(C.charmap_encode,'a','strict',{97:256}); t(C.charmap_encode,'a','strict',{97:'x'}); t(C.charmap_encode,'a','strict',{97:None}); t(C.charmap_encode,'abc','h',m); t(C.charmap_encode,'a\u1234\u1235','h',m); t(C.charmap_encode,'a\u1234\u1235','strict',m); t(C.charmap_encode,'\u1234','backslashreplace',m); t(C.charmap_encode,'ab','bytes',{97:1})
t(C.charmap_decode,b'ab\xff','strict'); t(C.charmap_decode,b'\0\1\2','strict','xy'); t(C.charmap_decode,b'\0\1\2','replace','xy'); t(C.charmap_decode,b'\0\1','strict','x\ufffe'); t(C.charmap_decode,b'ab','strict',{97:'xyz',98:0x1234}); t(C.charmap_decode,b'ab','ignore',{97:None}); t(C.charmap_decode,b'a','strict',{97:-1}); t(C.charmap_decode,b'a','strict',{97:b'x'}); t(C.charmap_decode,b'a','h',{97:0xfffe}); t(C.charmap_decode,b'a','strict',3)
t(C.charmap_build,'abc');  print(C.charmap_build('\0ab\ufffec\u1234').size(), C.charmap_build('').__class__ if 0 else ''); t(C.charmap_build,'\0a\0'); t(C.charmap_build,3)
for name in ('utf-8','UTF8','Latin-1','iso-8859-1','us-ascii','ASCII','utf_16','utf-32','U8' if 0 else 'utf 8'):
    t('a'.encode,name); t(b'a\0\0\0'.decode,name)
import sys
if sys.version_info>=(3,14): t(C._unregister_error,'strict'); t(C._unregister_error,'zz'); t(C.register_error,'zz',len); t(C._unregister_error,'zz')
if hasattr(C,'_normalize_encoding'): t(C._normalize_encoding,'A-b C.d é_'); t(C._normalize_encoding,3)
