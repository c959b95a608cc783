visible = 1
_hidden = 2
def function(): return visible + _hidden
import sys
