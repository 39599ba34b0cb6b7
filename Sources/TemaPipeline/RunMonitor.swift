public import TemaModel

/// What a use case reports to its caller while it runs, and asks of it.
public struct RunMonitor {
    /// Receives each problem, in the order of the input.
    public var report: (Problem) -> Void
    /// Receives how many bytes and documents have been read since its last call. Several threads call it.
    public var advance: @Sendable (_ bytes: Int, _ documents: Int) -> Void
    /// Returns whether the work should end early. Several threads call it.
    public var isCancelled: @Sendable () -> Bool

    public init(
        report: @escaping (Problem) -> Void = { _ in },
        advance: @escaping @Sendable (_ bytes: Int, _ documents: Int) -> Void = { _, _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        (self.report, self.advance, self.isCancelled) = (report, advance, isCancelled)
    }
}

/// How the reading of a corpus went.
public struct RunSummary: Sendable {
    /// Documents that were read, repeated ids left out.
    public var documents = 0
    /// Problems of severity error that were reported.
    public var errors = 0
    /// Files that were skipped because their endings are not read, by ending.
    public var skipped: [(ending: String, count: Int)] = []
    /// Whether the caller cancelled the run before the end.
    public var wasCancelled = false

    public init() {}
}
