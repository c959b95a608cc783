# A module taken out of sys.modules while its objects live: they keep its namespace, and a second import is another module.
import gc
import sys
import weakref

import service

gc.collect()
gc.disable()
first = service.Service("first")
ref = weakref.ref(service, lambda r: print("the first module object is gone"))
del sys.modules["service"], service
print("module object:", ref())
print("its functions still have its namespace:", first.count())
import service as second

print(second.Service is type(first), second.created, first.count(), second.Service("second").count())
print(isinstance(first, second.Service), type(first).__module__ == second.__name__)
try:
    raise type(first).Error("from the first")
except second.Service.Error:
    print("caught as the second")
except Exception as error:
    print("another class of the same name:", type(error).__name__)
error = None
del first
print("last object of the first", gc.collect() > 0)
saved = sys.modules.pop("service")
sys.modules["service"] = None
try:
    import service
except ImportError as error:
    print(error)
sys.modules["service"] = saved
import service
print(service is second)
for name in list(sys.modules):
    if name == "service":
        del sys.modules[name]
del saved, second
print("end with", service.created)
