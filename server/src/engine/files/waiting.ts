/** What a call that has to wait throws where nobody says how: whoever makes it lets the thread wait, and makes it again. */
export class WouldBlock {}

/** Bytes that fit into a pipe. */
export const pipeCapacity = 65536;

/** The bits of POLL* and EPOLL*, which are the same numbers. */
export const enum Ready {
  IN = 1,
  PRIORITY = 2,
  OUT = 4,
  ERROR = 8,
  HANGUP = 16,
  INVALID = 32,
  PEER_HANGUP = 0x2000,
}
