import { setNamespaceItem } from '../objects/core/attributes.ts';
import { newDict } from '../objects/core/make.ts';
import { native } from '../objects/core/native.ts';
import { inVersion } from '../versions/ranges.ts';
import { defineModule } from './core/define.ts';

/** What the interpreter was built without. */
const switchedOff = inVersion('Py_GIL_DISABLED Py_DEBUG:14-', (names) => names);

/** 3.13 and later. */
defineModule({
  name: '_sysconfig',
  functions: [
    native('config_vars', '', (rt) => {
      const dict = newDict(rt);
      for (const name of switchedOff(rt.profile.version)) setNamespaceItem(rt, dict, rt.name(name), rt.newInt(0));
      return dict;
    }),
  ],
});
