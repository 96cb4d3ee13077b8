"""A plain due date by python-dateutil: the median of seven runs, in nanoseconds.

    python -m pip install python-dateutil && python core/benches/peers/peer_dateutil.py
"""

import datetime
import statistics
import time

from dateutil.rrule import MONTHLY, YEARLY, rrule

START, END = datetime.datetime(2025, 1, 1), datetime.datetime(2045, 12, 31)
UNITS = 20  # the cost of each is the same


def rules() -> list[rrule]:
    return [
        rrule(MONTHLY, bymonthday=20, dtstart=START, until=END),
        rrule(YEARLY, bymonth=(3, 6, 9, 12), bymonthday=10, dtstart=START, until=END),
        rrule(YEARLY, bymonth=6, bymonthday=10, dtstart=START, until=END),
        rrule(YEARLY, bymonth=11, bymonthday=30, dtstart=START, until=END),
    ]


def run() -> float:
    start = time.perf_counter_ns()
    count = sum(len(list(rule)) for _ in range(UNITS) for rule in rules())
    return (time.perf_counter_ns() - start) / count


print(f"python-dateutil, plain due dates   {statistics.median(run() for _ in range(7)):8.1f} ns a due date")
