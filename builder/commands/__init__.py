"""Commands of the command line, one file each, imported on use."""
