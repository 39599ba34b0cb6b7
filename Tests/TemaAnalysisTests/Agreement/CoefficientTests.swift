import TemaModel
import TestSupport
import Testing

@testable import TemaAnalysis

@Suite("Coefficients of agreement") struct CoefficientTests {
    private func estimate(_ id: String, _ ratings: Ratings) throws -> Estimate {
        try #require(Coefficient.all.first { $0.id == id }).estimate(ratings)
    }

    @Test("equal the published values to six digits", arguments: AgreementExample.all)
    func published(example: AgreementExample) throws {
        let ratings = Ratings(example.ratings)
        for (id, expected) in example.expected {
            let value = try #require(try estimate(id, ratings).value)
            #expect(abs(value - expected) < 5.1e-7, "\(id): \(value), not \(expected)")
        }
    }

    @Test(
        "are undefined, with a reason, if they cannot be computed",
        arguments: [
            ("cohen_kappa", ["1 1 1", "1 1 1"], "all ratings are in one category"),
            ("alpha_nominal", ["1 2", ". ."], "there are fewer than two coders"),
            ("alpha_nominal", ["1 2 . .", ". . 1 2"], "no unit was rated by two coders"),
            ("cohen_kappa", ["1 2 1", "1 2 2", "1 1 1"], "it is defined for exactly two coders"),
            ("alpha_interval", ["a b a", "a a b"], "the values are not numbers"),
            ("alpha_ratio", ["-1 2 1", "1 2 2"], "the ratio level requires values of 0 or more"),
            ("dice", ["1 2 3", "1 2 2"], "it is defined for two categories"),
            ("alpha_nominal", ["1 1 1 2", "1 1 1 ."], "all ratings are in one category"),
            ("gwet_ac1", ["0 0 0", "0 0 0", "0 0 0"], "all ratings are in one category"),
            ("alpha_ordinal", ["a b a", "a a b"], "the values have no order"),
            ("cohen_kappa_linear", ["a b a", "a a b"], "the values have no order"),
            ("dice", ["0 0 0", "0 0 0"], "no coder applied the code"),
            ("jaccard", ["0 0 1", "0 0 ."], "no coder applied the code"),
        ])
    func undefined(id: String, rows: [String], reason: String) throws {
        let ratings = Ratings(AgreementExample("", rows, [:]).ratings)
        guard case .undefined(let found) = try estimate(id, ratings) else {
            Issue.record("it has a value")
            return
        }
        #expect(found.description == reason)
    }

