# What programs do with csv, and when readers and writers let go of what they read and write.
import csv, io, gc
print(csv.list_dialects(), csv.excel, csv.get_dialect('excel-tab').delimiter, csv.__all__)
data = io.StringIO('name,age\nBob,3\n"Ann, B",4,extra\nC\n')
for row in csv.DictReader(data): print(row)
o = io.StringIO(); w = csv.DictWriter(o, ['a','b'], extrasaction='ignore'); w.writeheader(); w.writerow({'a':1,'b':'x"y','c':2}); w.writerows([{'a':None},{'b':1.5}]); print(repr(o.getvalue()))
try: csv.DictWriter(o,['a']).writerow({'z':1})
except ValueError as e: print(e)
s = csv.Sniffer()
d = s.sniff('a;b;c\n1;2;3\n4;5;6\n'); print(d.delimiter, d.quotechar, d.skipinitialspace)
print(s.has_header('name,age\nBob,3\nAnn,4\n'), s.sniff("'a','b'\n'c','d'\n").quotechar)
try: s.sniff('abc')
except csv.Error as e: print(e)
class my(csv.Dialect):
    delimiter='|'; quoting=csv.QUOTE_ALL; doublequote=True; quotechar="'"; lineterminator='\n'
csv.register_dialect('my', my); o = io.StringIO(); csv.writer(o,'my').writerows([[1,'a'],["it's",None]]); print(repr(o.getvalue()))
class bad(csv.Dialect): delimiter=',,'; quotechar='"'; lineterminator='\n'; quoting=0; skipinitialspace=False
try: bad()
except csv.Error as e: print(e)
with open('rows.csv','w',newline='') as f: csv.writer(f).writerows([[1,2],['a\nb','c']])
with open('rows.csv',newline='') as f: print(list(csv.reader(f)))
class Src:
    def __init__(self): self.n=0
    def __iter__(self): return self
    def __next__(self):
        self.n+=1
        if self.n>2: raise StopIteration
        return 'a,b'
    def __del__(self): print('src gone')
r = csv.reader(Src()); print(next(r)); print([type(x).__name__ for x in gc.get_referents(r) if not isinstance(x,type)]); print(list(r)); del r; print('-')
class Sink:
    def write(self, s): print(repr(s)); return len(s)
    def __del__(self): print('sink gone')
w = csv.writer(Sink()); w.writerow([1]); del w; print('--')
kept = csv.reader(Src()); kw = csv.writer(Sink())
