# try, except, else and finally: the order, returns that override, and what is re-raised.
def run(fail, where="body"):
    try:
        print("try")
        if fail:
            raise fail
    except (KeyError, IndexError) as error:
        print("lookup", repr(error))
        return "from except"
    except ValueError:
        print("value")
        raise
    else:
        print("else")
        return "from else"
    finally:
        print("finally")

print(run(None), run(KeyError("k")), run(IndexError()))
try:
    run(ValueError("v"))
except ValueError as error:
    print("outside", error)

def override():
    try:
        return "try"
    finally:
        return "finally"

def swallow():
    for i in range(3):
        try:
            1 / 0
        finally:
            if i == 1:
                break
            continue
    return i

def nested():
    try:
        try:
            raise ValueError(1)
        finally:
            print("inner finally")
    except ValueError as error:
        try:
            raise KeyError(2)
        except KeyError:
            print("inner", error)
    finally:
        print("outer finally")

def value(x):
    try:
        return x
    finally:
        x = "changed"

print(override(), swallow(), nested(), value("kept"))
try:
    raise ValueError
except Exception as error:
    kept = error
print("error" in globals(), repr(kept), kept.args)
try:
    try:
        raise TypeError("t")
    except ValueError:
        print("never")
    finally:
        print("passes through")
except TypeError as error:
    print(error)
for wrong in (5, int, None):
    try:
        raise wrong
    except TypeError as error:
        print(error)
try:
    try:
        1 / 0
    except 5:
        pass
except TypeError as error:
    print(error, "|", repr(error.__context__))
try:
    raise
except RuntimeError as error:
    print(error)
