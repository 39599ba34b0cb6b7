import TemaModel

/// The result of running a codebook's own examples: a code must be found in each of its examples and in none of its
/// counterexamples.
public struct CodebookTest: Sendable {
    /// An example that was not found or a counterexample that was found.
    public struct Failure: Sendable, Hashable {
        /// The path of the code.
        public var code: String
        /// The text of the example.
        public var example: String
        /// `true` for an example that was not found, `false` for a counterexample that was found.
        public var isExample: Bool
        /// The pattern of the indicator that found the counterexample; nil for an example.
        public var indicator: String?
    }

    /// The number of examples that were run.
    public private(set) var examples = 0
    /// The number of counterexamples that were run.
    public private(set) var counterexamples = 0
    /// The failures, in the order of the codes.
    public private(set) var failures: [Failure] = []

    /// Runs all examples and counterexamples of some codes.
    ///
    /// Each one is coded as a passage in the language of its list, or in no language if the list has none. Restrictions
    /// of indicators to kinds of passages and sections are ignored. A code is found if it or one of its descendants is
    /// found.
    ///
    /// - Throws: A ``Problem`` if an indicator's pattern is invalid.
    public init(_ codes: CodeList) throws(Problem) {
        var coder = AutomaticCoder(try Matcher(codes.withoutRestrictions))
        for number in codes.entries.indices {
            let code = codes.entries[number].code
            for list in code.examples.entries {
                for example in list.value {
                    examples += 1
                    if Self.evidence(number, example, language: list.language, coder: &coder) == nil {
                        failures.append(Failure(code: codes.entries[number].path, example: example, isExample: true))
                    }
                }
            }
            for list in code.counterexamples.entries {
                for example in list.value {
                    counterexamples += 1
                    guard let found = Self.evidence(number, example, language: list.language, coder: &coder) else {
                        continue
                    }
                    failures.append(
                        Failure(
                            code: codes.entries[number].path, example: example, isExample: false,
                            indicator: codes.indicators[found.indicator].indicator.match))
                }
            }
        }
    }

    /// Returns the first evidence in a text for a code or one of its descendants.
    private static func evidence(
        _ code: Int, _ text: String, language: String?, coder: inout AutomaticCoder
    ) -> Evidence? {
        let text = Text(text)
        let passage = Passage(
            kind: .paragraph, sectionType: .other, language: language.map { _ in 0 }, span: 0..<text.utf8.count)
        let document = Document(
            id: "example", text: text, passages: [passage], languages: language.map { [$0] } ?? [])
        let coded = coder.code(document)
        let subtree = code..<coder.matcher.codes.entries[code].end
        return coded.codings.first { subtree.contains($0.code) }.flatMap { coded.evidence(of: $0).first }
    }
}

extension CodeList {
    /// The same codes, with indicators that apply to every kind of passage and section.
    fileprivate var withoutRestrictions: CodeList {
        func freed(_ code: Code) -> Code {
            var copy = code
            for list in copy.indicators.entries.indices {
                for index in copy.indicators.entries[list].value.indices {
                    copy.indicators.entries[list].value[index].kinds = []
                    copy.indicators.entries[list].value[index].sections = []
                }
            }
            copy.codes = code.codes.map(freed)
            return copy
        }
        var book = codebook
        book.codes = book.codes.map(freed)
        return CodeList(book)
    }
}
