"""The other name of a date, for the stubs of classes that have a field `date`."""

from datetime import date as Date

__all__ = ["Date"]
