"""Where reports of unraisable errors go when `sys.stderr` is replaced, broken or gone."""
import sys


class Finalised:
    def __del__(self):
        raise ValueError("in finaliser")


class Collecting:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass


class Broken:
    def write(self, text):
        raise OSError("broken")

    def flush(self):
        pass


original = sys.stderr
sys.stderr = collecting = Collecting()
Finalised()
sys.stderr = None
Finalised()
sys.stderr = Broken()
Finalised()
del sys.stderr
Finalised()
sys.stderr = original
print(collecting.text.count("ValueError: in finaliser"), collecting.text.splitlines()[1:])
Finalised()
