import TestSupport
import Testing

@testable import TemaAnalysis

@Suite("Tests of independence") struct ChiSquaredTests {
    private func isNear(_ value: Double?, _ expected: Double) throws -> Bool {
        abs(try #require(value) - expected) <= 1e-9 * max(1, abs(expected))
    }

    @Test("match a table computed by hand")
    func example() throws {
        // 30 of 50 and 10 of 50: the expected count is 20 in each.
        let test = ChiSquared([.init(30, of: 50), .init(10, of: 50)])
        let expected = 100.0 / 20 + 100.0 / 20 + 100.0 / 30 + 100.0 / 30
        #expect(try isNear(test.statistic, expected))
        #expect(test.degrees == 1 && test.leastExpected == 20)
        #expect(try isNear(test.cramersV, (expected / 100).squareRoot()))
        // With one degree of freedom the residuals are ±√χ².
        let residuals = test.adjustedResiduals
        #expect(try isNear(residuals[0], expected.squareRoot()) && isNear(residuals[1], -expected.squareRoot()))
    }

    @Test(
        "return the upper tail probability of χ²",
        arguments: [
            (0.5, 0.5, 0.31731050786291415), (0.5, 5, 0.0015654022580025518), (1, 2, 0.1353352832366127),
            (5, 1, 0.9963401531726563), (50, 80, 0.0001307839765914092), (2.5, 0, 1), (1, 700, 9.859676543759770e-305),
        ])
    func tail(a: Double, x: Double, expected: Double) {
        #expect(abs(UpperGamma.regularised(a, x) - expected) <= 1e-11 * expected)
    }

    @Test(
        "are undefined if groups cannot differ",
        arguments: [[], [(1, 2)], [(0, 3), (0, 4)], [(3, 3), (4, 4)], [(1, 2), (0, 0)]] as [[(Int, Int)]])
    func undefined(groups: [(Int, Int)]) {
        let test = ChiSquared(groups.map { .init($0.0, of: $0.1) })
        #expect(test.statistic == nil && test.p == nil && test.degrees == nil && test.cramersV == nil)
        #expect(test.fisher == nil && test.logLikelihood == nil && test.adjustedResiduals.allSatisfy { $0 == nil })
    }

    @Test("ignore empty groups and do not depend on the order of groups", arguments: 1...5)
    func laws(seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let groups = (0..<4).map { _ -> ChiSquared.Group in
            let total = Int.random(in: 5...40, using: &random)
            return .init(Int.random(in: 1..<total, using: &random), of: total)
        }
        let (one, other) = (ChiSquared(groups), ChiSquared(groups.reversed() + [.init(0, of: 0)]))
        #expect(one.degrees == other.degrees)
        #expect(try isNear(one.statistic, try #require(other.statistic)), "seed \(seed)")
        #expect(try isNear(one.p, try #require(other.p)), "seed \(seed)")
    }
}
