lazy import a.b as c
lazy from . import d
lazy = 1; lazy.x
[*x for x in y]; {*x for x in y}; {**x for x in y}; (*x for x in y); f(*x for x in y)
match x:
    case +1 | +1 + 2j: pass
