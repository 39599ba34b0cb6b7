import TemaModel
import TestSupport
import Testing

@testable import TemaAnalysis

/// Passages of words that are separated by spaces; a `|` is a gap.
private struct Passages {
    private(set) var typical = TypicalWords()
    private(set) var words: [String] = []

    mutating func add(_ text: String, document: Int, isTarget: Bool) {
        let numbers = text.split(separator: " ").map { word -> Int32 in
            if word == "|" { return TypicalWords.gap }
            if let known = words.firstIndex(of: String(word)) { return Int32(known) }
            words.append(String(word))
            return Int32(words.count - 1)
        }
        typical.add(numbers, document: document, isTarget: isTarget)
    }

    init(target: [[String]], rest: [String]) {
        for (document, texts) in target.enumerated() {
            for text in texts { add(text, document: document, isTarget: true) }
        }
        for (number, text) in rest.enumerated() { add(text, document: 100 + number, isTarget: false) }
    }

    func candidates(most: Int = 100) -> [TypicalWords.Candidate] { typical.candidates(words, most: most) }
}

@Suite("Words that are typical of passages") struct TypicalWordsTests {
    private static let rest = Array(repeating: "the sea was calm", count: 20)

    @Test("are words, phrases and truncated words, with the keyness of their passages")
    func example() {
        let passages = Passages(
            target: [["the boat sank", "boats sank | the home"], ["a boat sank again", "no home"]], rest: Self.rest)
        let found = passages.candidates()
        #expect(found.map(\.indicator) == ["boat*", "sank", "boat", "home", "boat sank"])
        // scipy 1.17, chi2_contingency([[3, 0], [1, 20]], lambda_="log-likelihood", correction=False).
        expectClose(found[0].keyness, 13.586_286_583_358_497)
        // The same of [[2, 0], [2, 20]].
        expectClose(found[2].keyness, 8.222_949_742_216_155)
    }

    @Test("are in at least two passages of the target, and in two documents if the target has two")
    func fewest() {
        let one = Passages(target: [["boat", "boat", "ship"]], rest: Self.rest)
        #expect(one.candidates().map(\.indicator) == ["boat"])
        let two = Passages(target: [["boat", "boat", "ship"], ["ship"]], rest: Self.rest)
        #expect(two.candidates().map(\.indicator) == ["ship"])
    }

    @Test("do not begin or end with words that are frequent everywhere, and are no numbers or single letters")
    func functionWords() {
        let target = [["the end of the road 50 s", "the end of the road 50 s"], ["the end of the road 50 s"]]
        let rest = (0..<20).map { $0 % 2 == 0 ? "of the sea" : "the" }
        #expect(Set(Passages(target: target, rest: rest).candidates().map(\.indicator)) == ["end", "road"])
    }

    @Test("are phrases of at most three words, or of eight characters that are words, without spaces")
    func lengths() {
        let words = Passages(target: [["one two three four", "one two three four"]], rest: Self.rest)
        #expect(words.candidates().map(\.length).max() == 3)
        let text = "贩 卖 人 身 的 人 身 贩 卖"
        let characters = Passages(target: [[text, text]], rest: Array(repeating: "人 的", count: 20)).candidates()
        #expect(characters.map(\.length).min() == -8)
        #expect(characters.first?.length == -8, "of equal keyness, the longest is rather a word")
        #expect(characters.contains { $0.indicator == "贩卖人身" } && characters.contains { $0.indicator == "贩" })
        #expect(!characters.contains { $0.indicator == "人" || $0.indicator == "的" })
        #expect(characters.contains { $0.indicator == "的人" }, "a frequent character can be part of a word")
    }

    @Test("are truncated only after four letters, if that is better than each form and each longer stem")
    func stems() {
        func stems(_ target: [String], _ rest: [String] = Self.rest) -> [String] {
            Passages(target: [target], rest: rest).candidates().map(\.indicator).filter { $0.hasSuffix("*") }
        }
        #expect(stems(["hoped", "hopes", "hoping"]) == ["hope*"])
        #expect(stems(["lost", "losing"]).isEmpty, "three letters")
        #expect(
            stems(["hope", "hope", "hopes"], Self.rest + Array(repeating: "hopeful", count: 5)).isEmpty,
            "a form alone is better")
        #expect(stems(["wonder", "wonders", "wonderful"]) == ["wonder*"])
        #expect(stems(["希望的人", "希望的心"]).isEmpty)
        #expect(stems(["thenar", "thenal"], Self.rest.map { $0 + " then" }) == ["thena*"], "then is a function word")
    }

    @Test("are found in any order of the passages, with the numbers of a simple count", arguments: 1...20)
    func property(seed: Int) {
        var random = SeededGenerator(seed: seed)
        let vocabulary = ["boat", "boats", "home", "sea", "of", "ship"]
        var passages = Passages(target: [], rest: [])
        var texts: [(words: [String], document: Int, isTarget: Bool)] = []
        for document in 0..<4 {
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let words = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                    vocabulary[Int.random(in: 0..<vocabulary.count, using: &random)]
                }
                let isTarget = random.chance(words.contains("boat") ? 70 : 30)
                texts.append((words, document, isTarget))
                passages.add(words.joined(separator: " "), document: document, isTarget: isTarget)
            }
        }
        let (target, rest) = (texts.filter(\.isTarget), texts.filter { !$0.isTarget })
        for candidate in passages.candidates() where !candidate.indicator.hasSuffix("*") {
            let has = { (text: (words: [String], document: Int, isTarget: Bool)) in
                " \(text.words.joined(separator: " ")) ".contains(" \(candidate.indicator) ")
            }
            let keyness = TypicalWords.keyness(
                in: (target.count(where: has), target.count), in: (rest.count(where: has), rest.count))
            #expect(keyness == candidate.keyness, "seed \(seed): \(candidate.indicator)")
            #expect(Set(target.filter(has).map(\.document)).count >= min(2, Set(target.map(\.document)).count))
        }
    }

    @Test("are none if all passages are of the target, or none is")
    func empty() {
        #expect(Passages(target: [["boat", "boat"]], rest: []).candidates().isEmpty)
        #expect(Passages(target: [], rest: Self.rest).candidates().isEmpty)
        #expect(TypicalWords().candidates([], most: 5).isEmpty)
    }
}
