import Dispatch
import Synchronization

/// Work that another thread does meanwhile.
final class Ahead<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    init(_ work: @escaping @Sendable () throws -> Value) {
        DispatchQueue.global().async {
            let result = Result { try work() }
            self.result.withLock { $0 = result }
            self.isDone.signal()
        }
    }

    /// What the work gave, once it is done; to be asked for once.
    func get() throws -> Value? {
        isDone.wait()
        return try result.withLock { $0 }?.get()
    }
}
