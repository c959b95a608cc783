"""JSON written: types, separators, indentation, order, escapes."""
import json

data = {"b": [1, 2.5, None, True, {"c": ()}], "a": "é\n\"\\/\x7f\U0001f600"}
print(json.dumps(data), json.dumps(data, sort_keys=True, separators=(",", ":")), json.dumps(data, ensure_ascii=False))
print(json.dumps(data, indent=2))
print(json.dumps([[], {}, [1]], indent="\t"), json.dumps({1: 2, None: 3, True: 4, 1.5: 5}), json.dumps((1, (2,))))
print(json.dumps([float("inf"), float("-inf"), float("nan"), 1e100, -0.0, 10**30]), json.dumps("</script>"))


class Point:
    def __init__(self, x):
        self.x = x


print(json.dumps([Point(1)], default=lambda p: {"x": p.x}), json.dumps({(1, 2): 3, "k": 4}, skipkeys=True))


class Encoder(json.JSONEncoder):
    def default(self, value):
        return sorted(value) if isinstance(value, set) else super().default(value)


print(json.dumps({"s": {3, 1}}, cls=Encoder), list(json.JSONEncoder().iterencode([1, {"a": []}])))
