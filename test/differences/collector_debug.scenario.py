# The collector's debugging messages are refused.
# Cause: they tell of CPython's own start-up, which allocates more than the model's.
# Workaround: `gc.callbacks`, and `gc.DEBUG_SAVEALL` without messages.
# CPython: gc: collectable <list 0xADDR>
# Exit Lens: refused: gc.set_debug with messages
import gc
gc.disable()
gc.collect()
gc.set_debug(gc.DEBUG_COLLECTABLE)
a = []
a.append(a)
del a
gc.collect()
gc.set_debug(0)
