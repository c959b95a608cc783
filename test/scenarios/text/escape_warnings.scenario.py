# The decoders of escapes warn of the first that means nothing.
import codecs
import warnings

cases = [b"\\q\\400\\z", b"\\400", b"\\8", b"\\\xe9", b"\\n\\t", b"\\xz\\9", b"a\\"]
decoders = [codecs.unicode_escape_decode, codecs.escape_decode, lambda data: data.decode("unicode_escape"), codecs.raw_unicode_escape_decode]
for action in ["error", "always", "ignore"]:
    for case in cases:
        for decode in decoders:
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter(action)
                try:
                    print(decode(case), end=" ")
                except Exception as error:
                    print(type(error).__name__, error, getattr(error, "__notes__", None), end=" ")
                print([(w.category.__name__, str(w.message), w.lineno) for w in caught])

# No bytes, no codec.
for name in ["nope", "b,", "", "utf-8", "rot13"]:
    for convert in [lambda: b"".decode(name), lambda: "".encode(name), lambda: str(b"", name), lambda: bytearray().decode(name), lambda: b"a".decode(name)]:
        try:
            print(repr(convert()))
        except Exception as error:
            print(type(error).__name__, error)
