import TemaModel
import TestSupport
import Testing

@testable import TemaAnalysis

@Suite("Agreement on spans") struct UnitizingAlphaTests {
    /// Krippendorff 2019, figure 12.11, with all positions multiplied.
    private func figure(times: Int = 1) throws -> UnitizingAlpha {
        let units: [[(Int, Int, String)]] = [
            [(0, 7, "1"), (7, 13, "2"), (30, 32, "5"), (32, 37, "6"), (37, 44, "6"), (44, 60, "7")],
            [(0, 7, "1"), (7, 13, "3"), (13, 21, "5"), (32, 44, "6")],
            [(0, 7, "1"), (7, 13, "4"), (13, 21, "5"), (32, 37, "6"), (37, 41, "6"), (41, 44, "6")],
        ]
        let coders = units.map { $0.map { Continuum.Unit(($0 * times)..<($1 * times), $2) } }
        return UnitizingAlpha([try Continuum(length: 60 * times, coders)])
    }

    private func isNear(_ estimate: Estimate, _ expected: Double, _ tolerance: Double = 5.1e-7) throws -> Bool {
        abs(try #require(estimate.value) - expected) < tolerance
    }

    @Test("equals the published values")
    func book() throws {
        let alpha = try figure()
        #expect(try isNear(alpha.values, 0.509982))
        #expect(try isNear(alpha.relevance, 0.413599))
        // The book prints .724, which does not follow from its formula.
        #expect(try isNear(alpha.codes, 0.728350))
        #expect(try isNear(alpha.codes, 0.724, 0.005))
    }

    @Test(
        "of each code has the published values and coverage",
        arguments: [("1", 1.0, 1.0), ("2", 0, 1), ("3", 0, 1), ("4", 0, 1), ("5", 1, 4.0 / 9), ("6", 1, 1)])
    func codes(code: String, expected: Double, coverage: Double) throws {
        let found = try figure().code(code)
        #expect(try isNear(found.estimate, expected) && abs(found.coverage - coverage) < 1e-12)
    }

    @Test("is undefined for a code that only one coder applied")
    func alone() throws {
        let found = try figure().code("7")
        #expect(found.estimate.value == nil && found.coverage == 0)
    }

    @Test("at a finer resolution is equal for codes and slightly lower for spans")
    func finer() throws {
        let (coarse, fine) = (try figure(), try figure(times: 50))
        #expect(abs(try #require(coarse.codes.value) - #require(fine.codes.value)) < 1e-12)
        #expect(try isNear(fine.values, 0.5089, 5e-5))
        #expect(try isNear(fine.relevance, 0.4122, 2e-4))
    }

    @Test("is 1 if all coders agree, and does not depend on the order of coders or texts", arguments: 1...5)
    func laws(seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let texts: [[[Continuum.Unit]]] = (0..<3).map { _ in
            (0..<3).map { _ in
                (0..<6).compactMap { at in
                    guard Bool.random(using: &random) else { return nil }
                    let start = at * 20 + Int.random(in: 0..<8, using: &random)
                    return .init(start..<(start + Int.random(in: 1..<12, using: &random)), at % 2 == 0 ? "a" : "b")
                }
            }
        }
        let same = UnitizingAlpha(try texts.map { try Continuum(length: 130, [$0[0], $0[0], $0[0]]) })
        #expect(try isNear(same.values, 1, 1e-12), "seed \(seed)")
        let one = UnitizingAlpha(try texts.map { try Continuum(length: 130, $0) })
        let other = UnitizingAlpha(try texts.reversed().map { try Continuum(length: 130, $0.reversed()) })
        for path in [\UnitizingAlpha.values, \.relevance, \.codes] {
            #expect(try isNear(one[keyPath: path], try #require(other[keyPath: path].value), 1e-12), "seed \(seed)")
        }
    }

    @Test("merges overlapping spans of one code, and rejects those of two codes")
    func overlaps() throws {
        let merged = try Continuum(length: 9, [[.init(0..<4, "a"), .init(2..<6, "a"), .init(6..<8, "a")], []])
        #expect(merged.coders[0] == [.init(0..<6, "a"), .init(6..<8, "a")])
        #expect(throws: Problem.self) { try Continuum(length: 9, [[.init(0..<4, "a"), .init(2..<6, "b")]]) }
        #expect(throws: Problem.self) { try Continuum(length: 9, [[.init(0..<10, "a")]]) }
    }

    @Test(
        "of 1995 equals its published examples",
        arguments: [
            (300, [[75..<145, 220..<250], [70..<150, 205..<225, 250..<270]], 0.0144444, 0.0532218, 0.728599),
            (300, [[30..<90, 150..<200], [30..<90, 150..<200]], 0, 0.0489786, 1),
            (10, [[1..<9], [2..<3, 4..<5, 6..<7]], 0.91, 0.535185, -0.700346),
        ] as [(Int, [[Range<Int>]], Double, Double, Double)])
    func older(length: Int, coders: [[Range<Int>]], observed: Double, expected: Double, alpha: Double) throws {
        let found = UnitizingAlpha1995(length: length, coders)
        #expect(abs(found.observed - observed) < 5.1e-7 && abs(found.expected - expected) < 5.1e-7)
        #expect(try isNear(found.estimate, alpha))
    }
}
