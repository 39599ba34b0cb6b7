import Glibc

/// A mutex with a condition to wait for.
///
/// Unchecked, because the pointers are the system's own objects: they are made once, and only the system's functions use them.
final class Monitor: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    /// Runs a body that no other thread may run at the same time.
    func exclusively<Value>(_ body: () -> Value) -> Value {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }

    /// Waits while a condition holds. Called inside ``exclusively(_:)``.
    func wait(while condition: () -> Bool) {
        while condition() { pthread_cond_wait(changed, mutex) }
    }

    /// Wakes all who wait. Called inside ``exclusively(_:)``.
    func wakeAll() { pthread_cond_broadcast(changed) }
}

/// Lets the results of many workers through in the order of their numbers.
///
/// Unchecked, because the compiler cannot see that `next` and `waiting` are only used inside the monitor.
final class OrderedGate<Result>: @unchecked Sendable {
    private let monitor = Monitor()
    private var next = 0
    private var waiting: [Int: [Result]] = [:]
    private let mostWaiting: Int

    /// - Parameter mostWaiting: How many numbers' results may wait for those before them.
    init(mostWaiting: Int) { self.mostWaiting = mostWaiting }

    /// Passes on results of a number that is not finished: waits for its turn.
    ///
    /// - Parameter consume: Takes each result. One worker at a time calls it.
    func deliver(_ results: [Result], of number: Int, to consume: (Result) -> Void) {
        monitor.exclusively {
            monitor.wait { next != number }
            results.forEach(consume)
        }
    }

    /// Passes on the last results of a number. They are kept until their turn; the worker goes on, unless too many are kept.
    func finish(_ results: [Result], of number: Int, to consume: (Result) -> Void) {
        monitor.exclusively {
            monitor.wait { next != number && waiting.count >= mostWaiting }
            waiting[number] = results
            while let ready = waiting.removeValue(forKey: next) {
                ready.forEach(consume)
                next += 1
            }
            monitor.wakeAll()
        }
    }
}
