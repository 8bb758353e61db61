"""For every Python of the lab, before its first import: rounds of the garbage collection become rare.

By the defaults a service spends a fifth of its time on them: each of its answers makes thousands of objects of rows, and
the collector goes over them again and again. A cloud lives for minutes, and may keep what a larger round would free.
"""
import gc

gc.set_threshold(50_000, 20, 100)
