"""Traceback objects: attributes, the settable link, and making one."""


def fail():
    raise ValueError("it")


def caught():
    try:
        fail()
    except ValueError as error:
        return error.__traceback__


traceback = caught()
print(traceback.tb_lineno, traceback.tb_next.tb_lineno, traceback.tb_next.tb_next, traceback.tb_frame.f_code.co_name, traceback.tb_lasti >= 0)
for action in [
    "traceback.tb_next = 3", "del traceback.tb_next", "traceback.tb_next = traceback", "traceback.tb_next.tb_next = traceback", "traceback.tb_lineno = 3",
    "traceback.tb_frame = 3", "traceback.unknown", "traceback.unknown = 3",
]:
    try:
        exec(action)
    except (TypeError, ValueError, AttributeError) as refused:
        print(action, "->", refused)
print(dir(traceback))
kind, frame = type(traceback), traceback.tb_frame
made = kind(traceback, frame, traceback.tb_lasti, 40)
print(made.tb_next is traceback, made.tb_lasti == traceback.tb_lasti, made.tb_lineno, kind(None, frame, -1, -1).tb_lineno)
for args in (None, None, 1, 2), (3, frame, 1, 2), (None, frame, "a", 2), (), (None, frame, 1), (None, frame, 1, 2, 3):
    try:
        kind(*args)
    except TypeError as refused:
        print(refused)
traceback.tb_next = None
raise ValueError("printed with").with_traceback(made)
