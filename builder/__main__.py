"""`python -m builder` is `coursewright`."""

import sys

from builder.cli import main

sys.exit(main())
