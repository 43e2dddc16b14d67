"""What people decided about drafts, and how a new draft respects it.

`merge` joins a new draft with the reviewed files; `desk`, `decide`, `edit` and the two sheets are
how people decide. Import from the modules themselves, so that listing a bank loads no analysis.
"""
