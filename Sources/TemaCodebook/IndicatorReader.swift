import TemaModel
internal import Yams

/// Reads the indicators of one code.
struct IndicatorReader {
    /// The number of indicators, including invalid ones.
    private(set) var count = 0
    /// The positions of the valid indicators.
    private(set) var places: [TextPlace] = []

    private let ignoresAccents: Bool

    private static let keys = ["match", "unless", "kinds", "sections", "within"]

    init(ignoresAccents: Bool) { self.ignoresAccents = ignoresAccents }

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
        let unless = (fields["unless"]?.items ?? []).compactMap { pattern($0, "unless", problems: &problems) }
        let kinds = cases(fields, "kinds", all: PassageKind.allCases, problems: &problems)
        let sections = cases(fields, "sections", all: SectionType.allCases, problems: &problems)
        let isWithinSentence = isWithinSentence(fields, problems: &problems)
        guard let (text, pattern) = pattern(match, "match", problems: &problems) else { return nil }
        if unless.contains(where: { $0.1 == pattern }) {
            problems.add(
                match, "“\(text)” can never match: it is its own exception", suggestion: "remove it from unless")
        }
        let indicator = Indicator(
            text, unless: unless.map(\.0), kinds: kinds, sections: sections, isWithinSentence: isWithinSentence)
        return (indicator, pattern)
    }

    private func isWithinSentence(_ fields: YAMLFields, problems: inout ProblemList) -> Bool {
        guard let node = fields["within"],
            let text = node.text("within", most: CodebookLimits.idLength, problems: &problems)
        else { return false }
        if text != "sentence" {
            problems.add(node, "“\(text)” is not a value of within", suggestion: "write within: sentence")
        }
        return true
    }

    private func pattern(
        _ node: Node, _ key: String, problems: inout ProblemList
    ) -> (String, IndicatorPattern)? {
        guard let text = node.text(key, most: CodebookLimits.nameLength, problems: &problems) else { return nil }
        do throws(Problem) {
            let pattern = try IndicatorPattern(text, ignoringAccents: ignoresAccents)
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
            UInt8(ascii: "*"):
            true
        default: false
        }
    }

    /// What to write instead of the operators of other programs.
    private static let booleans = [
        "AND": "for two phrases near each other write A NEAR/10 B",
        "OR": "write one indicator for each phrase",
        "NOT": "for exceptions write {match: A, unless: [B]}",
    ]

    private func warn(_ text: String, _ node: Node, problems: inout ProblemList) {
        // Most indicators contain only lower-case letters, digits, `*` and spaces and need no check.
        let bytes = text.utf8.span
        guard !bytes.indices.allSatisfy({ Self.needsNoWarning(bytes[$0]) }) else { return }
        func add(_ message: String, _ suggestion: String) {
            problems.add(node, message, suggestion: suggestion, severity: .warning)
        }
        for token in text.split(whereSeparator: \.isWhitespace) {
            let upper = token.uppercased()
            let isOperator = IndicatorPattern.Relation.allCases.contains { upper.hasPrefix($0.rawValue + "/") }
            if isOperator, upper != token { add("“\(token)” is read as words", "did you mean \(upper)?") }
            if let instead = Self.booleans[String(token)] { add("“\(token)” is read as a word", instead) }
        }
        for phrase in IndicatorPattern.phrases(of: text) {
            let cut = PhraseCut(phrase)
            if cut.endsWithQuestionMark {
                add("? at the end of “\(phrase)” represents one more letter", "for a question mark, remove it")
            }
            if cut.hasIgnoredWildcard {
                add(
                    "a wildcard in “\(phrase)” is ignored: it is beside a character that is a word of its own",
                    "remove it")
            }
            guard !cut.ignored.isEmpty else { continue }
            let list = cut.ignored.map { "“\($0)”" }.joined(separator: ", ")
            add("ignored at the ends of “\(phrase)”: \(list)", "write “\(cut.text)”")
        }
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
