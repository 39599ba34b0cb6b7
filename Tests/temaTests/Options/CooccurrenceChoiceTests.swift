import TemaAnalysis
import Testing

@testable import tema

@Suite("What codes must share") struct CooccurrenceChoiceTests {
    @Test("is named on the command line by every unit and relation")
    func names() {
        for name in CooccurrenceChoice.allValueStrings {
            #expect(CooccurrenceChoice(argument: name)?.defaultValueDescription == name)
        }
        #expect(CooccurrenceChoice(argument: "sentence") == .unit(.sentence))
        #expect(CooccurrenceChoice(argument: "near") == nil)
    }

    @Test("has its distance where it has one")
    func distances() {
        #expect(SpanRelation.nearWords(0).within(3) == .nearWords(3))
        #expect(SpanRelation.nearPassages(0).within(3) == .nearPassages(3))
        #expect(SpanRelation.events.within(3) == .events)
    }
}
