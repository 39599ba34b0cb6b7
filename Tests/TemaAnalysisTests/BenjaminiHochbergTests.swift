import Testing

@testable import TemaAnalysis

@Suite("Benjamini and Hochberg's q")
struct BenjaminiHochbergTests {
    /// p-values of the example in the 1995 paper; q from SciPy's `false_discovery_control(method="bh")`.
    @Test("returns the known values of the paper's example, in any order")
    func known() {
        let example = [
            (0.0001, 0.0015), (0.0004, 0.003), (0.0019, 0.0095), (0.0095, 0.035625), (0.0201, 0.0603),
            (0.0278, 0.0638571), (0.0298, 0.0638571), (0.0344, 0.0645), (0.0459, 0.0765), (0.3240, 0.486),
            (0.4262, 0.581182), (0.5719, 0.714875), (0.6528, 0.753231), (0.7590, 0.813214), (1.0, 1.0),
        ]
        for order in [example, example.reversed(), example.sorted { $0.0.bitPattern % 97 < $1.0.bitPattern % 97 }] {
            let q = BenjaminiHochberg.adjusted(order.map { BenjaminiHochberg.Tests(p: $0.0) })
            for (value, (_, expected)) in zip(q, order) { expectClose(value, expected, within: 1e-5) }
        }
    }

    @Test("counts each of several tests with the same p")
    func repeated() {
        let tests = [(0.02, 3), (0.5, 4), (0.001, 1), (0.2, 2), (0.7, 0)].map {
            BenjaminiHochberg.Tests(p: $0, count: $1)
        }
        let q = BenjaminiHochberg.adjusted(tests)
        for (value, expected) in zip(q, [0.05, 0.5, 0.01, 1.0 / 3]) { expectClose(value, expected) }

        let single = tests.flatMap { Array(repeating: BenjaminiHochberg.Tests(p: $0.p), count: $0.count) }
        #expect(Set(BenjaminiHochberg.adjusted(single)) == Set(q.dropLast()))
    }

    @Test("is empty for no tests, and equals p for one test")
    func few() {
        #expect(BenjaminiHochberg.adjusted([]) == [])
        #expect(BenjaminiHochberg.adjusted([BenjaminiHochberg.Tests(p: 0.3)]) == [0.3])
    }
}
