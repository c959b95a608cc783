# scandir: entries, what they know without asking, and the iterator's end.
import posix as os
base = "_os_scandir.tmp"
os.mkdir(base)
for name in ("b", "a"):
    open(base + "/" + name, "w").close()
os.mkdir(base + "/folder")
os.symlink("a", base + "/link")
os.symlink("none", base + "/broken")
entries = sorted(os.scandir(base), key=lambda entry: entry.name)
for entry in entries:
    print(entry, entry.path, entry.is_dir(), entry.is_file(), entry.is_file(follow_symlinks=False), entry.is_symlink(), os.fspath(entry))
print(entries[0].stat().st_size, entries[0].stat() is entries[0].stat(), entries[0].inode() == os.stat(base + "/a").st_ino)
for entry in entries:
    if entry.name == "broken":
        try:
            entry.stat()
        except OSError as error:
            print(error)
        print(entry.stat(follow_symlinks=False).st_size)
with os.scandir(base) as iterator:
    first = next(iterator)
print(list(iterator), next(iterator, "end"))
print(sorted(entry.name for entry in os.scandir(base.encode())))
for use in (lambda: os.scandir("_none"), lambda: os.scandir(5.5), lambda: os.DirEntry()):
    try:
        use()
    except (OSError, TypeError) as error:
        print(type(error).__name__, error)
for entry in entries:
    (os.rmdir if entry.is_dir() else os.unlink)(entry.path)
os.rmdir(base)
