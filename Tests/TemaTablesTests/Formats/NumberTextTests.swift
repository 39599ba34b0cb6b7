import Foundation
import TestSupport
import Testing

@testable import TemaTables

@Suite("Numbers as text")
struct NumberTextTests {
    @Test(
        "have fixed decimal places, rounded half to even by their exact value",
        arguments: [
            (0.0, 2, "0.00"), (-0.0, 2, "0.00"), (-0.001, 2, "0.00"), (0.125, 2, "0.12"), (0.375, 2, "0.38"),
            (2.675, 2, "2.67"), (1.005, 2, "1.00"), (0.5, 0, "0"), (1.5, 0, "2"), (9.996, 2, "10.00"),
            (0.996, 2, "1.00"), (0.06, 1, "0.1"), (0.04, 1, "0.0"), (-12.345, 1, "-12.3"), (100, 3, "100.000"),
            (1e15, 1, "1000000000000000.0"), (1e300, 2, "1e+300"), (.leastNonzeroMagnitude, 6, "0.000000"),
            (3, -1, "3"),
        ])
    func fixed(value: Double, places: Int, expected: String) {
        #expect(NumberText.fixed(value, places: places) == expected)
    }

    @Test(
        "have significant digits as in C",
        arguments: [
            (0.0, 6, "0"), (-0.0, 6, "0"), (1.2345678e-10, 6, "1.23457e-10"), (0.5, 6, "0.5"), (100_000, 6, "100000"),
            (1_000_000, 6, "1e+06"), (999_999.5, 6, "1e+06"), (0.0001, 6, "0.0001"), (0.00001, 6, "1e-05"),
            (123.456, 2, "1.2e+02"), (-1.5e-300, 3, "-1.5e-300"), (.leastNonzeroMagnitude, 3, "4.94e-324"), (7, 0, "7"),
        ])
    func significant(value: Double, digits: Int, expected: String) {
        #expect(NumberText.significant(value, digits: digits) == expected)
    }

    @Test("equal those of C's printf for any value", arguments: [1, 2, 3] as [UInt64])
    func likeC(seed: UInt64) {
        var random = SeededGenerator(seed: Int(seed))
        for _ in 0..<3_000 {
            // Any bit pattern, and numbers of usual size near rounding ties.
            let any = Double(bitPattern: random.next())
            let near =
                (Double(random.next() % 2_000_000) - 1_000_000) / [8, 10, 64, 1_000, 4_096][Int(random.next() % 5)]
            let digits = Int(random.next() % 18)
            for value in [any, near] where value.isFinite {
                let general = String(format: "%.\(max(1, digits))g", value)
                #expect(NumberText.significant(value, digits: digits) == unsigned(general), "seed \(seed), \(value)")
                guard value.magnitude < 1e21 else { continue }
                let fixed = String(format: "%.\(digits)f", value)
                #expect(NumberText.fixed(value, places: digits) == unsigned(fixed), "seed \(seed), \(value)")
            }
        }
    }

    /// Removes the sign of zero.
    private func unsigned(_ text: String) -> String {
        text.first == "-" && text.allSatisfy { "-0.".contains($0) } ? String(text.dropFirst()) : text
    }
}
