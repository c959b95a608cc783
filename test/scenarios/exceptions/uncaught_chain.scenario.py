# The report of chained errors: direct cause, context, notes and errors of one's own.
class Failure(Exception):
    pass

def connect():
    raise ConnectionError("refused")

def load():
    try:
        connect()
    except ConnectionError as error:
        raise Failure("cannot load", 5) from error

def main():
    try:
        load()
    except Failure as error:
        error.add_note("first note")
        error.add_note("second\nnote")
        table = {}
        table["missing"]

main()
