"""BytesIO.getbuffer: views that write, and what they forbid while they are there."""
import io
import pickle

stream = io.BytesIO(b'hello world')
view = stream.getbuffer()
print(type(view.obj).__name__, type(view.obj).__module__, view.readonly, len(view), view.nbytes)
view[0:5] = b'HELLO'
print(stream.getvalue(), stream.read(4))
for change in (lambda: stream.write(b'x'), lambda: stream.truncate(2), stream.close, lambda: stream.__init__(b'new'), lambda: stream.writelines([b'a'])):
    try:
        change()
    except BufferError as error:
        print('BufferError:', error)
part = view[3:]
view.release()
try:
    stream.write(b'x')
except BufferError as error:
    print('BufferError:', error)
part.release()
print(stream.write(b'++'), stream.getvalue())

shared = b'immutable'
other = io.BytesIO(shared)
with other.getbuffer() as inside:
    inside[0] = ord('I')
    print(bytes(inside), shared)
print(other.getvalue(), other.closed)
other.close()
try:
    other.getbuffer()
except ValueError as error:
    print('ValueError:', error)


class Stream(io.BytesIO):
    def __del__(self):
        print('stream gone')
        super().__del__() if hasattr(io.BytesIO, '__del__') else None


kept = Stream(b'kept by its view').getbuffer()
print(bytes(kept[:4]))
del kept


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    data = pickle.dumps({'p': Point(1, [2, (3,)]), 'n': None, 's': {1, 2}, 'b': b'xy'}, protocol)
    back = pickle.loads(data)
    print(protocol, len(data), back['p'].x, back['p'].y, back['s'], back['b'])
same = []
same.append(same)
again = pickle.loads(pickle.dumps(same))
print(again[0] is again)
