"""Stand-ins for unittest and test.support: as much of them as single tests need, quick to run."""
import contextlib
import gc
import io
import importlib
import re
import sys
import warnings


class SkipTest(Exception):
    pass


class Expectation:
    """What `with self.assertRaises(...)` gives."""

    def __init__(self, expected, pattern=None):
        self.expected = expected
        self.pattern = pattern
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        assert kind is not None, f"{self.expected} was not raised"
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)
        assert self.pattern is None or re.search(self.pattern, str(value)), f"{str(value)!r} does not match {self.pattern!r}"
        return True


class ExpectedWarning:
    def __init__(self, category, pattern=None):
        self.category = category
        self.pattern = pattern

    def __enter__(self):
        self.catcher = warnings.catch_warnings(record=True)
        self.heard = self.catcher.__enter__()
        warnings.simplefilter("always", self.category)
        return self

    def __exit__(self, kind, value, traceback):
        self.catcher.__exit__(kind, value, traceback)
        if kind is not None:
            return False
        for record in self.heard:
            if issubclass(record.category, self.category) and (self.pattern is None or re.search(self.pattern, str(record.message))):
                self.warning, self.filename, self.lineno = record.message, record.filename, record.lineno
                return False
        raise AssertionError(f"no {self.category}")


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = None

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []

    setUp = tearDown = lambda self: None
    setUpClass = tearDownClass = classmethod(lambda cls: None)

    def id(self):
        return self._testMethodName

    def shortDescription(self):
        return None

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def doCleanups(self):
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)

    def enterContext(self, manager):
        result = manager.__enter__()
        self.addCleanup(manager.__exit__, None, None, None)
        return result

    @contextlib.contextmanager
    def subTest(self, msg=None, **params):
        yield

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise AssertionError(msg)

    def _hold(self, condition, text, msg):
        if not condition:
            raise AssertionError(text if msg is None else f"{text} : {msg}")

    def assertTrue(self, expr, msg=None):
        self._hold(expr, f"{expr!r} is not true", msg)

    def assertFalse(self, expr, msg=None):
        self._hold(not expr, f"{expr!r} is not false", msg)

    def assertEqual(self, first, second, msg=None):
        self._hold(first == second, f"{first!r} != {second!r}", msg)

    def assertNotEqual(self, first, second, msg=None):
        self._hold(first != second, f"{first!r} == {second!r}", msg)

    def assertIs(self, first, second, msg=None):
        self._hold(first is second, f"{first!r} is not {second!r}", msg)

    def assertIsNot(self, first, second, msg=None):
        self._hold(first is not second, f"unexpectedly identical: {first!r}", msg)

    def assertIsNone(self, obj, msg=None):
        self._hold(obj is None, f"{obj!r} is not None", msg)

    def assertIsNotNone(self, obj, msg=None):
        self._hold(obj is not None, "unexpectedly None", msg)

    def assertIn(self, member, container, msg=None):
        self._hold(member in container, f"{member!r} not found in {container!r}", msg)

    def assertNotIn(self, member, container, msg=None):
        self._hold(member not in container, f"{member!r} unexpectedly found in {container!r}", msg)

    def assertIsInstance(self, obj, cls, msg=None):
        self._hold(isinstance(obj, cls), f"{obj!r} is not an instance of {cls!r}", msg)

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._hold(not isinstance(obj, cls), f"{obj!r} is an instance of {cls!r}", msg)

    def assertIsSubclass(self, cls, superclass, msg=None):
        self._hold(issubclass(cls, superclass), f"{cls!r} is not a subclass of {superclass!r}", msg)

    def assertNotIsSubclass(self, cls, superclass, msg=None):
        self._hold(not issubclass(cls, superclass), f"{cls!r} is a subclass of {superclass!r}", msg)

    def assertHasAttr(self, obj, name, msg=None):
        self._hold(hasattr(obj, name), f"{obj!r} has no attribute {name!r}", msg)

    def assertNotHasAttr(self, obj, name, msg=None):
        self._hold(not hasattr(obj, name), f"{obj!r} has the attribute {name!r}", msg)

    def assertStartsWith(self, text, prefix, msg=None):
        self._hold(text.startswith(prefix), f"{text!r} does not start with {prefix!r}", msg)

    def assertEndsWith(self, text, suffix, msg=None):
        self._hold(text.endswith(suffix), f"{text!r} does not end with {suffix!r}", msg)

    def assertGreater(self, a, b, msg=None):
        self._hold(a > b, f"{a!r} not greater than {b!r}", msg)

    def assertGreaterEqual(self, a, b, msg=None):
        self._hold(a >= b, f"{a!r} not greater than or equal to {b!r}", msg)

    def assertLess(self, a, b, msg=None):
        self._hold(a < b, f"{a!r} not less than {b!r}", msg)

    def assertLessEqual(self, a, b, msg=None):
        self._hold(a <= b, f"{a!r} not less than or equal to {b!r}", msg)

    def assertAlmostEqual(self, first, second, places=7, msg=None, delta=None):
        near = first == second or (abs(first - second) <= delta if delta is not None else round(abs(first - second), places) == 0)
        self._hold(near, f"{first!r} != {second!r}", msg)

    def assertRegex(self, text, expected_regex, msg=None):
        self._hold(re.search(expected_regex, text), f"{text!r} does not match {expected_regex!r}", msg)

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        self._hold(not re.search(unexpected_regex, text), f"{text!r} matches {unexpected_regex!r}", msg)

    assertListEqual = assertDictEqual = assertTupleEqual = assertSetEqual = assertMultiLineEqual = assertEqual

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        self.assertEqual(list(first), list(second), msg)

    def assertCountEqual(self, first, second, msg=None):
        rest = list(second)
        extra = [item for item in first if not (item in rest and (rest.remove(item) or True))]
        self._hold(not rest and not extra, f"not in both: {extra!r}, {rest!r}", msg)

    def _within(self, context, function, args, kwargs):
        if not args and function is None:
            return context
        with context:
            function(*args, **kwargs)

    def assertRaises(self, expected, function=None, /, *args, **kwargs):
        return self._within(Expectation(expected), function, args, kwargs)

    def assertRaisesRegex(self, expected, pattern, function=None, /, *args, **kwargs):
        return self._within(Expectation(expected, pattern), function, args, kwargs)

    def assertWarns(self, category, function=None, /, *args, **kwargs):
        return self._within(ExpectedWarning(category), function, args, kwargs)

    def assertWarnsRegex(self, category, pattern, function=None, /, *args, **kwargs):
        return self._within(ExpectedWarning(category, pattern), function, args, kwargs)


