# An event emitter with strong and weak listeners.
import weakref

class Emitter:
    def __init__(self): self.listeners = {}
    def on(self, event, listener, weak=False):
        entry = weakref.ref(listener, lambda r: self.off(event, r)) if weak else listener
        self.listeners.setdefault(event, []).append(entry)
        return listener
    def off(self, event, entry):
        print("off", event)
        self.listeners[event].remove(entry)
    def emit(self, event, *args, **kwargs):
        for entry in list(self.listeners.get(event, ())):
            listener = entry() if isinstance(entry, weakref.ref) else entry
            if listener is not None:
                listener(*args, **kwargs)
    def __del__(self): print("emitter freed", {k: len(v) for k, v in self.listeners.items()})

class View:
    def __init__(self, name, emitter):
        self.name = name
        emitter.on("change", self.changed)
    def changed(self, value): print(self.name, "saw", value)
    def __call__(self, value): print(self.name, "called with", value)
    def __del__(self): print("view", self.name, "freed")

emitter = Emitter()
view = View("strong", emitter)
emitter.on("change", lambda value, factor=2: print("lambda", value * factor))
weak = View("weak", Emitter())
emitter.on("change", weak, weak=True)
emitter.emit("change", 5)
del view
print("name deleted, still listening")
emitter.emit("change", 6)
weak = None
emitter.emit("change", 7)
emitter.emit("nothing", 8)
emitter.listeners["change"].clear()
print("cleared")

@lambda f: emitter.on("done", f)
def done(): print("done with", emitter.listeners.keys())

emitter.emit("done")
