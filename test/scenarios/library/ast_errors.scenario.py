# Trees that no text has, and the errors they give when compiled; errors inside of compiled trees.
import ast
import sys
import warnings

warnings.simplefilter('ignore', DeprecationWarning)
at = dict(lineno=1, col_offset=0, end_lineno=1, end_col_offset=1)


def name(text='x', ctx=None):
    return ast.Name(text, ctx or ast.Load(), **at)


def attempt(make, mode='eval'):
    try:
        made = make()
        tree = ast.Expression(made) if mode == 'eval' else ast.Module(made, [])
        print(eval(compile(tree, '<tree>', mode), {'x': 3}))
    except Exception as error:
        print(f'{type(error).__name__}: {error}')


def without(node, field):
    node.__dict__.pop(field)
    return node


attempt(lambda: name())
attempt(lambda: ast.Name('x', ast.Load()))
attempt(lambda: ast.Name('x', ast.Load(), lineno=2, col_offset=0, end_lineno=1, end_col_offset=0))
attempt(lambda: ast.Name(3, ast.Load(), **at))
attempt(lambda: name('None'))
attempt(lambda: name(ctx=ast.Store()))
attempt(lambda: ast.BinOp(name(), ast.Add, name(), **at))
attempt(lambda: ast.BinOp(name(), ast.Add(), None, **at))
attempt(lambda: without(ast.BinOp(name(), ast.Add(), name(), **at), 'op'))
attempt(lambda: ast.BoolOp(ast.And(), [name()], **at))
attempt(lambda: ast.Call(name(), (), [], **at))
attempt(lambda: ast.Compare(name(), [ast.Lt()], [], **at))
attempt(lambda: ast.Dict([name()], [], **at))
attempt(lambda: ast.Constant([], **at))
attempt(lambda: ast.Constant((1, (2.5, 'a')), **at))
attempt(lambda: ast.Tuple([name(), ast.Starred(ast.Tuple([name()], ast.Load(), **at), ast.Load(), **at)], ast.Load(), **at))
attempt(lambda: ast.Yield(None, **at))
attempt(lambda: [], 'exec')
attempt(lambda: [None], 'exec')
attempt(lambda: [name()], 'exec')
attempt(lambda: [ast.Delete([], **at)], 'exec')
attempt(lambda: [ast.Assign([name()], name(), **at)], 'exec')
attempt(lambda: [ast.Return(None, **at)], 'exec')
attempt(lambda: [ast.Try([ast.Pass(**at)], [], [], [], **at)], 'exec')
attempt(lambda: [ast.ImportFrom('a', [ast.alias('b', None, **at)], -1, **at)], 'exec')
attempt(lambda: [ast.Global([], **at)], 'exec')
for source, mode, flags in ((ast.Module([], []), 'eval', 0), (ast.Expression(name()), 'exec', 0), ('x', 'bad', ast.PyCF_ONLY_AST), ('x', 'func_type', 0)):
    try:
        compile(source, 'f', mode, flags)
    except Exception as error:
        print(type(error).__name__, error)
try:
    exec(ast.Module([], []))
except TypeError as error:
    print(error)
code = compile(ast.parse('def f():\n    return missing\n\n\nf()'), 'ghost.py', 'exec')
try:
    exec(code)
except NameError as error:
    trace = error.__traceback__.tb_next
    while trace:
        print(trace.tb_frame.f_code.co_name, trace.tb_lineno)
        trace = trace.tb_next
tree = ast.parse('raise ValueError("far")')
ast.increment_lineno(tree, 41)
try:
    exec(compile(tree, 'far.py', 'exec'))
except ValueError as error:
    print(error, error.__traceback__.tb_next.tb_lineno)
exec(compile(ast.parse('1 / 0'), 'last.py', 'exec'), {})
