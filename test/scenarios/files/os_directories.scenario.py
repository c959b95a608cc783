# Directories, renames, links.
import os
base = "_os_directories.tmp"
os.mkdir(base)
os.mkdir(base + "/a", 0o700)
open(base + "/file", "w").close()
os.symlink("file", base + "/link")
os.link(base + "/file", base + "/second")
print(sorted(os.listdir(base)), sorted(os.listdir(base.encode())), os.readlink(base + "/link"), os.stat(base + "/file").st_nlink)
print(oct(os.stat(base + "/a").st_mode), os.lstat(base + "/link").st_size, os.stat(base + "/link").st_ino == os.stat(base + "/second").st_ino)
os.rename(base + "/file", base + "/a/moved")
print(os.access(base + "/link", os.F_OK), os.access(base + "/a", os.R_OK | os.W_OK | os.X_OK), sorted(os.listdir(base)))
os.replace(base + "/second", base + "/link")
print(sorted(os.listdir(base)), os.stat(base + "/link").st_nlink)
for use in (
    lambda: os.rmdir(base), lambda: os.mkdir(base), lambda: os.rename(base, base + "/a/x"), lambda: os.rename(base + "/a", base + "/link"), lambda: os.rename(base + "/link", base + "/a"),
    lambda: os.unlink(base + "/none"), lambda: os.symlink("x", base), lambda: os.link(base, base + "/hard"), lambda: os.readlink(base), lambda: os.rmdir(base + "/link"), lambda: os.mkdir(base + "/no/where"),
):
    try:
        use()
    except OSError as error:
        print(type(error).__name__, error)
here = os.getcwd()
os.chdir(base + "/a")
print(os.getcwd() == here + "/" + base + "/a", os.listdir(), os.getcwdb() == os.getcwd().encode(), sorted(os.listdir("..")))
os.unlink("moved")
os.chdir("../..")
os.unlink(base + "/link")
os.rmdir(base + "/a")
os.rmdir(base)
print(os.access(base, os.F_OK))
