"""From cleaned documents to a new course folder.

The way: `outline` cuts a document into segments, `sections` arranges each as an extract, `course`
proposes parts and minutes, `writer` writes the folder, `account` says what became of everything.
"""
