# A module whose body fails is not kept; the next import runs it again.
import sys

for attempt in range(2):
    try:
        import broken
    except ValueError as error:
        print(error, "broken" in sys.modules, error.__traceback__.tb_next.tb_lineno)
try:
    import invalid
except SyntaxError as error:
    print(type(error).__name__, error.msg, error.lineno, error.offset)
print("invalid" in sys.modules)
sys.modules["blocked"] = None
try:
    import blocked
except ImportError as error:
    print(error)
import broken
