/** The signals of Linux and what goes with them. */
const table = `
  NSIG=65 SIG_BLOCK=0 SIG_UNBLOCK=1 SIG_SETMASK=2 SIGHUP=1 SIGINT=2 SIGQUIT=3 SIGILL=4 SIGTRAP=5 SIGIOT=6 SIGABRT=6 SIGFPE=8 SIGKILL=9 SIGBUS=7
  SIGSEGV=11 SIGSYS=31 SIGPIPE=13 SIGALRM=14 SIGTERM=15 SIGUSR1=10 SIGUSR2=12 SIGCLD=17 SIGCHLD=17 SIGPWR=30 SIGIO=29 SIGURG=23 SIGWINCH=28
  SIGPOLL=29 SIGSTOP=19 SIGTSTP=20 SIGCONT=18 SIGTTIN=21 SIGTTOU=22 SIGVTALRM=26 SIGPROF=27 SIGXCPU=24 SIGXFSZ=25 SIGRTMIN=34 SIGRTMAX=64
  SIGSTKFLT=16 ITIMER_REAL=0 ITIMER_VIRTUAL=1 ITIMER_PROF=2 SIG_DFL=0 SIG_IGN=1
`;

export const constants: readonly (readonly [name: string, value: number])[] = table
  .trim()
  .split(/\s+/)
  .map((entry) => entry.split('='))
  .map(([name, value]) => [name!, Number(value)]);

const names =
  'Hangup|Interrupt|Quit|Illegal instruction|Trace/breakpoint trap|Aborted|Bus error|Floating point exception|Killed|User defined signal 1|' +
  'Segmentation fault|User defined signal 2|Broken pipe|Alarm clock|Terminated|Stack fault|Child exited|Continued|Stopped (signal)|Stopped|' +
  'Stopped (tty input)|Stopped (tty output)|Urgent I/O condition|CPU time limit exceeded|File size limit exceeded|Virtual timer expired|' +
  'Profiling timer expired|Window changed|I/O possible|Power failure|Bad system call';

/** What strsignal() says. */
export const signalName = (signal: number): string => names.split('|')[signal - 1] ?? `Real-time signal ${signal - 34}`;
