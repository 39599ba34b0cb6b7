extension Text {
    /// Returns a part of a passage, shortened to whole words, or to whole Unicode scalars if no space is within 40 bytes of
    /// an end. An end of the passage is kept.
    ///
    /// - Parameters:
    ///   - part: A range of UTF-8 offsets inside the passage, which may split scalars.
    ///   - passage: The span of the passage.
    package func wholeWords(_ part: Range<Int>, of passage: Range<Int>) -> Range<Int> {
        var (start, end) = (part.lowerBound, part.upperBound)
        let near = 40
        if start > passage.lowerBound {
            while start < end, utf8[start] & 0xC0 == 0x80 { start += 1 }
            if let space = utf8[start..<min(end, start + near)].firstIndex(of: 0x20) { start = space + 1 }
        }
        if end < passage.upperBound {
            while end > start, utf8[end] & 0xC0 == 0x80 { end -= 1 }
            if let space = utf8[max(start, end - near)..<end].lastIndex(of: 0x20) { end = space }
        }
        return start..<max(start, end)
    }

    /// Returns a span without the white space at its ends, but with all of a part of it.
    ///
    /// - Parameters:
    ///   - span: A range of UTF-8 offsets.
    ///   - part: The part that is kept, which lies inside the span.
    package func trimmed(_ span: Range<Int>, keeping part: Range<Int>) -> Range<Int> {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        var (start, end) = (span.lowerBound, span.upperBound)
        while start < part.lowerBound, isSpace(utf8[start]) { start += 1 }
        while end > part.upperBound, isSpace(utf8[end - 1]) { end -= 1 }
        return start..<end
    }

    /// Returns a span with a number of Unicode scalars more on each side, as far as the limits.
    ///
    /// - Complexity: O(*n*) in the number of scalars.
    package func widened(_ span: Range<Int>, by scalars: Int, within limits: Range<Int>) -> Range<Int> {
        var (start, end) = (span.lowerBound, span.upperBound)
        for _ in 0..<scalars where start > limits.lowerBound {
            start -= 1
            while start > limits.lowerBound, utf8[start] & 0xC0 == 0x80 { start -= 1 }
        }
        for _ in 0..<scalars where end < limits.upperBound {
            end += 1
            while end < limits.upperBound, utf8[end] & 0xC0 == 0x80 { end += 1 }
        }
        return start..<end
    }
}
