# Two modules that import each other.
import gc
gc.disable()                      # so that the order of their objects' deaths is the collector's list alone
import first
import second
print(first.value, second.value, first.second is second, second.first is first)
