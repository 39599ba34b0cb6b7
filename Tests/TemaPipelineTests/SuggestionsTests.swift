import TemaAnalysis
import TemaCodebook
import TemaModel
import TemaStudy
import TestSupport
import Testing

@testable import TemaPipeline

/// A study in which passages are coded by hand.
private final class CodedInterviews {
    let study: Study
    private let folder = TemporaryFolder()

    /// - Parameters:
    ///   - loss: The indicators of the code `loss`; that of `loss/home`, the code below it, is `house`.
    ///   - documents: The passages of each document; those that begin with `+` are coded with `loss` by ana.
    init(loss: [String] = [], _ documents: [(id: String, passages: [String])]) throws {
        study = try Study.create(at: folder.path("s.tema"))
        let home = Code(id: "home", indicators: ByLanguage([Indicator("house")]))
        let code = Code(id: "loss", indicators: ByLanguage(loss.map { Indicator($0) }), codes: [home])
        let book = Codebook(id: "b", codes: [code, Code(id: "hope")])
        try study.setCodebook(
            CodebookYAML.write(book), codes: ["loss", "loss/home", "hope"], detail: "b", by: "ana")
        _ = try study.importDocuments(by: "ana") { take in
            for (id, passages) in documents {
                try take(Document(id: id, paragraphs: passages.map { String($0.drop { $0 == "+" }) }))
            }
        }
        for (id, passages) in documents {
            for (number, passage) in passages.enumerated() where passage.hasPrefix("+") {
                try tag(id, number, "loss", by: "ana")
            }
        }
    }

    func tag(_ document: String, _ passage: Int, _ code: String, by coder: String) throws {
        _ = try study.tag(document, .passage(passage), code: code, by: coder)
    }
}

@Suite("Suggested indicators") struct SuggestionsTests {
    /// Six documents with two coded passages and three others each.
    private static let interviews = (1...6).map { number in
        (
            id: "d\(number)",
            passages: [
                "+They took the boat in the night.", "+The boats were gone, and the house too.",
                "We ate fish in the morning.", "The sea was calm.", "In the morning we went to the market.",
            ]
        )
    }

