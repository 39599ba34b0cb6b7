/// The plain text of a block of Markdown while it is read, with marks of emphasis until their counterparts are found.
///
/// The marks are paired as in CommonMark, but those of each kind on their own, so that the total time is linear.
struct MarkdownOutput {
    /// Marks that may begin emphasis.
    private struct Run {
        let start: Int
        var count: Int
    }

    /// Marks of formatting are set to nil.
    private var characters: [Character?] = []
    private var runs: [Character: [Run]] = [:]
    private var lastSpace = -1

    /// The length, including removed marks.
    var count: Int { characters.count }

    mutating func append(_ character: Character) {
        if character.isWhitespace { lastSpace = characters.count }
        characters.append(character)
    }

    /// Appends a run of marks: `*`, `_`, `~` or `^`. Those that end emphasis are removed, with those that began it.
    ///
    /// - Parameters:
    ///   - before: The character before the run in the source, a space at the start.
    ///   - after: The character after the run in the source, a space at the end.
    mutating func append(_ mark: Character, count: Int, before: Character, after: Character) {
        var run = Run(start: characters.count, count: count)
        for _ in 0..<count { characters.append(mark) }
        let (opens, closes) = Self.directions(mark, count, before, after)
        while closes, run.count > 0, let opening = runs[mark]?.popLast() {
            let isSingle = mark == "^" || mark == "~"
            // Subscripts and superscripts (`H~2~O`) contain no space. Other lengths of these runs match only their own.
            if isSingle, opening.count != run.count || run.count == 1 && opening.start < lastSpace { continue }
            let used = min(opening.count, run.count)
            remove(opening.start + opening.count - used, count: used)
            remove(run.start, count: used)
            run = Run(start: run.start + used, count: run.count - used)
            if opening.count > used { runs[mark]?.append(Run(start: opening.start, count: opening.count - used)) }
        }
        if opens, run.count > 0 { runs[mark, default: []].append(run) }
    }

    /// Whether a run can begin and can end emphasis, by the characters around it.
    private static func directions(
        _ mark: Character, _ count: Int, _ before: Character, _ after: Character
    ) -> (opens: Bool, closes: Bool) {
        if mark == "^" || mark == "~" {
            let isKnown = count == 1 || mark == "~" && count == 2
            return (isKnown && !after.isWhitespace, isKnown && !before.isWhitespace)
        }
        func isOther(_ character: Character) -> Bool { character.isWhitespace || isPunctuation(character) }
        let left = !after.isWhitespace && (!isPunctuation(after) || isOther(before))
        let right = !before.isWhitespace && (!isPunctuation(before) || isOther(after))
        // An underscore within a word is part of a name such as `snake_case`.
        guard mark == "_" else { return (left, right) }
        return (left && (!right || isPunctuation(before)), right && (!left || isPunctuation(after)))
    }

    private static func isPunctuation(_ character: Character) -> Bool { character.isPunctuation || character.isSymbol }

    /// Removes marks of formatting.
    mutating func remove(_ index: Int, count: Int) {
        for index in index..<(index + count) { characters[index] = nil }
    }

    /// Removes the text from an index on.
    mutating func cut(to index: Int) {
        characters.removeLast(characters.count - index)
        lastSpace = min(lastSpace, index - 1)
        for mark in runs.keys { runs[mark]?.removeAll { $0.start >= index } }
    }

    func string(from index: Int) -> String { String(characters[index...].compactMap { $0 }) }
}
