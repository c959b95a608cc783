# Modules of the standard library are refused when they are imported, but for those that [language.md](language.md) lists.
# Cause: those that CPython writes in Python are to be its own sources, compiled ahead.
# Workaround: cut the import out of the scenario.
# CPython: [1]
# Exit Lens: refused: the module json
import json
print(json.dumps([1]))