    @Test(
        "that are not corrected for chance are defined if all coders agree on one value",
        arguments: [["1 1 1", "1 1 1"], ["a a", "a a"], ["1 1 1 2", "1 1 1 ."]])
    func agreed(rows: [String]) throws {
        let ratings = Ratings(AgreementExample("", rows, [:]).ratings)
        #expect(try estimate("percent", ratings) == .value(100))
        for id in ["holsti", "dice", "jaccard"] { #expect(try estimate(id, ratings) == .value(1)) }
    }

    @Test("of two coders ignore units that only one of them rated")
    func onlyOne() throws {
        let (some, all) = (["1 2 1 1 2 . 2", "1 2 2 1 . 2 ."], ["1 2 1 1", "1 2 2 1"])
        let ratings = Ratings(AgreementExample("", some, [:]).ratings)
        let paired = Ratings(AgreementExample("", all, [:]).ratings)
        for coefficient in Coefficient.all { #expect(coefficient.estimate(ratings) == coefficient.estimate(paired)) }
        #expect(ratings.unpaired == 3)
        #expect(ratings.prevalence == [0.625, 0.375])
    }

    @Test("use the declared order of values that are not numbers")
    func declared() throws {
        let words = ["1": "low", "2": "medium", "3": "high"]
        let given = random(7).filter { $0.value != "4" }
        let renamed = given.map {
            Ratings.Rating(unit: $0.unit, coder: $0.coder, value: words[$0.value] ?? "", cluster: $0.cluster)
        }
        let (one, other) = (Ratings(given), try Ratings(renamed, scale: .init(ordered: ["low", "medium", "high"])))
        for coefficient in Coefficient.all where !["alpha_interval", "alpha_ratio"].contains(coefficient.id) {
            #expect(coefficient.estimate(one) == coefficient.estimate(other))
        }
        #expect(try estimate("alpha_interval", other).value == nil)
        #expect(try estimate("alpha_ordinal", other).value != nil)
    }

    @Test("with weights equal those of scikit-learn", arguments: [("linear", 0.591241), ("quadratic", 0.678392)])
    func weighted(weights: String, expected: Double) throws {
        let ratings = Ratings(AgreementExample("", table: [[11, 3, 1], [2, 9, 4], [0, 3, 7]], [:]).ratings)
        #expect(abs(try #require(estimate("cohen_kappa_\(weights)", ratings).value) - expected) < 5.1e-7)
    }

    @Test(
        "refuse a scale that is not one, and values outside it",
        arguments: [["low"], ["low", "low"], ["1", "1.0"], ["low", ""], ["low", "high"]])
    func scales(values: [String]) {
        let rating = Ratings.Rating(unit: "1", coder: "ana", value: "hihg")
        let problem = #expect(throws: Problem.self) { try Ratings([rating], scale: .init(ordered: values)) }
        if values == ["low", "high"] {
            #expect(problem?.description == "error: the value “hihg” is not in the scale (did you mean “high”?)")
        }
    }

    @Test("of coded units: Dice, Jaccard and Holsti")
    func positive() throws {
        let ratings = Ratings(AgreementExample("", table: [[50, 3], [5, 12]], [:]).ratings)
        #expect(try estimate("dice", ratings) == .value(24.0 / 32))
        #expect(abs(try #require(try estimate("jaccard", ratings).value) - 12.0 / 20) < 1e-12)
        #expect(try estimate("holsti", ratings) == .value(2 * 62.0 / 140))
    }

    /// Random ratings by three coders, with missing values.
    private func random(_ seed: UInt64, coders: Int = 3) -> [Ratings.Rating] {
        var dice = SeededGenerator(seed: Int(seed))
        return (0..<40).flatMap { unit in
            let usual = Int.random(in: 1...4, using: &dice)
            return (0..<coders).filter { _ in Int.random(in: 0..<6, using: &dice) > 0 }.map { coder in
                let value = Bool.random(using: &dice) ? usual : Int.random(in: 1...4, using: &dice)
                return Ratings.Rating(unit: "u\(unit)", coder: "c\(coder)", value: "\(value)")
            }
        }
    }

    @Test(
        "do not depend on the names or order of coders, units and nominal values",
        arguments: 1...6 as ClosedRange<UInt64>)
    func renamed(seed: UInt64) throws {
        let names = ["1": "d", "2": "b", "3": "a", "4": "c"]
        let given = random(seed)
        let one = Ratings(given)
        let other = Ratings(
            given.reversed().map {
                .init(unit: "x" + $0.unit, coder: $0.coder == "c0" ? "z" : $0.coder, value: names[$0.value] ?? "")
            })
        for id in ["percent", "fleiss_kappa", "conger_kappa", "alpha_nominal", "gwet_ac1", "brennan_prediger"] {
            let (left, right) = (try estimate(id, one).value, try estimate(id, other).value)
            #expect(abs(try #require(left) - #require(right)) < 1e-12, "seed \(seed), \(id)")
        }
    }

    @Test("are 1 if all coders agree", arguments: 1...4 as ClosedRange<UInt64>)
    func same(seed: UInt64) throws {
        let own = random(seed, coders: 1)
        let ratings = Ratings(own + own.map { .init(unit: $0.unit, coder: "other", value: $0.value) })
        for coefficient in Coefficient.all where !["percent", "dice", "jaccard"].contains(coefficient.id) {
            #expect(
                abs(try #require(coefficient.estimate(ratings).value) - 1) < 1e-12, "seed \(seed), \(coefficient.id)")
        }
    }

    @Test("approach π for α with two coders and many units", arguments: 1...4 as ClosedRange<UInt64>)
    func limit(seed: UInt64) throws {
        let whole = random(seed, coders: 2).filter { rating in
            random(seed, coders: 2).count { $0.unit == rating.unit } == 2
        }
        let many = (0..<200).flatMap { copy in
            whole.map { Ratings.Rating(unit: "\($0.unit) \(copy)", coder: $0.coder, value: $0.value) }
        }
        let ratings = Ratings(many)
        let (alpha, pi) = (try estimate("alpha_nominal", ratings).value, try estimate("scott_pi", ratings).value)
        #expect(abs(try #require(alpha) - #require(pi)) < 1e-4, "seed \(seed)")
    }
}
