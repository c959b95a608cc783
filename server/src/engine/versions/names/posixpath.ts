export const posixpathNames = `
  __name__ __doc__ __package__ __loader__ __spec__ curdir pardir extsep sep pathsep defpath altsep devnull errno:14- os sys stat genericpath
  commonprefix exists getatime getctime getmtime getsize isdevdrive:13- isdir isfile samefile sameopenfile samestat ALL_BUT_LAST:15- ALLOW_MISSING:14-
  __all__ _get_sep normcase isabs join split splitext splitdrive splitroot():13- splitroot:12-12 basename dirname isjunction:12- islink lexists
  ismount expanduser _varpattern:14- _varsub:14- _varsubb:14- _varprog:-13 _varprogb:-13 expandvars _path_normpath():-12 normpath():13- normpath:-12
  abspath realpath _joinrealpath:-12 supports_unicode_filenames relpath commonpath
`;
