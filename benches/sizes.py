#!/usr/bin/env python3
"""Prints the sizes of our code beside those of codebases we stand beside: files, functions, parameters, documentation.

    python3 benches/sizes.py

Counted is the code outside of tests: no comments, no blank lines, nothing under `#[cfg(test)]`. The figures of the others were
counted in the same way, but by a syntax tree, on their sources of summer 2026; ours are counted by braces, which is exact
enough for code that rustfmt has laid out.
"""
import pathlib
import re
import statistics

OTHERS = [
    ("ripgrep crates/core", "139 / 489 / 8161", "3 / 7 / 16 / 220", "1 / 3 / 5", "1/1", "1.9 / 0.3 / 1.1"),
    ("fd src", "143 / 486 / 971", "8 / 18 / 32 / 172", "1 / 3 / 5", "26/89", "3.6 / 0 / 0.5"),
    ("git-cliff-core", "284 / 1312 / 2363", "8 / 23 / 38 / 111", "1 / 3 / 5", "136/138", "0 / 1.9 / 0"),
    ("jj cli/src/commands", "121 / 368 / 1560", "27 / 57 / 115 / 334", "3 / 4 / 11", "-", "-"),
    ("just src", "62 / 396 / 3438", "8 / 20 / 45 / 628", "1 / 3 / 12", "5/5", "4.1 / 1.3 / 0.7"),
]


def code_lines(text):
    """Returns the lines of a file that are code, without its tests."""
    lines, depth, skip_at, pending = [], 0, None, False
    for line in text.splitlines():
        bare = re.sub(r'"(\\.|[^"\\])*"|\'(\\.|[^\'\\])\'', '""', line.split("//")[0] if "//" in line and '"' not in line else line)
        if line.strip() == "#[cfg(test)]":
            pending = True
            continue
        opens = bare.count("{") - bare.count("}")
        if pending and bare.strip():
            pending = False
            if opens > 0:
                skip_at = depth
        depth += opens
        if skip_at is not None:
            if depth <= skip_at:
                skip_at = None
            continue
        if bare.strip() and not line.strip().startswith("//"):
            lines.append(bare)
    return lines


def functions(lines):
    """Yields (lines, parameters) of every function with a body."""
    starts = [n for n, line in enumerate(lines) if re.search(r"\bfn \w+", line)]
    for start in starts:
        depth, seen, head = 0, False, ""
        for end in range(start, len(lines)):
            if not seen:
                head += lines[end]
            depth += lines[end].count("{") - lines[end].count("}")
            seen = seen or "{" in lines[end]
            if not seen and lines[end].rstrip().endswith(";"):
                break
            if seen and depth <= 0:
                inner = re.search(r"fn \w+(?:<[^(]*>)?\((.*?)\)\s*(?:->|where|\{)", head, re.S)
                flat = re.sub(r"<[^<>]*>|\([^()]*\)", "", re.sub(r"<[^<>]*>|\([^()]*\)", "", inner.group(1))) if inner else ""
                yield end - start + 1, len([part for part in flat.split(",") if part.strip()])
                break


def spread(values, marks):
    """Returns median, percentiles and maximum, as the table writes them."""
    values = sorted(values)
    picked = [statistics.median(values)] + [values[min(len(values) - 1, int(len(values) * mark))] for mark in marks]
    return " / ".join(str(int(value)) for value in picked + [values[-1]])


def ours():
    """Returns our row."""
    files, bodies, parameters, documented, public, code = [], [], [], 0, 0, []
    for path in sorted(pathlib.Path(__file__).parent.parent.glob("src/**/*.rs")):
        if path.name in ("tests.rs", "specimen.rs", "sample.rs") or "tests" in path.parts:
            continue
        text = path.read_text(encoding="utf-8")
        lines = code_lines(text)
        files.append(len(lines))
        code += lines
        for length, count in functions(lines):
            bodies.append(length)
            parameters.append(count)
        previous = ""
        for line in text.split("#[cfg(test)]\nmod tests {")[0].splitlines():
            bare = line.strip()
            if re.match(r"pub(\([a-z: ]+\))? (const )?(fn|struct|enum|trait|const|type) ", bare):
                public += 1
                documented += previous.startswith("///")
            if bare and not bare.startswith("#["):
                previous = bare
    per_thousand = lambda word: f"{1000 * sum(line.count(word) for line in code) / len(code):.1f}"
    calls = " / ".join(per_thousand(word) for word in (".unwrap()", ".expect(", "panic!("))
    name = f"complaints src ({len(files)} files, {len(code)} lines)"
    return (name, spread(files, [0.9]), spread(bodies, [0.75, 0.9]), spread(parameters, [0.9]), f"{documented}/{public}", calls)


def main():
    """Prints the table."""
    header = ("tree", "file lines p50 / p90 / max", "fn lines p50 / p75 / p90 / max", "params p50 / p90 / max", "documented", "unwrap / expect / panic per 1000")
    rows = [header, ours(), *OTHERS]
    widths = [max(len(row[column]) for row in rows) for column in range(len(header))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())


if __name__ == "__main__":
    main()
