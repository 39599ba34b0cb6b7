# Shortens the output of `swift test`: drops what has started, tests that passed, and the empty report of XCTest, which has no tests here.
# Any other line is printed, because it may be part of a failure or a crash.
/^Test Suite '/ || /^\t Executed 0 tests/ { next }
# An argument may be longer than a line.
/^◇ / { open = 1 }
open { open = !/(started|ended)\.$/; kept = 0; next }
/^✔ Test / && !/^✔ Test run with / { kept = 0; next }
# A detail of the line before it.
/^↳ / && !kept { next }
{ kept = 1; print; fflush() }
