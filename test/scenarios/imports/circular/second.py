print("second begins")
import first
print("second sees", hasattr(first, "value"))
try:
    from first import value as from_first
except ImportError as error:
    print(str(error).split(" (most")[0])
value = "second's value"

class Second:
    def __del__(self): print("Second freed", value)

item = Second()
print("second ends")
