"""The quiz player: items as accessible HTML, the script that brings them to life, and grading.

`order` decides how the parts of an item are presented, here and in print; `grade` scores an
answer; `payload` is what the script needs to know; `render` makes the HTML; `plain` the same as
text. `player.js` and `player.css` are the static files of every place that shows items. In a
notebook, `Quiz` shows the items of a bank:

    >>> from builder.player import Quiz           # doctest: +SKIP
    >>> quiz = Quiz("labour-migration.yml")       # doctest: +SKIP
    >>> quiz.item("lm-7f3a2c")                    # doctest: +SKIP
"""

from builder.player.quiz import Quiz

__all__ = ["Quiz"]