class unittest:
    TestCase = TestCase
    SkipTest = SkipTest

    @staticmethod
    def skip(reason):
        def decorate(function):
            def skipped(self, *args, **kwargs):
                raise SkipTest(reason)

            return skipped

        return decorate

    @staticmethod
    def skipIf(condition, reason):
        return unittest.skip(reason) if condition else lambda function: function

    @staticmethod
    def skipUnless(condition, reason):
        return unittest.skipIf(not condition, reason)

    @staticmethod
    def expectedFailure(function):
        def inverted(self):
            try:
                function(self)
            except Exception:
                return
            raise AssertionError("unexpected success")

        return inverted


class AlwaysEqual:
    __eq__ = lambda self, other: True
    __ne__ = lambda self, other: False


class NeverEqual:
    __eq__ = lambda self, other: False
    __ne__ = lambda self, other: True
    __hash__ = lambda self: 1


class Largest:
    __eq__ = lambda self, other: isinstance(other, Largest)
    __lt__ = lambda self, other: False
    __le__ = lambda self, other: self == other
    __gt__ = lambda self, other: not self == other
    __ge__ = lambda self, other: True


class Smallest:
    __eq__ = lambda self, other: isinstance(other, Smallest)
    __lt__ = lambda self, other: not self == other
    __le__ = lambda self, other: True
    __gt__ = lambda self, other: False
    __ge__ = lambda self, other: self == other


