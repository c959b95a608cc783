/** The file system of a run: system calls, the folders of the host, and copies for another run. */
import { beforeEach, describe, expect, it } from 'vitest';
import { OpenFlag, Whence } from '../../server/src/engine/files/descriptors.ts';
import { Errno, FileError } from '../../server/src/engine/files/errors.ts';
import { FileSystem } from '../../server/src/engine/files/filesystem.ts';
import type { FileHost, Provided } from '../../server/src/engine/files/provider.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (data: Uint8Array): string => new TextDecoder().decode(data);

const offered: Readonly<Record<string, string>> = { 'a.py': 'A = 1\n', 'pkg/b.py': 'B = 2\n' };

function provided(path: string): Provided | null {
  const source = offered[path];
  if (source !== undefined) return { kind: 'file', size: source.length, read: () => bytes(source) };
  return path === 'pkg' ? { kind: 'directory' } : null;
}

let output = '';
const host: FileHost = {
  now: () => 5n,
  output: (descriptor, data) => {
    output += `${descriptor}:${text(data)}`;
  },
  reserve: () => {},
  changed: () => {},
  providers: { offered: { lookup: provided, list: (path) => (path === '' ? ['a.py', 'pkg'] : path === 'pkg' ? ['b.py'] : []) } },
};

let files: FileSystem;
beforeEach(() => {
  output = '';
  files = FileSystem.create(host);
  files.mount('/work/here', { provider: 'offered', path: '' });
  files.chdir('/work/here');
});

const write = (path: string, content: string, flags = OpenFlag.WRONLY | OpenFlag.CREAT | OpenFlag.TRUNC): void => {
  const descriptor = files.open(path, flags, 0o666);
  files.descriptors.write(descriptor, bytes(content));
  files.descriptors.close(descriptor);
};
const read = (path: string): string => text(files.readFile(path));

function errno(f: () => unknown): Errno | null {
  try {
    f();
    return null;
  } catch (error) {
    if (error instanceof FileError) return error.errno;
    throw error;
  }
}

describe('files in memory', () => {
  it('keeps what is written, and where each description stands', () => {
    const descriptor = files.open('x', OpenFlag.RDWR | OpenFlag.CREAT, 0o666);
    expect(descriptor).toBe(3);
    files.descriptors.write(descriptor, bytes('hello'));
    const twin = files.descriptors.duplicate(descriptor, false);
    expect(files.descriptors.seek(twin, -3, Whence.END)).toBe(2);
    expect(text(files.descriptors.read(descriptor, 10))).toBe('llo');
    files.descriptors.close(descriptor);
    files.descriptors.truncate(twin, 2);
    expect(read('x')).toBe('he');
    expect(files.stat('x').mode).toBe(0o100644);
    expect(errno(() => files.descriptors.read(descriptor, 1))).toBe(Errno.EBADF);
  });

  it('frees a file with its last name and descriptor', () => {
    write('x', 'data');
    const descriptor = files.open('x', OpenFlag.RDONLY, 0);
    files.unlink('x');
    expect(errno(() => files.stat('x'))).toBe(Errno.ENOENT);
    expect(files.fstat(descriptor).links).toBe(0);
    expect(text(files.descriptors.read(descriptor, 9))).toBe('data');
    files.descriptors.close(descriptor);
  });

  it('follows links, and not for ever', () => {
    files.mkdir('d', 0o777);
    write('d/x', '1');
    files.symlink('d', 'l');
    expect(read('l/x')).toBe('1');
    expect(files.readlink('l')).toBe('d');
    files.symlink('loop', 'loop');
    expect(errno(() => files.stat('loop'))).toBe(Errno.ELOOP);
    expect(errno(() => files.stat('d/x/y'))).toBe(Errno.ENOTDIR);
    expect(errno(() => files.rmdir('d'))).toBe(Errno.ENOTEMPTY);
    files.rename('d', 'e');
    expect(errno(() => files.stat('l/x'))).toBe(Errno.ENOENT);
    expect(read('e/x')).toBe('1');
    expect(errno(() => files.rename('e', 'e/f'))).toBe(Errno.EINVAL);
  });

  it('has pipes and the standard streams', () => {
    const [reading, writing] = files.pipe(0);
    files.descriptors.write(writing, bytes('abc'));
    expect(text(files.descriptors.read(reading, 2))).toBe('ab');
    files.descriptors.close(writing);
    expect(text(files.descriptors.read(reading, 2))).toBe('c');
    expect(files.descriptors.read(reading, 2).length).toBe(0);
    files.descriptors.write(1, bytes('out'));
    files.descriptors.write(2, bytes('err'));
    expect(output).toBe('1:out2:err');
    expect(files.descriptors.read(0, 5).length).toBe(0);
    expect(errno(() => files.descriptors.seek(1, 0, Whence.CUR))).toBe(Errno.ESPIPE);
  });
});

describe('folders of the host', () => {
  it('are read when they are asked for', () => {
    expect(read('a.py')).toBe('A = 1\n');
    expect(read('/work/here/pkg/b.py')).toBe('B = 2\n');
    expect(files.list('.')).toEqual(['a.py', 'pkg']);
    expect(files.stat('pkg/b.py').size).toBe(6);
    expect(errno(() => files.stat('c.py'))).toBe(Errno.ENOENT);
    files.chdir('pkg');
    expect(files.getcwd()).toBe('/work/here/pkg');
  });

  it('can be changed in memory', () => {
    write('a.py', '#', OpenFlag.WRONLY | OpenFlag.APPEND);
    expect(read('a.py')).toBe('A = 1\n#');
    files.unlink('pkg/b.py');
    expect(errno(() => files.stat('pkg/b.py'))).toBe(Errno.ENOENT);
    expect(files.list('pkg')).toEqual([]);
    files.rmdir('pkg');
    expect(files.list('.')).toEqual(['a.py']);
    write('pkg', 'now a file');
    expect(files.list('.')).toEqual(['a.py', 'pkg']);
  });
});

it('a copy goes its own way', () => {
  write('x', 'one');
  const descriptor = files.open('x', OpenFlag.RDWR, 0);
  const copy = files.copy(host);
  files.descriptors.write(descriptor, bytes('TWO'));
  files.unlink('a.py');
  expect(text(copy.descriptors.read(descriptor, 9))).toBe('one');
  expect(text(copy.readFile('a.py'))).toBe('A = 1\n');
  expect(copy.getcwd()).toBe('/work/here');
});
