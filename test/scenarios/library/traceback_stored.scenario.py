# A stored traceback keeps its frames' locals; with_traceback, __context__ and add_note; what breaks the chain.
import gc
import sys
import traceback
import weakref

gc.collect()
gc.disable()


class Local:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("local", self.name, "goes")


def fail(depth):
    here = Local(f"at {depth}")
    if depth == 0:
        raise ValueError("bottom")
    fail(depth - 1)


def store():
    try:
        fail(1)
    except ValueError as error:
        return error


kept = store()
print(len(traceback.extract_tb(kept.__traceback__)))
tb = kept.__traceback__
kept = kept.with_traceback(None)
print("the traceback alone keeps them:", tb.tb_next.tb_frame.f_locals["depth"])
tb.tb_next = None
print("cut after the first")
del tb
print("traceback gone", kept.__traceback__)


def caught():
    mine = Local("mine")
    try:
        fail(0)
    except ValueError as error:
        saved = error
    return weakref.ref(saved.__traceback__.tb_frame.f_locals["mine"] if sys.version_info >= (3, 11) else mine)


ref = caught()
print("frame and exception hold each other:", ref() is not None)
print(gc.collect() > 0, ref())


class Holder(Exception):
    def __init__(self, payload):
        super().__init__(payload.name)
        self.payload = payload


try:
    try:
        raise Holder(Local("first payload"))
    except Holder:
        raise Holder(Local("second payload"))
except Holder as error:
    error.add_note("with a note")
    last = error
print(last.__context__, last.__notes__, last.__cause__, last.__suppress_context__)
last.__context__ = None
print("context dropped")
lines = traceback.format_exception(last)
print(lines[-2:])
summary = traceback.TracebackException.from_exception(last, capture_locals=True)
print(summary.stack[0].lineno, "error" in str(summary.stack[0].locals))
del last
print("the summary keeps no payload")
text = "".join(summary.format(chain=False)).splitlines()
print(text[0], text[-1])


def generator():
    inside = Local("in generator")
    try:
        yield 1
    finally:
        print("generator closes")


g = generator()
next(g)
try:
    g.throw(KeyError("thrown"))
except KeyError as error:
    stored = error
del g
print("thrown through:", [f.name for f in traceback.extract_tb(stored.__traceback__)])
sys.last_value = stored
del stored
print("kept by sys.last_value")
at_exit = store()
