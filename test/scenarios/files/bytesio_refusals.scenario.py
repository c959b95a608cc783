"""What is left of a BytesIO when it refuses something because a view holds its bytes."""
import io
for name, f in dict(init=lambda s: s.__init__(b'new'), init0=lambda s: s.__init__(), trunc=lambda s: s.truncate(2), trunc9=lambda s: s.truncate(99), write=lambda s: s.write(b'x'), close=lambda s: s.close(), wl=lambda s: s.writelines([b'a']), bad=lambda s: s.__init__(5), bad2=lambda s: s.__init__('x'), setst=lambda s: s.__setstate__((b'q', 0, None)), state=lambda s: s.__getstate__(), read=lambda s: s.read1(2), seek=lambda s: s.seek(9), readinto=lambda s: s.readinto(bytearray(2))).items():
    for hold in (True, False):
        s = io.BytesIO(b'hello world'); s.read(4)
        v = s.getbuffer() if hold else None
        try: print(name, hold, f(s))
        except Exception as e: print(name, hold, type(e).__name__, e)
        if s.closed: print('closed'); continue
        print(s.tell(), s.getvalue(), s.read())
        del v
        print(s.tell(), s.getvalue())
