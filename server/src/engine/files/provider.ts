/** What a provider has at a path. */
export type Provided = { readonly kind: 'directory' } | { readonly kind: 'file'; readonly size: number; read(): Uint8Array };

/** A tree of files that the host offers to read. Paths are below its root and begin with no slash; the root is ''. */
export interface FileProvider {
  /** Null where there is nothing. The answer for a path does not change during a run. */
  lookup(path: string): Provided | null;
  /** Names in a directory; a host that knows files by asking alone may leave some out. */
  list(path: string): readonly string[];
}

/** Where a node of the tree finds what the program has not written itself: a path of one of the host's providers. */
export interface Backing {
  readonly provider: string;
  readonly path: string;
}

/** What the files of a run ask of their host. It is not part of their state: a copy of the state gets a host of its own. */
export interface FileHost {
  /** Nanoseconds since 1970. */
  now(): bigint;
  /** Takes what was written to standard output (1) or standard error (2). */
  output(descriptor: 1 | 2, bytes: Uint8Array): void;
  /** Is told before files grow by so many bytes; ends the run if there is no room for them. */
  reserve(bytes: number): void;
  /** Is told that something happened for which a thread may wait: bytes came or went, a descriptor was closed. */
  changed(): void;
  /** By the names that `Backing` uses. */
  readonly providers: Readonly<Record<string, FileProvider>>;
}
