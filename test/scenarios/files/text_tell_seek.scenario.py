# The cookies of tell lead back to the same character, in encodings with and without state.
import os
name = "_text_tell_seek.tmp"
for encoding, text in (("utf-8", "aé€😀b\nc\r\nd"), ("latin-1", "aé\nb"), ("utf-16", "aé😀\nb"), ("utf-32", "a😀\r\nb")):
    with open(name, "w", encoding=encoding, newline="") as file:
        file.write(text)
    for newline in (None, ""):
        for chunk in (1, 3, 8192):
            with open(name, encoding=encoding, newline=newline) as file:
                file._CHUNK_SIZE = chunk
                places = []
                while True:
                    place = file.tell()
                    character = file.read(1)
                    if not character:
                        break
                    places.append((place, character))
                print(encoding, chunk, [place for place, _ in places] if chunk == 3 else len(places))
                for place, character in reversed(places):
                    file.seek(place)
                    if file.read(1) != character:
                        print("lost", place, character)
with open(name, encoding="utf-32") as file:
    for offset, whence in ((1, 1), (1, 2), (-1, 0), (0, 3)):
        try:
            file.seek(offset, whence)
        except (OSError, ValueError) as error:
            print(type(error).__name__, error)
    print(file.seek(0, 2), file.read(), file.seek(0, 1) == file.tell(), file.seek(0))
    next(file)
    try:
        file.tell()
    except OSError as error:
        print(type(error).__name__, error)
    print(list(file), file.tell() > 0)
os.unlink(name)
