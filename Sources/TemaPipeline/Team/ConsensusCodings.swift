import TemaAnalysis
import TemaModel
import TemaStudy

extension [CodeAgreement.Mark] {
    /// The marks, in the order of their starts, without those of the consensus on words that another coder coded with the
    /// same code. Counts of all coders' codings would otherwise have the outcome of a unit beside what it was chosen from.
    var withoutRepeatedConsensus: [CodeAgreement.Mark] {
        guard contains(where: { $0.coder == Study.consensus }) else { return self }
        var covered: [Int: [Range<Int>]] = [:]
        for mark in self where mark.coder != Study.consensus {
            let (last, count) = (covered[mark.code]?.last, covered[mark.code]?.count ?? 0)
            if let last, last.upperBound >= mark.span.lowerBound {
                let end = Swift.max(last.upperBound, mark.span.upperBound)
                covered[mark.code]?[count - 1] = last.lowerBound..<end
            } else {
                covered[mark.code, default: []].append(mark.span)
            }
        }
        return filter { mark in
            mark.coder != Study.consensus || covered[mark.code]?.reached(by: mark.span).isEmpty ?? true
        }
    }
}
