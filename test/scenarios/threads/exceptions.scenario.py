# What nobody catches in a thread ends the thread, not the program.
import sys
import threading


def fail(kind):
    raise kind('in a thread')


for kind in (ValueError, SystemExit, KeyboardInterrupt):
    thread = threading.Thread(target=fail, args=(kind,), name=kind.__name__)
    thread.start()
    thread.join()
    print('joined', thread.name)


def hook(args):
    print('hook', args.exc_type.__name__, args.exc_value, args.thread.name)


threading.excepthook = hook
thread = threading.Thread(target=fail, args=(OSError,), name='hooked')
thread.start()
thread.join()
threading.excepthook = threading.__excepthook__
stderr = sys.stderr
sys.stderr = None
thread = threading.Thread(target=fail, args=(LookupError,), name='silent')
thread.start()
thread.join()
sys.stderr = stderr
print('end')
