# What the system has to say: number, text, class, file names.
import errno, os
cases = [
    lambda: open("_no_such_file"), lambda: open(b"_no_such_file"), lambda: open("."), lambda: open(".", "w"), lambda: open("_none/x", "w"), lambda: open(""),
    lambda: open(__file__ + "/x"), lambda: os.open("_none", 0), lambda: os.close(99), lambda: os.read(99, 1), lambda: os.mkdir("."), lambda: os.rmdir("_none"),
    lambda: os.rename("_none", "_other"), lambda: os.readlink("."), lambda: os.listdir("_none"), lambda: os.chdir(b"_none"), lambda: os.stat(99), lambda: os.unlink("."),
]
for number, case in enumerate(cases):
    try:
        case()
        print(number, "no error")
    except OSError as error:
        print(number, type(error).__name__, errno.errorcode[error.errno], error.strerror, repr(error.filename2))
        print(str(error).replace(__file__, "FILE"), len(error.args))
