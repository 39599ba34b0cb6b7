import Dispatch
import Synchronization

/// A value that another thread computes in the background.
final class Prefetch<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    init(_ work: @escaping @Sendable () throws -> Value) {
        DispatchQueue.global().async {
            let result = Result { try work() }
            self.result.withLock { $0 = result }
            self.isDone.signal()
        }
    }

    /// Waits for the work and returns its result. Call it once.
    func get() throws -> Value? {
        isDone.wait()
        return try result.withLock { $0 }?.get()
    }

    /// Passes each file's path and content to a body, in order. The next file is read while the body runs.
    static func each(
        _ paths: [String], _ read: @escaping @Sendable (String) throws -> Value, _ body: (String, Value) throws -> Void
    ) throws {
        func begin(_ index: Int) -> Prefetch? {
            guard index < paths.count else { return nil }
            let path = paths[index]
            return Prefetch { try read(path) }
        }
        var next = begin(0)
        for (index, path) in paths.enumerated() {
            let content = try next?.get()
            next = begin(index + 1)
            if let content { try body(path, content) }
        }
    }
}
