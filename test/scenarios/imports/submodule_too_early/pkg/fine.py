import pkg
try:
    pkg.failing
except AttributeError as error:
    print(error)
try:
    pkg.fine.value
except AttributeError as error:
    print(error)
value = 1