    @Test("are found in two thirds of the documents and measured in the others")
    func heldOut() throws {
        let place = try CodedInterviews(Self.interviews)
        let result = try place.study.suggestions(for: "loss")
        #expect((result.code, result.coder, result.trained, result.heldOut) == ("loss", nil, 4, 2))
        #expect((result.passagesInCode, result.passagesInRest) == (8, 12))
        let boat = try #require(result.suggestions.first)
        #expect((boat.indicator, boat.inCode, boat.inRest, boat.documents) == ("boat*", 8, 0, 4))
        #expect(boat.precision == .init(right: 4, matches: 4) && boat.adds == 6)
        #expect(boat.precision?.share == 1 && boat.precision?.interval == WilsonInterval(4, of: 4))
        let keyness = ChiSquared([.init(8, of: 8), .init(0, of: 12)]).logLikelihood
        #expect(boat.keyness == keyness)
        // Each match of “boats” is one of “boat*”, each of “were gone” contains one of “gone”, and “house” finds the code below.
        #expect(
            result.suggestions.map(\.indicator) == ["boat*", "and", "gone", "night", "they", "too", "took", "were"])
        #expect(try place.study.suggestions(for: "loss") == result)
    }

    @Test("are chosen by hashes of the ids, so that a seed chooses others, and always the same")
    func seeds() throws {
        let place = try CodedInterviews(Self.interviews)
        let held = try (0..<4 as Range<UInt64>).map { seed in
            let passages = try HandCodedPassages(place.study, code: "loss", coder: nil, seed: seed)
            #expect(passages.trained.count == 4 && passages.heldOut.isDisjoint(with: passages.trained))
            return passages.heldOut.sorted()
        }
        #expect(Set(held).count > 1)
        #expect(held[1] == ["d3", "d5"])
    }

    @Test("have no precision if fewer than four documents are coded")
    func fewDocuments() throws {
        let result = try CodedInterviews(Array(Self.interviews.prefix(3))).study.suggestions(for: "loss")
        #expect((result.trained, result.heldOut) == (3, 0))
        #expect(!result.suggestions.isEmpty && result.suggestions.allSatisfy { $0.precision == nil })
    }

    @Test("do not repeat the present indicators of the code or of the codes below it")
    func present() throws {
        let place = try CodedInterviews(loss: ["boat", "took THEN/4 night"], Self.interviews)
        let result = try place.study.suggestions(for: "loss")
        #expect(result.suggestions.map(\.indicator) == ["boat*", "and", "gone", "they", "too", "were"])
        #expect(result.suggestions.map(\.adds) == [0, 0, 0, 0, 0, 0])
    }

    @Test("use the codings of the code and of the codes below it, of all coders or of one")
    func coders() throws {
        let place = try CodedInterviews(Self.interviews)
        for document in ["d1", "d2"] { try place.tag(document, 2, "loss/home", by: "eve") }
        #expect(try place.study.suggestions(for: "loss").passagesInCode == 10)
        let eve = try place.study.suggestions(for: "loss", by: "eve")
        #expect((eve.coder, eve.trained, eve.passagesInCode, eve.passagesInRest) == ("eve", 2, 2, 8))
        #expect(eve.suggestions.map(\.indicator) == ["ate", "fish", "morning", "we"])
        #expect(eve.suggestions.map(\.adds) == [6, 6, 12, 12])
        #expect(throws: Problem.self) { try place.study.suggestions(for: "loss", by: "evi") }
        #expect(throws: Problem.self) { try place.study.suggestions(for: "los") }
        let none = try place.study.suggestions(for: "hope")
        #expect(none.suggestions.isEmpty && none.passagesInCode == 0)
    }

    @Test("are found in texts without spaces, where each character is a word")
    func chinese() throws {
        let documents = (1...4).map { number in
            (id: "d\(number)", passages: ["+他们贩卖人身。", "+她被贩卖了，很害怕。", "我们很好。", "今天天气很好。", "人很多。"])
        }
        let result = try CodedInterviews(documents).study.suggestions(for: "loss")
        let first = try #require(result.suggestions.first)
        #expect((first.indicator, first.inCode, first.inRest, first.adds) == ("贩卖", 6, 0, 8))
        #expect(first.precision == .init(right: 2, matches: 2))
        #expect(
            !result.suggestions.contains { ["贩", "卖", "们贩卖"].contains($0.indicator) }, "they are in 贩卖, or contain it")
    }

    @Test("count what the indicator itself matches", arguments: 1...8)
    func property(seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let words = ["Boat", "boats", "home", "l'union", "sea", "of", "ship,", "50", "self-esteem", "家", "园。"]
        let documents = (0..<6).map { number in
            (
                id: "d\(number)",
                passages: (0..<Int.random(in: 1...6, using: &random)).map { _ in
                    let text = (0..<Int.random(in: 1...7, using: &random)).map { _ in
                        words[Int.random(in: 0..<words.count, using: &random)]
                    }.joined(separator: " ")
                    return random.chance(text.contains("o") ? 60 : 20) ? "+" + text : text
                }
            )
        }
        let place = try CodedInterviews(loss: random.chance(50) ? ["home"] : [], documents)
        let result = try place.study.suggestions(for: "loss")
        let entry = try #require(try CodebookFile(of: place.study).codes.entries.first)
        for suggestion in result.suggestions {
            let label: Comment = "seed \(seed): \(suggestion.indicator)"
            let present = entry.code.indicators.entries.flatMap(\.value)
            let all = try place.study.trial(of: "loss", indicators: present + [Indicator(suggestion.indicator)])
            #expect(all.new == suggestion.adds, label)
            let alone = try place.study.trial(of: "hope", indicators: [Indicator(suggestion.indicator)])
            #expect(
                alone.passages == suggestion.inCode + suggestion.inRest + (suggestion.precision?.matches ?? 0)
                    || documents.contains { !$0.passages.contains { $0.hasPrefix("+") } }, label)
            #expect(suggestion.inCode >= 2 && suggestion.keyness > 0, label)
        }
    }
}
