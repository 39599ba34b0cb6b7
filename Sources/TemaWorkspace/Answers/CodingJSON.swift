import TemaModel
import TemaStudy

extension OpenDocument {
    /// Returns a hand coding of the document. An orphaned one has no place in the current text.
    func json(_ coding: HandCoding) -> JSON {
        let place = coding.hash == hash ? offsets.scalars(coding.span) : 0..<0
        return .object([
            "id": .string(coding.id), "document": .string(coding.document), "hash": .string(coding.hash),
            "passage": .number(coding.passage), "start": .number(place.lowerBound), "end": .number(place.upperBound),
            "code": .string(coding.code), "coder": .string(coding.coder), "quote": .string(coding.quote),
            "state": .string(coding.state.rawValue), "at": .string(coding.at),
        ])
    }

    /// Returns the automatic codings of the document that a person may see, with the decisions on them.
    func automatic(_ coded: CodedDocument, _ codes: CodeList, _ decisions: [Decision]) -> [JSON] {
        var verdicts: [[String]: [String: JSON]] = [:]
        for decision in decisions {
            verdicts[["\(decision.passage)", decision.code], default: [:]][decision.coder] =
                .string(decision.verdict.rawValue)
        }
        return coded.codings.map { coding in
            let code = codes.entries[coding.code].path
            let evidence = coded.evidence(of: coding).map { piece in
                let span = offsets.scalars(piece.span)
                return JSON.list([.number(span.lowerBound), .number(span.upperBound)])
            }
            return .object([
                "document": .string(document.id), "passage": .number(coding.passage), "code": .string(code),
                "evidence": .list(evidence), "verdicts": .object(verdicts[["\(coding.passage)", code]] ?? [:]),
            ])
        }
    }
}

extension JSON {
    init(_ memo: Memo) {
        self = .object([
            "id": .string(memo.id), "target": .string(memo.target.rawValue), "subject": .string(memo.subject),
            "coder": .string(memo.coder), "text": .string(memo.text), "at": .string(memo.at),
        ])
    }
}
