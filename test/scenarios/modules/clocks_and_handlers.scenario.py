# Clocks by number, parsing of times, the switch interval, and characters replaced by their names.
import sys, time
def t(label, f):
    try: print(label, ascii(f()))
    except BaseException as e: print(label, type(e).__name__, ascii(str(e)))
for s in ['aé', '😀\ud800', '한\u0378', '\x00\x80ÿ', 'Ⅷ\U000e0001\uf8ff', '中']:
    t('nr', lambda: s.encode('ascii','namereplace')); t('nr', lambda: s.encode('latin-1','namereplace'));
import codecs
t('h', lambda: codecs.lookup_error('namereplace')(UnicodeEncodeError('ascii','aéb',1,2,''))); t('h', lambda: codecs.lookup_error('namereplace')(UnicodeDecodeError('ascii',b'aeb',1,2,''))); t('h', lambda: codecs.namereplace_errors(UnicodeTranslateError('aéb',1,2,''))); t('h', lambda: codecs.namereplace_errors(5)); t('h', lambda: b'\xff'.decode('ascii','namereplace'))
t('sw', sys.getswitchinterval); t('sw', lambda: sys.setswitchinterval(0.1)); t('sw', sys.getswitchinterval); t('sw', lambda: sys.setswitchinterval(0)); t('sw', lambda: sys.setswitchinterval(-1)); t('sw', lambda: sys.setswitchinterval('a')); t('sw', lambda: sys.setswitchinterval(1)); t('sw', sys.getswitchinterval); t('sw', lambda: sys.setswitchinterval()); t('sw', lambda: sys.setswitchinterval(1e-9)); t('sw', sys.getswitchinterval); t('sw', lambda: sys.setswitchinterval(float('nan'))); t('sw', lambda: sys.setswitchinterval(1e300)); t('sw', sys.getswitchinterval)
for n in dir(time):
    if n.startswith('CLOCK'): print(n, getattr(time,n))
for c in [time.CLOCK_REALTIME, time.CLOCK_MONOTONIC, time.CLOCK_PROCESS_CPUTIME_ID, 99, 'a', 2**40]:
    t('cg', lambda: type(time.clock_gettime(c))); t('cg', lambda: type(time.clock_gettime_ns(c))); t('gr', lambda: time.clock_getres(c))
t('st', lambda: time.strptime('2024-02-03 04:05:06', '%Y-%m-%d %H:%M:%S')); t('st', lambda: time.strptime('Mon Jan  1 00:00:00 2024')); t('st', lambda: time.strptime('x','%Y')); t('st', lambda: time.strptime()); t('st', lambda: time.strptime('2024','%Q')); t('st', lambda: time.strptime(5, '%Y')); t('st', lambda: time.strptime('1','%d',3)); t('st', lambda: time.strptime('10 am','%I %p').tm_hour)
for n in ['time','monotonic','perf_counter','process_time','thread_time','x']:
    t('gi', lambda: time.get_clock_info(n))
t('gi', lambda: time.get_clock_info(5)); t('gi', lambda: time.get_clock_info())
