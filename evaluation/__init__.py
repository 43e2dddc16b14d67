"""How good are drafted items? Draw a sample for graders, and report what they found.

`draw` drafts extracts in memory and writes a sheet for graders with control items mixed in;
`report` turns their answers into acceptance rates. See README.md.
"""
