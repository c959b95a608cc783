export const ioPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ open() text_encoding() open_code() DEFAULT_BUFFER_SIZE UnsupportedOperation BlockingIOError
  IncrementalNewlineDecoder _BytesIOBuffer:12- _IOBase _TextIOBase _BufferedIOBase _RawIOBase BytesIO BufferedWriter BufferedReader BufferedRWPair
  BufferedRandom FileIO StringIO TextIOWrapper
`;
