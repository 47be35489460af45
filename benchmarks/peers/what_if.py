# SPDX-License-Identifier: EUPL-1.2
"""The peer of the what-if kernel: one exemption with a counter for 500,000 households × 24 months, hand-vectorised in numpy (float32).

python3 what_if.py FOLDER reads the input that ours reads too, warms up, and writes the median and the fastest of five in seconds.
"""
import sys
import time
from pathlib import Path

import numpy as np

HOUSEHOLDS, MONTHS = 500_000, 24
folder = Path(sys.argv[1])
net = np.fromfile(folder / "pay", dtype="<i4").reshape(MONTHS, HOUSEHOLDS).astype(np.float32) / 100
opening = np.fromfile(folder / "used", dtype="<i4").astype(np.float32)
SHARE, MAXIMUM, LIMIT, NORM = np.float32(0.25), np.float32(202), 6, np.float32(942.51)


def settle():
    """Totals per month; buffers are used again, as somebody who wants speed would."""
    used = opening.copy()
    totals = []
    exempt, left, holds = np.empty_like(used), np.empty_like(used), np.empty(HOUSEHOLDS, dtype=bool)
    for month in range(MONTHS):
        row = net[month]
        np.multiply(row, SHARE, out=exempt)
        np.minimum(exempt, MAXIMUM, out=exempt)
        np.less(used, LIMIT, out=holds)
        np.multiply(exempt, holds, out=exempt)
        np.subtract(NORM, row, out=left)
        np.add(left, exempt, out=left)
        np.maximum(left, 0, out=left)
        np.greater(left, 0, out=holds)
        np.multiply(exempt, holds, out=exempt)
        np.greater(exempt, 0, out=holds)
        np.add(used, holds, out=used)
        totals.append((float(left.sum()), float(exempt.sum()), int(np.count_nonzero(holds))))
    return totals


settle()
times = []
for _ in range(5):
    begin = time.perf_counter()
    settle()
    times.append(time.perf_counter() - begin)
print(f"what-if\t{sorted(times)[2]:.6f}\t{min(times):.6f}")
