# In a module without functions each global dies by reference count in the order of the dictionary.
import builtins

class Text(str): pass
class Holder: pass

builtins_print = builtins.print
first = Holder()
second = Holder()
second.held = Holder()
third = [Holder(), Holder()]
first = third
cycle = Holder()
cycle.me = cycle
print("end")
