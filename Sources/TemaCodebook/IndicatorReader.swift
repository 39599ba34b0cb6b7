import TemaModel
internal import Yams

/// Reads the indicators of one code.
struct IndicatorReader {
    /// The number of indicators, including invalid ones.
    private(set) var count = 0
    /// The positions of the valid indicators.
    private(set) var places: [TextPlace] = []

    private static let keys = ["match", "unless", "kinds", "sections"]

    /// Returns whether a mapping is one indicator in its long form, not lists by language.
    static func isLongForm(_ node: Node) -> Bool { node.mapping?["match"] != nil }

    /// Reads a list of indicators. A single indicator is a list of one.
    mutating func list(_ node: Node, _ problems: inout ProblemList) -> [Indicator] {
        let items = node.items
        var seen: [IndicatorPattern: Int] = [:]
        // Avoids rehashing all patterns when the dictionary grows.
        seen.reserveCapacity(items.count)
        return items.compactMap { item in
            count += 1
            guard let (indicator, pattern) = indicator(item, &problems) else { return nil }
            let place = item.mark.map { TextPlace(line: $0.line, column: $0.column) } ?? TextPlace(line: 1, column: 1)
            if let line = Self.earlier(&seen[pattern], place.line), indicator == Indicator(indicator.match) {
                problems.add(
                    item, "duplicate indicator “\(indicator.match)”, first on line \(line)", suggestion: "remove one",
                    severity: .warning)
            }
            places.append(place)
            return indicator
        }
    }

    /// Returns the earlier line, or records this line and returns nil. The dictionary is accessed once, because
    /// patterns are slow to hash.
    private static func earlier(_ known: inout Int?, _ line: Int) -> Int? {
        guard known == nil else { return known }
        known = line
        return nil
    }

    private func indicator(_ node: Node, _ problems: inout ProblemList) -> (Indicator, IndicatorPattern)? {
        guard case .mapping = node else {
            return pattern(node, "an indicator", problems: &problems).map { (Indicator($0), $1) }
        }
        let fields = YAMLFields(node, known: Self.keys, of: "an indicator", problems: &problems)
        guard let match = fields["match"] else {
            problems.add(node, "the indicator has no match", suggestion: "add match: \"words to find\"")
            return nil
        }
        let unless = (fields["unless"]?.items ?? []).compactMap { pattern($0, "unless", problems: &problems)?.0 }
        let kinds = cases(fields, "kinds", all: PassageKind.allCases, problems: &problems)
        let sections = cases(fields, "sections", all: SectionType.allCases, problems: &problems)
        return pattern(match, "match", problems: &problems).map {
            (Indicator($0, unless: unless, kinds: kinds, sections: sections), $1)
        }
    }

    private func pattern(
        _ node: Node, _ key: String, problems: inout ProblemList
    ) -> (String, IndicatorPattern)? {
        guard let text = node.text(key, most: CodebookLimits.nameLength, problems: &problems) else { return nil }
        do throws(Problem) {
            let pattern = try IndicatorPattern(text)
            warn(text, node, problems: &problems)
            return (text, pattern)
        } catch {
            problems.add(error, at: node)
            return nil
        }
    }

    private static func needsNoWarning(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "),
            UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private func warn(_ text: String, _ node: Node, problems: inout ProblemList) {
        // Most indicators contain only lower-case letters, digits, wildcards, hyphens and spaces and need no check.
        let bytes = text.utf8.span
        guard !bytes.indices.allSatisfy({ Self.needsNoWarning(bytes[$0]) }) else { return }
        for token in text.split(whereSeparator: \.isWhitespace) {
            let upper = token.uppercased()
            let isOperator = IndicatorPattern.Relation.allCases.contains { upper.hasPrefix($0.rawValue + "/") }
            if isOperator, upper != token {
                problems.add(
                    node, "“\(token)” is read as words", suggestion: "did you mean \(upper)?", severity: .warning)
            } else if IndicatorPattern.Relation.allCases.contains(where: { $0.rawValue == token }) {
                problems.add(
                    node, "“\(token)” is read as a word", suggestion: "did you mean \(token)/4?", severity: .warning)
            }
        }
        let words = text.split(whereSeparator: \.isWhitespace).filter { token in
            !IndicatorPattern.Relation.allCases.contains { token.hasPrefix($0.rawValue + "/") }
        }
        let ignored = WordPattern.ignored(in: words.joined(separator: " "))
        guard !ignored.isEmpty else { return }
        let list = ignored.map { "“\($0)”" }.joined(separator: ", ")
        problems.add(
            node, "\(list) in “\(text)” is ignored", suggestion: "only words, *, ?, hyphens and apostrophes match",
            severity: .warning)
    }

    private func cases<Case: RawRepresentable<String> & Equatable>(
        _ fields: YAMLFields, _ key: String, all: [Case], problems: inout ProblemList
    ) -> [Case] {
        (fields[key]?.items ?? []).compactMap { node in
            guard let text = node.text(key, most: CodebookLimits.idLength, problems: &problems) else { return nil }
            if let known = Case(rawValue: text) { return known }
            problems.add(node, "“\(text)” is not one of the \(key)", suggestion: didYouMean(text, all.map(\.rawValue)))
            return nil
        }
    }
}
