import Dispatch
import Glibc
import Synchronization
import TemaIngest

/// A line at the terminal that says how far a long run has come; nothing where no terminal is.
///
/// Workers count what they have read; now and then one of them draws. How much there is to read is found out beside the
/// work, by walking the folders once more.
final class Progress: Sendable {
    /// Nobody needs a bar for what is over before it can be read.
    private static let firstNanoseconds: UInt64 = 500_000_000
    private static let betweenNanoseconds: UInt64 = 100_000_000

    private let isShown: Bool
    private let begin = DispatchTime.now().uptimeNanoseconds
    private let drawn = Atomic<UInt64>(0)
    private let bytes = Atomic<Int>(0)
    private let documents = Atomic<Int>(0)
    /// Bytes to be read, once they are known.
    private let total = Atomic<Int>(0)

    init(paths: [String], isShown: Bool) {
        self.isShown = isShown
        guard isShown, !paths.contains("-") else { return }
        DispatchQueue.global(qos: .utility).async { [self] in
            total.store(FolderWalk(paths).totalBytes(), ordering: .relaxed)
        }
    }

    /// Counts what has been read, and draws where it is time.
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

    /// Takes the line away for good.
    func end() {
        clear()
        drawn.store(.max, ordering: .relaxed)
    }

    /// Takes the line away, before anything else is said there.
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
