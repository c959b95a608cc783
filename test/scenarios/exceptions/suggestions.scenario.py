# "Did you mean": names, attributes and missing imports, as the default hook prints them.
import sys

class Box:
    def __init__(self):
        self.content = 1
        self.colour = 2

    def use(self):
        return contents + lenght

def name(): return pritn("x")
def attribute(): return Box().contents
def method(): return [].appendd(1)
def local():
    value_one = 1
    return value_on
def module(): return sys.pth
def unimported(): return atexit.register
def own(): return Box().colr
def self_missing():
    return Box().use()
def far(): return Box().completely_different

for function in (name, attribute, method, local, module, unimported, own, self_missing, far):
    try:
        function()
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)
