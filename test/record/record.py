#!/usr/bin/env python3
"""Records what real interpreters do with the scenarios of this folder, as the truth the engine is held against.

  record.py --pythons DIR [--versions 3.11,3.12,3.13] [--fates ORACLE] [--check] [NAME...]

DIR holds one folder a version (DIR/3.13/bin/python3). NAME is a part of a scenario's name (`exit/`, `exit/atexit_order`);
without one, every scenario is recorded. ORACLE is the folder of the lifetime oracle (`fates.py`); without it only exit
status, stdout and stderr are taken, and fates recorded earlier stay as long as the scenario's text is the same.
--check writes nothing: it shows what would change, and exits with 1 when anything would.
"""
import argparse
import concurrent.futures
import difflib
import functools
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

TEST = pathlib.Path(__file__).resolve().parent.parent
SCENARIOS, TRUTH = TEST / "scenarios", TEST / "truth"
SUFFIX = ".scenario.py"
# When a collection runs by itself depends on how much start-up allocated, hence on the environment: nothing else is set.
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
ADDRESS = re.compile(r"0x[0-9a-fA-F]+")
LIBRARY_LINE = re.compile(r'(/lib/python3\.\d+/[\w./-]+\.py(?:", line |:))\d+')
PATH = re.compile(r"(?<![\w./-])/(?:[\w.+@~-]+/)+([\w.+@~-]+)")
LIBRARY_LINE = re.compile(r'(/lib/python3\.\d+/[\w./-]+\.py(?:", line |:))\d+')


def normalise(text):
    """Addresses become 0xADDR and absolute paths their last part (the same rules as ../normalise.ts).

    The library that the engine runs is of another patch release than the interpreters': in tracebacks and warnings a line
    number within one of its files becomes N. What stands on the line stays.
    """
    return shorten(LIBRARY_LINE.sub(r"\1N", text))


def shorten(text):
    """What the oracle does with the outputs."""
    return PATH.sub(r"\1", ADDRESS.sub("0xADDR", text))


def name_of(scenario):
    """`theme/name`; a scenario with modules of its own is `theme/name/main.scenario.py`."""
    name = scenario.relative_to(SCENARIOS).as_posix()[: -len(SUFFIX)]
    return name.removesuffix("/main")


def files_of(scenario):
    """The scenario and, where it has a folder of its own, the modules beside it and in folders below."""
    files = scenario.parent.rglob("*.py") if scenario.name == "main" + SUFFIX else [scenario]
    return sorted(file.relative_to(scenario.parent).as_posix() for file in files)


