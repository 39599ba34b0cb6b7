import TemaModel

/// A passage's words, or the part of a long one that holds its evidence, with `…` where something is left out.
struct Excerpt: Sendable {
    /// Bytes of a passage that are kept whole.
    private static let longest = 1200
    /// Bytes before the first evidence in a part of a longer one.
    private static let before = 240

    let text: String
    /// Evidence within it, in Unicode scalars of the text.
    let evidence: [Range<Int>]

    /// - Parameter spans: Evidence within the passage, in UTF-8 offsets of the document's text.
    init(_ text: Text, _ passage: Range<Int>, evidence spans: [Range<Int>]) {
        var kept = passage
        if passage.count > Self.longest {
            let first = spans.map(\.lowerBound).min() ?? passage.lowerBound
            let start = max(passage.lowerBound, min(first - Self.before, passage.upperBound - Self.longest))
            kept = Self.whole(start..<(start + Self.longest), in: text, of: passage)
        }
        let opening = kept.lowerBound > passage.lowerBound ? "…" : ""
        let shown = text.string(kept)
        self.text = opening + shown + (kept.upperBound < passage.upperBound ? "…" : "")
        let offsets = ScalarOffsets(Text(shown))
        let shift = opening.unicodeScalars.count
        evidence = spans.map { $0.clamped(to: kept) }.filter { !$0.isEmpty }.map { span in
            let scalars = offsets.scalars(span.lowerBound - kept.lowerBound..<span.upperBound - kept.lowerBound)
            return scalars.lowerBound + shift..<scalars.upperBound + shift
        }.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }

    /// The end of a passage, or its beginning, as context: about so many bytes.
    static func context(_ text: Text, _ passage: Range<Int>, bytes: Int, fromEnd: Bool) -> String {
        guard passage.count > bytes else { return text.string(passage) }
        let part =
            fromEnd ? passage.upperBound - bytes..<passage.upperBound : passage.lowerBound..<passage.lowerBound + bytes
        let kept = whole(part, in: text, of: passage)
        return fromEnd ? "…" + text.string(kept) : text.string(kept) + "…"
    }

    /// The part without the words that its ends would cut: without the scalars, where there is no space near.
    private static func whole(_ part: Range<Int>, in text: Text, of passage: Range<Int>) -> Range<Int> {
        var (start, end) = (part.lowerBound, part.upperBound)
        let near = 40
        if start > passage.lowerBound {
            while start < end, text.utf8[start] & 0xC0 == 0x80 { start += 1 }
            if let space = text.utf8[start..<min(end, start + near)].firstIndex(of: 0x20) { start = space + 1 }
        }
        if end < passage.upperBound {
            while end > start, text.utf8[end] & 0xC0 == 0x80 { end -= 1 }
            if let space = text.utf8[max(start, end - near)..<end].lastIndex(of: 0x20) { end = space }
        }
        return start..<max(start, end)
    }
}