class ExceptionIsLikeMixin:
    def assertExceptionIsLike(self, exc, template):
        if exc is None and template is None:
            return
        self.assertEqual(type(exc), type(template))
        self.assertEqual(exc.args[0], template.args[0])
        if isinstance(exc, BaseExceptionGroup):
            self.assertEqual(len(exc.exceptions), len(template.exceptions))
            for inner, wanted in zip(exc.exceptions, template.exceptions):
                self.assertExceptionIsLike(inner, wanted)


class support:
    verbose = 0
    ExceptionIsLikeMixin = ExceptionIsLikeMixin
    SHORT_TIMEOUT = 30.0
    LONG_TIMEOUT = 300.0
    Py_GIL_DISABLED = Py_TRACE_REFS = Py_DEBUG = is_wasi = is_emscripten = is_android = is_apple_mobile = False
    # What is asked of documentation that CPython keeps in C is left out.
    HAVE_DOCSTRINGS, MISSING_C_DOCSTRINGS = False, True
    MAX_Py_ssize_t = sys.maxsize
    ALWAYS_EQ, NEVER_EQ, LARGEST, SMALLEST = AlwaysEqual(), NeverEqual(), Largest(), Smallest()

    unchanged = staticmethod(lambda function: function)
    requires_IEEE_754 = skip_if_pgo_task = force_not_colorized = requires_fork = skip_on_s390x = requires_gil_enabled = skip_wasi_stack_overflow = skip_emscripten_stack_overflow = unchanged
    cpython_only = requires_docstrings = no_tracing = refcount_test = reap_threads = unchanged
    reap_children = threading_setup = threading_cleanup = staticmethod(lambda *args: ())
    requires_resource = requires_working_threading = impl_detail = suppress_immortalization = skip_if_sanitizer = staticmethod(lambda *args, **kwargs: lambda function: function)

    @staticmethod
    def gc_collect():
        for _ in range(3):
            gc.collect()

    check_sanitizer = staticmethod(lambda **kinds: False)

    @staticmethod
    def check_impl_detail(**guards):
        return guards.get("cpython", not any(guards.values()))

    @staticmethod
    def import_module(name, *args, **kwargs):
        __import__(name)
        return sys.modules[name]

    @staticmethod
    def import_fresh_module(name, fresh=(), blocked=(), **kwargs):
        """Imports the module anew, and those of `fresh`; None where it needs one of `blocked`."""
        roots = (name, *fresh, *blocked)
        held = {known: sys.modules.pop(known) for known in list(sys.modules) if known.startswith(tuple(f"{root}." for root in roots)) or known in roots}
        try:
            sys.modules.update(dict.fromkeys(blocked))
            try:
                for other in fresh:
                    importlib.import_module(other)
                return importlib.import_module(name)
            except ImportError:
                return None
        finally:
            for known in roots:
                sys.modules.pop(known, None)
            sys.modules.update(held)

    @staticmethod
    def get_attribute(obj, name):
        if not hasattr(obj, name):
            raise SkipTest(f"{obj!r} has no {name}")
        return getattr(obj, name)

    @staticmethod
    def setswitchinterval(interval):
        sys.setswitchinterval(max(interval, 1e-6))

    @staticmethod
    def check_disallow_instantiation(case, kind, *args, **kwargs):
        qualified = kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
        case.assertRaisesRegex(TypeError, re.escape(f"cannot create '{qualified}' instances"), kind, *args, **kwargs)

    @staticmethod
    def check_syntax_error(case, statement, errtext="", *, lineno=None, offset=None):
        with case.assertRaisesRegex(SyntaxError, errtext) as caught:
            compile(statement, "<test string>", "exec")
        case.assertIsNotNone(caught.exception.lineno)
        for wanted, got in ((lineno, caught.exception.lineno), (offset, caught.exception.offset)):
            case.assertTrue(wanted is None or wanted == got)

    @staticmethod
    def check_free_after_iterating(case, over, kind, args=()):
        """An iterator that is exhausted holds what it went over no longer."""
        done = False

        class Child(kind):
            def __del__(self):
                nonlocal done
                done = not list(iterator)

        iterator = over(Child(*args))
        case.assertRaises(StopIteration, next, iterator)
        support.gc_collect()
        case.assertTrue(done)

    @staticmethod
    @contextlib.contextmanager
    def check_no_warnings(case, message="", category=Warning, force_gc=False):
        with warnings.catch_warnings(record=True) as heard:
            warnings.filterwarnings("always", message=message, category=category)
            yield
            if force_gc:
                support.gc_collect()
        case.assertEqual(heard, [])

    @staticmethod
    @contextlib.contextmanager
    def adjust_int_max_str_digits(digits):
        old = sys.get_int_max_str_digits()
        sys.set_int_max_str_digits(digits)
        try:
            yield
        finally:
            sys.set_int_max_str_digits(old)

    @staticmethod
    @contextlib.contextmanager
    def disable_gc():
        enabled = gc.isenabled()
        gc.disable()
        try:
            yield
        finally:
            if enabled:
                gc.enable()

    @staticmethod
    @contextlib.contextmanager
    def gc_threshold(*thresholds):
        old = gc.get_threshold()
        gc.set_threshold(*thresholds)
        try:
            yield
        finally:
            gc.set_threshold(*old)

    @staticmethod
    @contextlib.contextmanager
    def wait_threads_exit(timeout=None):
        yield

    @staticmethod
    @contextlib.contextmanager
    def infinite_recursion(max_depth=75):
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(max_depth + 60)
        try:
            yield
        finally:
            sys.setrecursionlimit(limit)

    @staticmethod
    @contextlib.contextmanager
    def swap_attr(obj, attr, new):
        missing = object()
        old = getattr(obj, attr, missing)
        setattr(obj, attr, new)
        try:
            yield None if old is missing else old
        finally:
            if old is not missing:
                setattr(obj, attr, old)
            elif hasattr(obj, attr):
                delattr(obj, attr)

    @staticmethod
    @contextlib.contextmanager
    def swap_item(obj, item, new):
        missing = object()
        old = obj[item] if item in obj else missing
        obj[item] = new
        try:
            yield None if old is missing else old
        finally:
            if old is not missing:
                obj[item] = old
            elif item in obj:
                del obj[item]

    @staticmethod
    def captured_output(name):
        return support.swap_attr_with_new(sys, name)

    @staticmethod
    @contextlib.contextmanager
    def swap_attr_with_new(obj, name):
        with support.swap_attr(obj, name, io.StringIO()):
            yield getattr(obj, name)

    captured_stdout = staticmethod(lambda: support.captured_output("stdout"))
    captured_stderr = staticmethod(lambda: support.captured_output("stderr"))

    class catch_unraisable_exception:
        unraisable = None

        def __enter__(self):
            self.old, sys.unraisablehook = sys.unraisablehook, self._note
            return self

        def _note(self, unraisable):
            self.unraisable = unraisable

        def __exit__(self, *raised):
            sys.unraisablehook = self.old
            self.__dict__.pop("unraisable", None)

    @staticmethod
    def join_thread(thread, timeout=None):
        thread.join(30)

    @staticmethod
    @contextlib.contextmanager
    def start_threads(threads, unlock=None):
        started = list(threads)
        for thread in started:
            thread.start()
        try:
            yield
        finally:
            if unlock:
                unlock()
            for thread in started:
                thread.join(30)


def run_test(cls, name):
    case = cls(name)
    cls.setUpClass()
    try:
        case.setUp()
        try:
            getattr(case, name)()
        finally:
            case.tearDown()
            case.doCleanups()
    except SkipTest as reason:
        print("skip", reason)
        return
    cls.tearDownClass()
    print("ok")
