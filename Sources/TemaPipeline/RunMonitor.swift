public import TemaModel

/// The callbacks of a running use case.
public struct RunMonitor {
    /// Receives each problem, in the order of the input.
    public var report: (Problem) -> Void
    /// Receives the numbers of bytes and documents read since its last call. It is called from several threads.
    public var advance: @Sendable (_ bytes: Int, _ documents: Int) -> Void
    /// Returns whether to end the work early. It is called from several threads.
    public var isCancelled: @Sendable () -> Bool

    /// Creates a monitor. By default it ignores problems and progress, and never cancels.
    public init(
        report: @escaping (Problem) -> Void = { _ in },
        advance: @escaping @Sendable (_ bytes: Int, _ documents: Int) -> Void = { _, _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        (self.report, self.advance, self.isCancelled) = (report, advance, isCancelled)
    }
}

/// The result of reading a corpus.
public struct RunSummary: Sendable {
    /// The number of documents read, without those with duplicate ids.
    public var documents = 0
    /// The number of problems because of which the run is incomplete: errors, and documents skipped because an earlier
    /// one with another text has the same id.
    public var errors = 0
    /// What was skipped, such as `3 .csv`, `2 links` and `1 repeated document`.
    public var skipped: [String] = []
    /// Whether the caller cancelled the run before the end.
    public var wasCancelled = false

    /// Creates the summary of a run without documents.
    public init() {}
}
