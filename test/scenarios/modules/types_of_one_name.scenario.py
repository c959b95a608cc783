# Modules written in C have types of one name, which have nothing else in common.
import binascii
import contextvars
import csv
import decimal
import locale
import struct

for error in (binascii.Error, csv.Error, locale.Error, struct.error, decimal.InvalidOperation):
    print(error.__module__, error.__qualname__, error, [base.__name__ for base in error.__mro__])
    try:
        raise error("why")
    except Exception as caught:
        print(repr(caught), caught.args)
print(hasattr(decimal.Context, "run"), hasattr(contextvars.Context, "run"), hasattr(contextvars.Context, "prec"))
print(len(contextvars.Context()), "prec" in dir(decimal.Context()))
binascii.unhexlify("x")
