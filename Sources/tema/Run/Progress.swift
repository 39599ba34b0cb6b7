import Dispatch
import Glibc
import Synchronization
import TemaIngest

/// A progress line on standard error, shown only if that is a terminal.
///
/// Workers count what they have read, and one of them redraws the line from time to time. The total is computed in the
/// background, by another walk of the folders.
final class Progress: Sendable {
    /// The delay before the first drawing. Shorter runs show no line.
    private static let firstNanoseconds: UInt64 = 500_000_000
    private static let betweenNanoseconds: UInt64 = 100_000_000

    private let isShown: Bool
    private let begin = DispatchTime.now().uptimeNanoseconds
    private let drawn = Atomic<UInt64>(0)
    private let bytes = Atomic<Int>(0)
    private let documents = Atomic<Int>(0)
    /// The total number of bytes to read, or 0 until it is known.
    private let total = Atomic<Int>(0)

    init(paths: [String], isShown: Bool) {
        self.isShown = isShown
        guard isShown, !paths.contains("-") else { return }
        DispatchQueue.global(qos: .utility).async { [self] in
            total.store(FolderWalk(paths).totalBytes(), ordering: .relaxed)
        }
    }

    /// Adds to what has been read, and redraws the line if it is due.
    func add(bytes more: Int, documents read: Int) {
        guard isShown else { return }
        bytes.add(more, ordering: .relaxed)
        documents.add(read, ordering: .relaxed)
        let now = DispatchTime.now().uptimeNanoseconds
        let last = drawn.load(ordering: .relaxed)
        guard last <= now else { return }
        let isDue = last == 0 ? now - begin > Self.firstNanoseconds : now - last > Self.betweenNanoseconds
        guard isDue, drawn.compareExchange(expected: last, desired: now, ordering: .relaxed).exchanged else { return }
        draw(seconds: Double(now - begin) / 1e9)
    }

    /// Clears the line and stops drawing it.
    func end() {
        clear()
        drawn.store(.max, ordering: .relaxed)
    }

    /// Clears the line before another message is printed.
    func clear() {
        let last = drawn.load(ordering: .relaxed)
        if isShown, last > 0, last < .max { write("\r\u{1B}[K") }
    }

    private func draw(seconds: Double) {
        let line = ProgressLine(
            documents: documents.load(ordering: .relaxed), bytes: bytes.load(ordering: .relaxed),
            total: total.load(ordering: .relaxed), seconds: seconds)
        write("\r\u{1B}[K" + line.text(width: (Terminal.columns(of: STDERR_FILENO) ?? 80) - 1))
    }

    private func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }
}
