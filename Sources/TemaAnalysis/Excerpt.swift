import TemaModel

/// The text of a passage, or the part of a long passage around its first evidence, with `…` for omitted text.
struct Excerpt: Sendable {
    /// The maximum length of an excerpt, in UTF-8 bytes.
    private static let longest = 1200
    /// The number of UTF-8 bytes kept before the first evidence of a longer passage.
    private static let before = 240

    let text: String
    /// The spans of evidence within ``text``, in Unicode scalars.
    let evidence: [Range<Int>]

    /// Creates an excerpt of a passage.
    ///
    /// - Parameters:
    ///   - text: The document's text.
    ///   - passage: The span of the passage, in UTF-8 offsets of `text`.
    ///   - spans: The evidence within the passage, in UTF-8 offsets of `text`.
    init(_ text: Text, _ passage: Range<Int>, evidence spans: [Range<Int>]) {
        var kept = passage
        if passage.count > Self.longest {
            let first = spans.map(\.lowerBound).min() ?? passage.lowerBound
            let start = max(passage.lowerBound, min(first - Self.before, passage.upperBound - Self.longest))
            kept = text.wholeWords(start..<(start + Self.longest), of: passage)
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

    /// Returns about `bytes` UTF-8 bytes from the end or the beginning of a passage, as context of an adjacent passage.
    static func context(_ text: Text, _ passage: Range<Int>, bytes: Int, fromEnd: Bool) -> String {
        guard passage.count > bytes else { return text.string(passage) }
        let part =
            fromEnd ? passage.upperBound - bytes..<passage.upperBound : passage.lowerBound..<passage.lowerBound + bytes
        let kept = text.wholeWords(part, of: passage)
        return fromEnd ? "…" + text.string(kept) : text.string(kept) + "…"
    }
}
