import TemaModel

extension CodedDocument {
    /// Returns the document with these codings and those of another value with the same passages.
    ///
    /// If both have a coding of a passage with a code, it has the evidence of both, in text order.
    public func union(_ other: CodedDocument) -> CodedDocument {
        guard !other.codings.isEmpty else { return self }
        var union = CodedDocument(document: document, passages: passages)
        let all = codings.map { ($0, evidence(of: $0)) } + other.codings.map { ($0, other.evidence(of: $0)) }
        for (coding, evidence) in all.sorted(by: { ($0.0.passage, $0.0.code) < ($1.0.passage, $1.0.code) }) {
            let start = union.evidence.count
            union.evidence += evidence
            if let last = union.codings.last, last.passage == coding.passage, last.code == coding.code {
                let whole = last.evidence.lowerBound..<union.evidence.count
                union.codings[union.codings.count - 1].evidence = whole
                union.evidence[whole].sort {
                    ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
                }
            } else {
                union.codings.append(
                    Coding(passage: coding.passage, code: coding.code, evidence: start..<union.evidence.count))
            }
        }
        return union
    }

    /// Returns the same passages with codings made by hand.
    ///
    /// A passage is coded with a code at most once. Every span of the code that overlaps the passage is evidence,
    /// clamped to the passage. In all passages but the first, its indicator is ``Evidence/byHandContinued``.
    ///
    /// - Parameter spans: Spans in UTF-8 offsets of the text, in the order of their starts, with the numbers of their
    ///   codes.
    public func coded(byHand spans: [(span: Range<Int>, code: Int)]) -> CodedDocument {
        var coded = CodedDocument(document: document, passages: passages)
        var first = 0
        var longest = 0
        var hasBegun = [Bool](repeating: false, count: spans.count)
        for span in spans { longest = max(longest, span.span.count) }
        for passage in passages {
            let place = document.passages[passage.passage].span
            // No span is longer than `longest`, so a span that starts this early ends before the passage.
            while first < spans.count, spans[first].span.lowerBound + longest <= place.lowerBound { first += 1 }
            var here: [(code: Int, span: Range<Int>, indicator: Int)] = []
            var index = first
            while index < spans.count, spans[index].span.lowerBound < place.upperBound {
                let part = spans[index].span.clamped(to: place)
                if !part.isEmpty {
                    let indicator = hasBegun[index] ? Evidence.byHandContinued : Evidence.byHand
                    here.append((spans[index].code, part, indicator))
                    hasBegun[index] = true
                }
                index += 1
            }
            here.sort {
                ($0.code, $0.span.lowerBound, $0.span.upperBound) < ($1.code, $1.span.lowerBound, $1.span.upperBound)
            }
            for (code, span, indicator) in here {
                if let last = coded.codings.last, last.passage == passage.passage, last.code == code {
                    coded.codings[coded.codings.count - 1].evidence =
                        last.evidence.lowerBound..<(coded.evidence.count + 1)
                } else {
                    coded.codings.append(
                        Coding(
                            passage: passage.passage, code: code,
                            evidence: coded.evidence.count..<(coded.evidence.count + 1)))
                }
                coded.evidence.append(Evidence(span: span, indicator: indicator))
            }
        }
        return coded
    }
}
