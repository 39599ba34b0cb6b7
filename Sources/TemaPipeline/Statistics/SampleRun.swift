public import TemaAnalysis
public import TemaModel
import TemaStudy

extension CodedCorpus {
    /// Draws passages by which a person checks what a codebook finds.
    ///
    /// - Parameters:
    ///   - fresh: The sample of no document.
    ///   - study: The path of a study that is made of the sample's documents and the codebook; nil makes none.
    ///   - coder: Who makes the study.
    public func sample(
        _ fresh: Sample, makingStudy study: String? = nil, by coder: String = "", _ monitor: RunMonitor = RunMonitor()
    ) throws -> (sample: Sample, summary: RunSummary) {
        let (sample, summary) = try count(fresh, monitor)
        if let study, !summary.wasCancelled {
            try Study.make(at: study, of: sample.documents, from: self, by: coder)
        }
        return (sample, summary)
    }
}
