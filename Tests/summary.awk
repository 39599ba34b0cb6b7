# Shortens the output of `swift test`: drops the start of tests, passed tests, and the empty report of XCTest, which is not used.
# Any other line is printed, because it may be part of a failure or a crash.
/^Test Suite '/ || /^\t Executed 0 tests/ { next }
# An argument may contain line breaks.
/^◇ / { open = 1 }
open { open = !/(started|ended)\.$/; kept = 0; next }
/^✔ Test / && !/^✔ Test run with / { kept = 0; next }
# A detail of the previous line.
/^↳ / && !kept { next }
# A printed argument may be very long.
{ kept = 1; print substr($0, 1, 2000); fflush() }
