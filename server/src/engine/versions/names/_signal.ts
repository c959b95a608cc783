export const signalPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ default_int_handler() alarm() setitimer() getitimer() signal() raise_signal() strsignal()
  getsignal() set_wakeup_fd() siginterrupt() pause() pidfd_send_signal() pthread_kill() pthread_sigmask() sigpending() sigwait() sigwaitinfo()
  sigtimedwait() valid_signals() NSIG SIG_BLOCK SIG_UNBLOCK SIG_SETMASK SIGHUP SIGINT SIGQUIT SIGILL SIGTRAP SIGIOT SIGABRT SIGFPE SIGKILL SIGBUS
  SIGSEGV SIGSYS SIGPIPE SIGALRM SIGTERM SIGUSR1 SIGUSR2 SIGCLD SIGCHLD SIGPWR SIGIO SIGURG SIGWINCH SIGPOLL SIGSTOP SIGTSTP SIGCONT SIGTTIN SIGTTOU
  SIGVTALRM SIGPROF SIGXCPU SIGXFSZ SIGRTMIN SIGRTMAX SIGSTKFLT ITIMER_REAL ITIMER_VIRTUAL ITIMER_PROF SIG_DFL SIG_IGN ItimerError struct_siginfo
`;
