import TemaModel

/// A codebook's own examples, run: the code must be found in each, and in no counterexample.
public struct CodebookTest: Sendable {
    public struct Failure: Sendable, Hashable {
        /// The code's path.
        public var code: String
        public var example: String
        /// Whether it is an example (not found) or a counterexample (found).
        public var isExample: Bool
        /// What found the counterexample.
        public var indicator: String?
    }

    /// How many examples and counterexamples were run.
    public private(set) var examples = 0
    public private(set) var counterexamples = 0
    public private(set) var failures: [Failure] = []

    /// Runs them all. An example is a passage in its own language (in none where none is named) of whatever kind and
    /// section an indicator asks for; a code is found when it or one below it is.
    public init(_ codes: CodeList) throws(Problem) {
        var coder = AutomaticCoder(try Matcher(codes.withoutPlaces))
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

    /// The first evidence for a code, or one below it, in a passage.
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
    /// The same codes with indicators that count in every kind of passage and section.
    fileprivate var withoutPlaces: CodeList {
        func freed(_ code: Code) -> Code {
            var copy = code
            for list in copy.indicators.entries.indices {
                for at in copy.indicators.entries[list].value.indices {
                    copy.indicators.entries[list].value[at].kinds = []
                    copy.indicators.entries[list].value[at].sections = []
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
