"""What the documentation of built-ins says about their parameters, and the order of the types' dicts."""
import types

for kind in (int, list, dict, set, type, object, property, zip, bytes, types.FunctionType, ValueError, OSError):
    print(kind.__name__, repr(kind.__text_signature__), *vars(kind))
    for name, value in vars(kind).items():
        if name != '__doc__' and hasattr(value, '__text_signature__'):
            print('   ', name, value.__text_signature__)


class Stack(list):
    def push(self, item):
        self.append(item)


print(len.__text_signature__, print.__text_signature__, getattr.__text_signature__)
print([].append.__text_signature__, Stack().append.__text_signature__, Stack.pop.__text_signature__)
print(dict.fromkeys.__text_signature__, int.from_bytes.__text_signature__, (1).__add__.__text_signature__)
print(int.__new__.__text_signature__, Stack.__new__.__text_signature__, Stack.__text_signature__)
print(dir(Stack())[-3:], [name for name in dir(list[int]) if name not in dir(list)])
