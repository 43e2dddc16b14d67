"""Commands of `coursewright` that have more than a few lines, one file each."""
