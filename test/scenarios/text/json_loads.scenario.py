"""JSON read: values, spaces, numbers, escapes, hooks."""
import json

print(json.loads('{"a": [1, -2.5e3, true, false, null], "b": {"c": ""}}'), json.loads(' [ 1 , 2 ] '), json.loads('"\\u00e9\\ud83d\\ude00\\n"'))
print(json.loads("NaN"), json.loads("-Infinity"), json.loads("12345678901234567890"), json.loads("1E400"), json.loads("-0"))
print(json.loads('{"a":1,"a":2}'), json.loads(b'["bytes"]'), json.loads('{"x": {"y": 1}}', object_hook=lambda d: tuple(d)))
print(json.loads('{"b":1,"a":2}', object_pairs_hook=list), json.loads("[1.5, 2]", parse_float=str, parse_int=lambda s: s + "!"))
print(json.loads("[NaN]", parse_constant=lambda name: "<" + name + ">"), json.JSONDecoder().raw_decode("[1] rest"), json.loads('["a\tb"]', strict=False))
keys = json.loads('[{"key": 1}, {"key": 2}]')
print([list(d)[0] for d in keys], list(keys[0])[0] is list(keys[1])[0])
