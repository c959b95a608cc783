# Picklers are the library's own, written in Python: their errors have other types at times, and what they hold goes otherwise.
# Cause: `_pickle` is not modelled, and `pickle` does without it as on an interpreter that was built without it.
# Workaround: none where the life of a pickler or the type of its error matters; what is pickled is the same.
# CPython: <class '_pickle.Pickler'>
# Exit Lens: <class 'pickle._Pickler'>
import pickle

print(pickle.Pickler)
