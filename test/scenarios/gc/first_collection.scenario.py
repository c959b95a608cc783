# After how many allocations collections run by themselves, counted by a callback.
import gc

gc.collect()
log = []
def watch(phase, info):
    if phase == "start":
        log.append((len(kept), info["generation"]))

kept = []
gc.callbacks.append(watch)
for i in range(9000):
    kept.append([])
gc.callbacks.clear()
print(log)
