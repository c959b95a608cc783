# Threads are refused, with `threading`, `_thread` and everything built on them.
# Cause: there is one thread yet.
# Workaround: call the function instead of starting it.
# CPython: done
# Exit Lens: refused: starting a thread
import threading
thread = threading.Thread(target=print, args=("done",))
thread.start()
