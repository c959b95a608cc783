import { NONE } from '../../heap/known.ts';
import { NULL } from '../../heap/ref.ts';
import { getNamespaceItem } from '../../objects/core/attributes.ts';
import { newDict } from '../../objects/core/make.ts';
import { createModule, defineModule } from '../core/define.ts';
import { posixFunctions, posixTypes, putPosixValues } from '../posix/index.ts';

/** The part of `os` that is `posix`'s, and its path module; the rest of it is written in Python and not here yet. */
defineModule({
  name: 'os',
  origin: 'frozen',
  functions: posixFunctions,
  types: posixTypes,
  init: (rt, put) => {
    putPosixValues(rt, put);
    const texts = { name: 'posix', linesep: '\n', curdir: '.', pardir: '..', extsep: '.', sep: '/', pathsep: ':', defpath: '/bin:/usr/bin', devnull: '/dev/null' };
    for (const [name, text] of Object.entries(texts)) put(name, rt.newStr(text));
    put('altsep', NONE);
    put('environ', newDict(rt));
    const path = rt.modules === NULL ? NULL : getNamespaceItem(rt, rt.modules, rt.name('posixpath'));
    put('path', path === NULL ? createModule(rt, 'posixpath') : rt.heap.incref(path));
  },
});
