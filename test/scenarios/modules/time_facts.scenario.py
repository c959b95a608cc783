# time: types and relations only, as its values are the machine's.
import time

start, begin, process = time.time(), time.monotonic(), time.perf_counter()
print(
    type(start).__name__, type(begin).__name__, type(process).__name__, type(time.time_ns()).__name__,
    type(time.monotonic_ns()).__name__
)
time.sleep(0.001)
print(
    time.time() >= start, time.monotonic() > begin, time.perf_counter() > process, time.process_time() >= 0,
    time.sleep(0)
)
moment = time.gmtime(0)
print(moment.tm_year, moment.tm_mon, moment[3:6], time.gmtime(86400 * 365)[:3])
print(time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(1_000_000_000)))
for action in (lambda: time.sleep(-1), lambda: time.sleep("x"), lambda: time.gmtime("x")):
    try:
        action()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
