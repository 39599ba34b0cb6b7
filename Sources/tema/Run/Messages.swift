import Glibc
import TemaModel

/// Words to the person at the terminal, on standard error, and how the run went.
final class Messages {
    let progress: Progress
    private let quiet: Bool
    private let told: (Problem) -> Void
    private(set) var errors = 0

    /// - Parameter told: Takes each problem too.
    init(quiet: Bool, progress: Progress, told: @escaping (Problem) -> Void = { _ in }) {
        self.quiet = quiet
        self.progress = progress
        self.told = told
    }

    /// Problems are always told; notes and warnings unless `--quiet`.
    func report(_ problem: Problem) {
        if problem.severity == .error { errors += 1 }
        told(problem)
        guard problem.severity == .error || !quiet else { return }
        progress.clear()
        Self.say(problem.description)
    }

    func note(_ text: String) {
        guard !quiet else { return }
        progress.clear()
        Self.say(text)
    }

    func noteSkipped(_ skipped: [(ending: String, count: Int)]) {
        guard !skipped.isEmpty else { return }
        note("left alone: " + skipped.map { "\($0.count) \($0.ending)" }.joined(separator: ", "))
    }

    /// One line on standard error.
    static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }
}
