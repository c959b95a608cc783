# from module import *, with and without __all__.
from source import *
from plain import *

print(public, _listed, "unlisted" in globals(), visible, "_hidden" in globals(), function(), "sys" in globals())
visible = 10
print(function())
import plain
plain.visible = 100
print(function(), plain.__dict__["_hidden"], vars(plain) is plain.__dict__)
del plain.visible
try:
    function()
except NameError as error:
    print(error)
