"""Target `handouts`: the course as PDF for print.

Participants get a handout of each module and the whole course as a booklet; trainers get an
answer key of each module. What participants get is set from data that holds no key.

- `content`: a module as plain data; `paper` and `keys`: its items without and with their answers;
  `booklet`: the course; `figures`: the figures that a module reports
- `fonts`: which fonts there are, and what they cannot show
- `typeset`: data and template to PDF; `state`: what need not be set again
- `*.typ`: the templates, which get the data as JSON, so that no text of a source is markup
"""

from builder.writers.handouts.writer import write

__all__ = ["write"]
