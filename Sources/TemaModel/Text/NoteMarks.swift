/// Marks of notes and references that directly follow a sentence mark: "poverty.3", "poverty.1,2", "poverty.[3]",
/// "poverty.¹" and "poverty.*".
enum NoteMarks {
    /// The maximum number of scalars of digits or brackets.
    private static let longest = 24

    /// Returns the index after note marks, or the given index if there are none.
    ///
    /// - Parameters:
    ///   - mark: The index of the first sentence mark.
    ///   - index: The index after the sentence marks and closing characters.
    ///   - isClosed: Whether a quote or bracket closes before the index.
    static func end(
        after mark: Int, from index: Int, isClosed: Bool, in scalars: UTF8Scalars
    ) -> Int {
        guard index < scalars.endIndex else { return index }
        let rest = scalars[index...]
        switch scalars[index] {
        case "*", "†", "‡": return rest.firstIndex { $0 != "*" && $0 != "†" && $0 != "‡" } ?? scalars.endIndex
        case "[":
            let inner = rest.dropFirst().prefix(longest).prefix { isDigit($0) || isSeparator($0) || $0 == " " }
            guard inner.contains(where: isDigit), inner.endIndex < scalars.endIndex, scalars[inner.endIndex] == "]"
            else { return index }
            return scalars.index(after: inner.endIndex)
        case let scalar where isSuperscript(scalar):
            return rest.firstIndex { !isSuperscript($0) && !isSeparator($0) } ?? scalars.endIndex
        case let scalar where isDigit(scalar) && scalar != "0":
            guard isClosed || scalars[mark] != "." || Abbreviations.endsInUnlistedWord(scalars[..<mark]) else {
                return index
            }
            let end = rest.prefix(longest).prefix { isDigit($0) || isSeparator($0) }.endIndex
            guard end < scalars.endIndex, scalars[end].isSpace else { return index }
            let next = scalars.skippingSpace(from: end)
            // "POSIX.1 兼容" has no note mark.
            guard next < scalars.endIndex else { return end }
            return isDigit(scalars[next]) || Word.isUnspacedScript(scalars[next]) ? index : end
        default: return index
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "," || scalar == ";" || scalar == "-" || scalar == "–"
    }

    private static func isSuperscript(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xB2, 0xB3, 0xB9, 0x2070...0x2079: true
        default: false
        }
    }
}
