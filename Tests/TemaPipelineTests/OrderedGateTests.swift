import Dispatch
import Synchronization
import Testing

@testable import TemaPipeline

@Suite("The ordered gate") struct OrderedGateTests {
    @Test("delivers the results of many workers in the order of their numbers", arguments: [1, 3, 100])
    func order(mostWaiting: Int) {
        let seen = Mutex<[Int]>([])
        let gate = OrderedGate<Int>(mostWaiting: mostWaiting)
        let consume = { @Sendable (result: Int) in seen.withLock { $0.append(result) } }
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            while true {
                let number = next.add(1, ordering: .relaxed).oldValue
                guard number < 400 else { return }
                if number.isMultiple(of: 3) { gate.deliver([10 * number], of: number, to: consume) }
                gate.finish([10 * number + 1, 10 * number + 2], of: number, to: consume)
            }
        }
        var expected: [Int] = []
        for number in 0..<400 {
            if number.isMultiple(of: 3) { expected.append(10 * number) }
            expected += [10 * number + 1, 10 * number + 2]
        }
        #expect(seen.withLock { $0 } == expected)
    }
}
