import TemaModel
import Testing

@Suite("Indicator patterns") struct IndicatorPatternTests {
    @Test("are phrases")
    func phrase() throws {
        let pattern = try IndicatorPattern("want* to  live")
        #expect(pattern.phrase.words.count == 3 && pattern.proximity == nil)
    }

    @Test("are two phrases in either order, or in the order written", arguments: IndicatorPattern.Relation.allCases)
    func proximity(_ relation: IndicatorPattern.Relation) throws {
        let pattern = try IndicatorPattern("want to \(relation.rawValue)/4 live on")
        let proximity = try #require(pattern.proximity)
        #expect(proximity.relation == relation && proximity.distance == 4)
        #expect(
            pattern.phrase == PhrasePattern("want to") && proximity.other == PhrasePattern("live on"))
    }

    @Test("recognise operators in capitals only")
    func capitals() throws {
        #expect(try IndicatorPattern("a near/4 b").phrase.words.count == 4)
        #expect(try IndicatorPattern("go near home").phrase.words.count == 3)
    }

    @Test(
        "throw a problem with a suggestion if they never match or match every word",
        arguments: [
            ("", "never match"), ("...", "never match"), ("*", "every word"), ("* *", "every word"),
            ("NEAR/4 b", "never match"), ("a NEAR/4", "never match"), ("a NEAR/x b", "needs a number"),
            ("a NEAR/ b", "needs a number"), ("go NEAR home", "needs a number"), ("THEN", "needs a number"),
            ("a NEAR/-1 b", "needs a number"), ("a NEAR/10001 b", "needs a number"),
            ("a NEAR/99999999999999999999 b", "needs a number"), ("a NEAR/2 b THEN/3 c", "more than one"),
            ("a NEAR/2 *", "every word"),
        ])
    func refused(text: String, expected: String) {
        let problem = #expect(throws: Problem.self) { try IndicatorPattern(text) }
        #expect(problem?.message.contains(expected) == true && problem?.suggestion != nil)
    }
}
