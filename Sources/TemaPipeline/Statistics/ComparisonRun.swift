public import TemaAnalysis
public import TemaModel

extension CodedCorpus {
    /// Compares codes across the groups of a variable.
    ///
    /// - Parameters:
    ///   - fresh: The comparison without documents.
    ///   - variable: The variable.
    ///   - monitor: Receives problems and progress.
    /// - Throws: A ``Problem`` with the nearest known name if no document has the variable, if coders are compared
    ///   without hand codings, or if the settings are strict and a document cannot be read.
    public func compare(
        _ fresh: Comparison, by variable: ComparisonVariable, monitor: RunMonitor = RunMonitor()
    ) throws(Problem) -> (counts: Comparison, summary: RunSummary) {
        if variable == .coder { return try compareCoders(fresh, monitor) }
        let name: String
        switch variable {
        case .metadata(let variable), .ranges(let variable, _): name = variable
        case .article, .section, .language, .kind, .code, .coder: return try count(fresh, monitor)
        }
        let (result, summary) = try count(
            (comparison: fresh, variables: KnownVariables()), monitor,
            add: { counts, coded in
                counts.comparison.add(coded)
                counts.variables.add(coded.document)
            },
            merge: { counts, other in
                counts.comparison.merge(other.comparison)
                counts.variables.merge(other.variables)
            })
        if summary.documents > 0, !summary.wasCancelled {
            try result.variables.check(name, builtIn: ComparisonVariable.builtInNames)
            if case .ranges = variable, !result.comparison.hasRanges {
                throw Problem("no value of “\(name)” is a number", suggestion: "remove --split")
            }
        }
        return (result.comparison, summary)
    }

    /// Compares the coders of a study's hand codings.
    private func compareCoders(
        _ fresh: Comparison, _ monitor: RunMonitor
    ) throws(Problem) -> (counts: Comparison, summary: RunSummary) {
        guard codings == .hand(.everyone), case .study(let study) = input else {
            throw Problem(
                "coders can be compared only by the hand codings of all coders",
                suggestion: "pass a study, and add --codings hand")
        }
        let codings = try StudyCodings(study, codes)
        var comparison = fresh
        let summary = try each(monitor) { coded throws(Problem) in
            let (all, coders) = try codings.codedByEach(coded)
            comparison.add(all, byCoder: coders)
        }
        return (comparison, summary)
    }
}
