import TemaModel

/// The unit of text in which two codes co-occur.
public enum CooccurrenceUnit: String, CaseIterable, Sendable {
    /// A sentence, as ``Sentences`` splits it, of a passage of the coded kinds. Evidence belongs to every sentence that
    /// its span overlaps.
    case sentence
    /// A passage of the coded kinds.
    case passage
    /// The passages of the coded kinds whose innermost section is the same. Passages outside all sections are grouped
    /// by their section type.
    case section
    /// A document, with or without passages of the coded kinds.
    case document

    /// The definition of the unit, as printed in notes.
    var definition: Phrase {
        switch self {
        case .sentence:
            Phrase("a sentence of a passage of the coded kinds; evidence belongs to every sentence it overlaps")
        case .passage: Phrase("a passage of the coded kinds")
        case .section:
            Phrase(
                "the passages of the coded kinds directly in one section (outside all sections: of one section type)")
        case .document: Phrase("a document, with or without passages of the coded kinds")
        }
    }

    /// The name that people read.
    public var noun: Phrase {
        switch self {
        case .sentence: Phrase("sentence")
        case .passage: Phrase("passage")
        case .section: Phrase("section")
        case .document: Phrase("document")
        }
    }

    /// Returns a number of units, such as `3 passages`.
    package func counted(_ count: Int) -> Phrase {
        switch self {
        case .sentence: Phrase.count(count, "sentence")
        case .passage: Phrase.count(count, "passage")
        case .section: Phrase.count(count, "section")
        case .document: Phrase.count(count, "document")
        }
    }

    /// Calls `holds` for each code of each unit of a document, possibly several times, and returns the number of units.
    ///
    /// Unit numbers are unique within the document. Codes are the codes of the codings, without their ancestors.
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
            let sentences = coded.sentences(of: passage.passage)
            for coding in codings {
                for evidence in coded.evidence(of: coding) {
                    let first = sentences.firstIndexOfSorted { $0.upperBound > evidence.span.lowerBound }
                    let end = sentences.firstIndexOfSorted { $0.lowerBound >= evidence.span.upperBound }
                    for index in first..<max(first, end) { holds(count + index, coding.code) }
                }
            }
            count += sentences.count
        }
        return count
    }

    /// Returns the number of the unit that a passage belongs to in its document, if units are sections: its section's number
    /// from 0; for a passage outside all sections, a negative number for its section type.
    package static func section(of passage: Passage) -> Int {
        passage.section ?? -1 - (SectionType.allCases.firstIndex(of: passage.sectionType) ?? 0)
    }
}
