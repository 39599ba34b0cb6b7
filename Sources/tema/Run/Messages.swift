import Glibc
import TemaModel

/// Prints messages for people, on standard error.
struct Messages {
    let progress: Progress
    private let quiet: Bool

    init(quiet: Bool, progress: Progress) {
        self.quiet = quiet
        self.progress = progress
    }

    /// Prints a problem: errors always, notes and warnings unless `--quiet`.
    func report(_ problem: Problem) {
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
        note("skipped: " + skipped.map { "\($0.count) \($0.ending)" }.joined(separator: ", "))
    }

    /// Prints one line.
    static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }

    /// Prints problems: errors always, notes and warnings unless quiet.
    static func say(_ problems: [Problem], quiet: Bool) {
        for problem in problems where problem.severity == .error || !quiet { say(problem.description) }
    }
}
