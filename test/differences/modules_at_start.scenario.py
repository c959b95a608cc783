# Fewer modules are loaded when the program starts, and the collector knows fewer objects.
# Cause: start-up imports modules written in Python, which are not modelled yet.
# Workaround: `gc.get_count()` and the moments at which the collector runs are those of a full start-up.
# CPython: True
# Exit Lens: False
import sys
print("codecs" in sys.modules)