def source_hash(scenario):
    digest = hashlib.sha256()
    for file in files_of(scenario):
        digest.update(file.encode() + b"\0" + (scenario.parent / file).read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def run(python, scenario):
    done = subprocess.run(
        [python, scenario.name], cwd=scenario.parent, env=ENVIRONMENT, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, errors="backslashreplace", timeout=60)
    return {"exit": done.returncode, "stdout": done.stdout, "stderr": done.stderr}


def placed(fate):
    """An instruction that the compiler made up has no line, as the clean-up behind a `with`: then none is recorded."""
    return {key: value for key, value in fate.items() if key != "line" or not value.endswith(":-1")}


def measure(python, scenario, oracle):
    """One version's truth. The oracle must not disturb the run: its outputs have to be the plain run's."""
    plain = run(python, scenario)
    truth = {"exit": plain["exit"], "stdout": normalise(plain["stdout"]), "stderr": normalise(plain["stderr"])}
    if oracle:
        seen = oracle.fates(python, str(scenario))
        for key, expected in {"exit": plain["exit"], "stdout": shorten(plain["stdout"]), "stderr": shorten(plain["stderr"])}.items():
            if seen[key] != expected:
                raise RuntimeError(f"{key} differs from run to run: {expected!r} and {seen[key]!r}")
        truth["objects"] = {label: placed(fate) for label, fate in seen["objects"].items()}
    return truth


def lines(text):
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def natural(label):
    """N#2 before N#10."""
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", label)]


def read(path):
    """The recorded truth as (source hash, {version: truth})."""
    if not path.exists():
        return "", {}
    record = json.loads(path.read_text())
    versions = {}
    for group in record["truth"]:
        truth = {"exit": group["exit"], "stdout": "".join(group["stdout"]), "stderr": "".join(group["stderr"])}
        if "objects" in group:
            truth["objects"] = group["objects"]
        versions.update({version: truth for version in group["versions"]})
    return record["source"], versions


def render(source, versions):
    """Versions that agree share one entry; a line of output and an object take one line each."""
    groups = []
    for version in sorted(versions, key=lambda v: [int(part) for part in v.split(".")]):
        for group in groups:
            if group[1] == versions[version]:
                group[0].append(version)
                break
        else:
            groups.append(([version], versions[version]))

    def block(items, brackets):
        return brackets if not items else brackets[0] + "\n" + ",\n".join("   " + item for item in items) + "\n  " + brackets[1]

    entries = []
    for members, truth in groups:
        fields = [f'"versions": {json.dumps(members)}', f'"exit": {json.dumps(truth["exit"])}']
        for stream in ("stdout", "stderr"):
            fields.append(f'"{stream}": ' + block([json.dumps(line, ensure_ascii=False) for line in lines(truth[stream])], "[]"))
        if "objects" in truth:
            objects = sorted(truth["objects"].items(), key=lambda item: natural(item[0]))
            fields.append('"objects": ' + block([f"{json.dumps(label)}: {json.dumps(fate, sort_keys=True)}" for label, fate in objects], "{}"))
        entries.append("{\n  " + ",\n  ".join(fields) + "\n }")
    return f'{{"source": "{source}", "truth": [\n ' + ",\n ".join(entries) + "\n]}\n"


def record(scenario, pythons, oracle, check):
    """Records or checks one scenario; answers what is to be said about it, or nothing."""
    path, source = TRUTH / (name_of(scenario) + ".json"), source_hash(scenario)
    known, before = read(path)
    versions = dict(before) if known == source else {}
    for version, python in pythons.items():
        truth = measure(python, scenario, oracle)
        if not oracle and "objects" in versions.get(version, {}):
            truth["objects"] = versions[version]["objects"]
        versions[version] = truth
    text, old = render(source, versions), path.read_text() if path.exists() else ""
    if text == old:
        return None
    if check:
        return "".join(difflib.unified_diff(old.splitlines(True), text.splitlines(True), "recorded", "measured"))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return "recorded\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pythons", required=True, metavar="DIR")
    parser.add_argument("--versions", default="3.11,3.12,3.13,3.14,3.15")
    parser.add_argument("--fates", metavar="ORACLE")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()

    pythons = {version: os.path.abspath(os.path.join(options.pythons, version, "bin", "python3")) for version in options.versions.split(",")}
    oracle = None
    if options.fates:
        sys.path.insert(0, options.fates)
        import fates as oracle
        # All births, also those within the library's code: metaclasses make classes there, and decorators instances.
        oracle.oracle.run = functools.partial(oracle.oracle.run, all_=True)
        for python in pythons.values():
            oracle.oracle.prepare(python)

    chosen = [path for path in sorted(SCENARIOS.rglob("*" + SUFFIX)) if not options.names or any(part in name_of(path) for part in options.names)]
    changed = failed = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        running = [(path, pool.submit(record, path, pythons, oracle, options.check)) for path in chosen]
        for path, future in running:
            try:
                said = future.result()
            except (RuntimeError, subprocess.TimeoutExpired) as error:
                failed += 1
                said = f"failed: {error}\n"
            if said:
                changed += 1
                print(f"{name_of(path)}: {said}", end="", flush=True)
    print(f"{len(chosen)} scenarios, {len(chosen) - changed} unchanged, {failed} failed")
    sys.exit(1 if failed or (options.check and changed) else 0)


if __name__ == "__main__":
    main()
