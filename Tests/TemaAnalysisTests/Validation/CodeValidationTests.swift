import Testing

@testable import TemaAnalysis

@Suite("Validation of a code") struct CodeValidationTests {
    private typealias Stratum = CodeValidation.Stratum

    @Test("weights each stratum by its passages")
    func totals() throws {
        // 40 found, 3 in 4 of them correctly; 960 others, 1 in 20 of them missed: 30 correct, 10 wrong, 48 missed.
        let code = CodeValidation(
            found: Stratum(all: 40, reviewed: 20, given: 15), other: Stratum(all: 960, reviewed: 20, given: 1))
        let totals = try #require(code.totals)
        #expect(totals.right == 30 && totals.wrong == 10 && abs(totals.missed - 48) < 1e-9)
        #expect(try #require(code.precision).value == 0.75)
        #expect(abs(try #require(code.recall).value - 30.0 / 78) < 1e-12)
        #expect(abs(try #require(code.f1).value - 60.0 / (60 + 10 + 48)) < 1e-12)
    }

    @Test("has a wide interval of recall if the sample has no missed passage")
    func nothingMissed() throws {
        let code = CodeValidation(
            found: Stratum(all: 40, reviewed: 20, given: 20), other: Stratum(all: 960, reviewed: 20, given: 0))
        let recall = try #require(code.recall)
        #expect(recall.value == 1 && recall.high == 1 && recall.low < 0.25)
    }

    @Test("is undefined for unreviewed strata")
    func undefined() {
        let unreviewed = CodeValidation(found: Stratum(all: 4), other: Stratum(all: 9, reviewed: 2, given: 0))
        #expect(
            unreviewed.precision == nil && unreviewed.recall == nil && unreviewed.f1 == nil && unreviewed.totals == nil)
        let onlyFound = CodeValidation(found: Stratum(all: 4, reviewed: 4, given: 1), other: Stratum(all: 9))
        #expect(onlyFound.precision?.value == 0.25 && onlyFound.recall == nil && onlyFound.f1 == nil)
        let nowhere = CodeValidation(found: Stratum(), other: Stratum(all: 9, reviewed: 9, given: 0))
        #expect(nowhere.precision == nil && nowhere.recall == nil && nowhere.f1 == nil)
    }

    @Test("handles empty strata")
    func empty() {
        let neverFound = CodeValidation(found: Stratum(), other: Stratum(all: 9, reviewed: 9, given: 2))
        #expect(neverFound.precision == nil && neverFound.recall == .zero && neverFound.f1 == .zero)
        let everywhere = CodeValidation(found: Stratum(all: 9, reviewed: 9, given: 9))
        #expect(everywhere.recall?.value == 1 && everywhere.recall?.low == 1 && everywhere.f1?.value == 1)
    }

    @Test("has intervals that contain the value, within 0 and 1", arguments: 0...6, 0...6)
    func intervals(given: Int, missed: Int) {
        let code = CodeValidation(
            found: Stratum(all: 30, reviewed: 6, given: given), other: Stratum(all: 500, reviewed: 6, given: missed))
        for figure in [code.precision, code.recall, code.f1].compactMap({ $0 }) {
            #expect(0 <= figure.low && figure.low <= figure.value + 1e-12)
            #expect(figure.value <= figure.high + 1e-12 && figure.high <= 1)
        }
    }
}
