import TemaModel

/// What two codes must share to co-occur.
public enum CooccurrenceUnit: String, CaseIterable, Sendable {
    /// A sentence of a passage of the coded kinds, as ``Sentences`` cuts it. Evidence belongs to every sentence that
    /// its span overlaps.
    case sentence
    /// A passage of the coded kinds.
    case passage
    /// A section that holds such a passage: those that name it as their innermost one. Passages of a document that
    /// stand outside all sections are grouped by their section type.
    case section
    /// A document, also one without such a passage.
    case document

    /// What the unit is, for people.
    var definition: String {
        switch self {
        case .sentence: "a sentence of a passage of the coded kinds; evidence belongs to every sentence it overlaps"
        case .passage: "a passage of the coded kinds"
        case .section:
            "the passages of the coded kinds that stand directly in one section (outside sections: in one section type)"
        case .document: "a document, also one without passages of the coded kinds"
        }
    }

    /// Tells which of a document's units hold which codes, repetitions included, and returns how many units it has.
    ///
    /// Units are known by numbers that differ within the document; codes are those of the codings.
    func visit(_ coded: CodedDocument, holds: (_ unit: Int, _ code: Int) -> Void) -> Int {
        switch self {
        case .sentence: return visitSentences(coded, holds: holds)
        case .passage:
            coded.forEachPassage { passage, codings in
                for coding in codings { holds(passage.passage, coding.code) }
            }
            return coded.passages.count
        case .section:
            var sections: Set<Int> = []
            coded.forEachPassage { passage, codings in
                let section = Self.section(of: coded.document.passages[passage.passage])
                sections.insert(section)
                for coding in codings { holds(section, coding.code) }
            }
            return sections.count
        case .document:
            coded.forEachPassage { _, codings in
                for coding in codings { holds(0, coding.code) }
            }
            return 1
        }
    }

    private func visitSentences(_ coded: CodedDocument, holds: (_ unit: Int, _ code: Int) -> Void) -> Int {
        var count = 0
        coded.forEachPassage { passage, codings in
            let span = coded.document.passages[passage.passage].span
            let sentences = Sentences.ranges(in: coded.document.text.utf8[span])
            for coding in codings {
                for evidence in coded.evidence(of: coding) {
                    let first = sentences.firstIndexOfSorted { $0.upperBound > evidence.span.lowerBound }
                    let end = sentences.firstIndexOfSorted { $0.lowerBound >= evidence.span.upperBound }
                    for at in first..<max(first, end) { holds(count + at, coding.code) }
                }
            }
            count += sentences.count
        }
        return count
    }

    /// The number of a passage's section; outside sections, below zero and one for each section type.
    private static func section(of passage: Passage) -> Int {
        passage.section ?? -1 - (SectionType.allCases.firstIndex(of: passage.sectionType) ?? 0)
    }
}
