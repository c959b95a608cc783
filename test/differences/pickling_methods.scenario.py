# Objects have no `__reduce__` and `__reduce_ex__`, but for iterators and exceptions.
# Cause: `copyreg`, `copy` and `pickle`, which call them, are not modelled yet.
# Workaround: write out what is to be copied.
# CPython: True
# Exit Lens: False
print(hasattr(object(), "__reduce_ex__"))
