import plain
try:
    plain.late
except AttributeError as error:
    print(error)
try:
    from plain import late
except ImportError as error:
    print(error)
plain.__spec__.origin = "/elsewhere/plain.py"
try:
    plain.late
except AttributeError as error:
    print(error)
