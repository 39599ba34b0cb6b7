import TemaAnalysis
import Testing

@testable import tema

@Suite("Units and relations of co-occurrence") struct CooccurrenceChoiceTests {
    @Test("are all available by name on the command line")
    func names() {
        for name in CooccurrenceChoice.allValueStrings {
            #expect(CooccurrenceChoice(argument: name)?.defaultValueDescription == name)
        }
        #expect(CooccurrenceChoice(argument: "sentence") == .unit(.sentence))
        #expect(CooccurrenceChoice(argument: "near") == nil)
    }

    @Test("have a distance only if they are near relations")
    func distances() {
        #expect(SpanRelation.nearWords(0).within(3) == .nearWords(3))
        #expect(SpanRelation.nearPassages(0).within(3) == .nearPassages(3))
        #expect(SpanRelation.events.within(3) == .events)
    }
}
