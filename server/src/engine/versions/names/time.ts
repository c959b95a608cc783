export const timeNames = `
  __name__ __doc__ __package__ __loader__ __spec__ time() time_ns() clock_gettime() clock_gettime_ns() clock_settime() clock_settime_ns()
  clock_getres() pthread_getcpuclockid() sleep() gmtime() localtime() asctime() ctime() mktime() strftime() strptime() tzset() monotonic()
  monotonic_ns() process_time() process_time_ns() thread_time() thread_time_ns() perf_counter() perf_counter_ns() get_clock_info() timezone altzone
  daylight tzname CLOCK_REALTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_THREAD_CPUTIME_ID CLOCK_BOOTTIME CLOCK_TAI
  _STRUCT_TM_ITEMS struct_time
`;
