# logging to a StringIO: levels, formatters, handlers, filters, children, and who keeps a handler.
import io
import logging


class Noisy(logging.StreamHandler):
    def __del__(self):
        print("handler goes")


class Only(logging.Filter):
    def filter(self, record):
        return "secret" not in record.getMessage()


out = io.StringIO()
log = logging.getLogger("app.db")
handler = Noisy(out)
handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(funcName)s: %(message)s"))
handler.addFilter(Only())
log.addHandler(handler)
log.setLevel(logging.INFO)
log.propagate = False


def work():
    log.debug("too low")
    log.info("count %d of %s", 3, "things")
    log.warning("a secret")
    try:
        1 / 0
    except ZeroDivisionError:
        log.error("failed", exc_info=True)


work()
print(out.getvalue().splitlines()[0], out.getvalue().splitlines()[-1])
print(log.name, log.parent.name, log.isEnabledFor(logging.DEBUG), log.getEffectiveLevel(), logging.getLevelName(30), log.hasHandlers())
print(logging.getLogger("app.db") is log, logging.getLogger("app") is log.parent, logging.root.level, logging.getLogger() is logging.root)
records = []


class Keep(logging.Handler):
    def emit(self, record):
        records.append(record)


child = log.getChild("pool")
child.addHandler(Keep())
child.critical("boom %s", {"k": 1})
print(records[0].name, records[0].levelno, records[0].args, records[0].getMessage())
log.removeHandler(handler)
print("removed")
del handler
print("logging.shutdown knows it weakly")
adapter = logging.LoggerAdapter(child, {"user": "ann"})
print(adapter.process("msg", {})[1])
logging.getLogger("lonely").warning("to stderr by the last resort")
last = logging.getLogger("last")
last.addHandler(Noisy(out))
