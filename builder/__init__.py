"""Coursewright turns thematic extracts into training courses.

The way of the data, left to right, is the list of packages::

    readers > analysis > drafting > checks > review > writers

`pipeline` names the stages in order; `model` holds what flows between them; `store` keeps the
files that people review; `cli` is the command line.
"""

__version__ = "0.1.0"
