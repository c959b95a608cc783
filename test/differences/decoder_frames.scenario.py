# The traceback of text that cannot be decoded has no frame of `codecs`.
# Cause: the frequent encodings are decoded without an object of `codecs`.
# Workaround: none is needed; the exception is the same.
# CPython: 2
# Exit Lens: 1
from _io import BytesIO, TextIOWrapper
try:
    TextIOWrapper(BytesIO(b"\xff"), "utf-8").read()
except UnicodeDecodeError as error:
    frames, entry = 0, error.__traceback__
    while entry:
        frames, entry = frames + 1, entry.tb_next
    print(frames)
