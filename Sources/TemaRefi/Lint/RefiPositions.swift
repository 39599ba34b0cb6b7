import TemaFormats
import TemaModel

/// Checks that selections are within their texts, in the detected dialect of positions.
///
/// Texts are checked one after the other and not kept. For each selection, the dialects in which it is valid are kept.
struct RefiPositions {
    private struct Selection {
        let line: Int
        let start: Int
        let end: Int
        /// One bit for each of ``OffsetDialect/all``, set if the selection is a valid span in that dialect.
        var isSpan: UInt16 = 0
    }

    private var detection: OffsetDetection
    private var sources: [(line: Int, count: Int, selections: [Selection])] = []

    init(origin: String?) { detection = OffsetDetection(origin: origin) }

    /// Adds the selections of an element with its text. Without a text, only negative and inverted positions are
    /// reported.
    mutating func add(_ node: XMLNode, _ text: SourceText?, findings: inout RefiFindings) {
        var selections: [Selection] = []
        var written: [WrittenSelection] = []
        for element in node.elements("PlainTextSelection") {
            guard let start = RefiSemantics.number(element, "startPosition"),
                let end = RefiSemantics.number(element, "endPosition")
            else { continue }
            if start < 0 || end < 0 {
                findings.add(.negativePosition, "a selection from \(start) to \(end)", line: element.line)
            } else if end < start {
                findings.add(.invertedSelection, "a selection from \(start) to \(end)", line: element.line)
            } else {
                selections.append(Selection(line: element.line, start: start, end: end))
                let labels = [element["name"], element.first("Description")?.text].compactMap(\.self)
                written.append(WrittenSelection(start: start, end: end, labels: labels.filter { !$0.isEmpty }))
            }
        }
        guard let text, !selections.isEmpty else { return }
        for (bit, dialect) in OffsetDialect.all.enumerated() {
            for index in selections.indices
            where text.span(from: selections[index].start, to: selections[index].end, dialect: dialect) != nil {
                selections[index].isSpan |= 1 << UInt16(bit)
            }
        }
        detection.add("", text, selections: written)
        sources.append((node.line, text.count, selections))
    }

    /// Reports how positions are counted, and which selections are out of range.
    func finish(_ findings: inout RefiFindings) {
        for (source, decision) in zip(sources, detection.decisions()) {
            switch decision {
            case .success(let decision):
                if decision.ground != .nothingDiffers { findings.add(.offsets, decision.summary, line: source.line) }
                let bit = OffsetDialect.all.firstIndex(of: decision.dialect) ?? 0
                for selection in source.selections {
                    check(
                        selection, 1 << UInt16(bit), isInclusive: decision.dialect.endIsInclusive, count: source.count,
                        findings: &findings)
                }
            case .failure(let problem):
                findings.add(.openOffsets, problem.message, line: source.line)
                for selection in source.selections {
                    check(selection, .max, isInclusive: false, count: source.count, findings: &findings)
                }
            }
        }
    }

    private func check(
        _ selection: Selection, _ mask: UInt16, isInclusive: Bool, count: Int, findings: inout RefiFindings
    ) {
        if selection.isSpan & mask == 0 {
            findings.add(
                .outOfRange,
                "a selection from \(selection.start) to \(selection.end), in a text of \(count) characters",
                line: selection.line)
        } else if selection.start == selection.end, !isInclusive {
            findings.add(.emptySelection, "an empty selection at \(selection.start)", line: selection.line)
        }
    }
}
