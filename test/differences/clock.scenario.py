# Time begins with the year 2024 and goes on with the instructions executed; `time.sleep` takes no time.
# Cause: a run has to be the same every time.
# Workaround: none is needed for durations.
# CPython: False
# Exit Lens: True
import time
print(time.gmtime().tm_year == 2024)
