import TemaCoding
import TemaModel
import TemaStudy

extension Study {
    /// A document with everybody's codings by hand, and with each coder's who has coded anything in it; lost ones have no words.
    func codedByHand(_ coded: CodedDocument, _ numbers: CodeNumbers) throws(Problem) -> (
        all: CodedDocument, coders: [(name: String, coded: CodedDocument)]
    ) {
        var all: [(span: Range<Int>, code: Int)] = []
        var own: [String: [(span: Range<Int>, code: Int)]] = [:]
        for coding in try codings(of: coded.document.id) where coding.state != .lost {
            let span = (coding.span, try numbers[coding.code])
            all.append(span)
            own[coding.coder, default: []].append(span)
        }
        let names = own.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return (coded.coded(byHand: all), names.map { ($0, coded.coded(byHand: own[$0] ?? [])) })
    }
}
