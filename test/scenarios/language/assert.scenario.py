# assert with and without a message; the test and the message are evaluated once.
def check(value):
    print("check", value)
    return value

assert check(True), check("message not evaluated")
try:
    assert check(0), check("message")
except AssertionError as error:
    print(repr(error), error.args)
try:
    assert check([])
except AssertionError as error:
    print(repr(error), error.args)
assert [1], "not evaluated" + 1
assert check("")
