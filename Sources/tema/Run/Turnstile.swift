import Glibc

/// Lets the results of many workers through in the order of their numbers.
///
/// Unchecked, because the compiler cannot see that `next` and `waiting` are touched, and `consume` called, only by whoever
/// holds `mutex`.
final class Turnstile<Result>: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var next = 0
    private var waiting: [Int: [Result]] = [:]
    private let mostWaiting: Int
    private let consume: (Result) -> Void

    /// - Parameters:
    ///   - mostWaiting: How many numbers' results may wait for those before them.
    ///   - consume: Takes each result. Called by one worker at a time.
    init(mostWaiting: Int, consume: @escaping (Result) -> Void) {
        self.mostWaiting = mostWaiting
        self.consume = consume
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    /// Does something that no other worker may do at the same time.
    func exclusively<Value>(_ body: () -> Value) -> Value {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }

    /// Hands in results of a number that is not finished: waits for its turn.
    func deliver(_ results: [Result], of number: Int) {
        exclusively {
            while next != number { pthread_cond_wait(changed, mutex) }
            results.forEach(consume)
        }
    }

    /// Hands in the last results of a number. They wait here for their turn; the worker goes on, unless too much waits.
    func finish(_ results: [Result], of number: Int) {
        exclusively {
            while next != number, waiting.count >= mostWaiting { pthread_cond_wait(changed, mutex) }
            waiting[number] = results
            while let ready = waiting.removeValue(forKey: next) {
                ready.forEach(consume)
                next += 1
            }
            pthread_cond_broadcast(changed)
        }
    }
}
