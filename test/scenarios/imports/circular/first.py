print("first begins")
import second
print("first sees", second.value, hasattr(second, "from_first"))
value = "first's value"

class First:
    def __del__(self): print("First freed", value)

item = First()
print("first ends")
