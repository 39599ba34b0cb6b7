import Foundation
import TemaModel
import TestSupport
import Testing

@testable import TemaStudy

@Suite("Coded words in a changed text") struct ReanchoringTests {
    private func place(_ words: String, _ old: [String], _ new: [String]) -> (words: String, isSure: Bool)? {
        let (before, after) = (Composed.document("a", old), Composed.document("a", new))
        guard let range = before.text.string.range(of: words) else { return nil }
        let start = before.text.string.utf8.distance(
            from: before.text.string.startIndex, to: range.lowerBound)
        let found = Reanchoring(from: before, to: after).place(of: start..<(start + words.utf8.count))
        return found.map { (after.text.string($0.span), $0.isSure) }
    }

    private static let old = ["She went to the lake.", "The lake was cold, and the boat was gone."]

    @Test(
        "are found at their new place, which needs review if it is ambiguous",
        arguments: [
            ("was cold", old, ["New.", "She went to the lake."] + old[1...], "was cold", true),
            (
                "was cold", old, ["She  went\tto the lake.", "The lake  was \n cold, and the boat was gone!"],
                "was \n cold", true
            ),
            ("the lake", old, ["She walked to the lake.", "The lake was cold."], "the lake", false),
            ("boat was gone", old, [old[0], "The lake was cold, and the ship was gone."], "ship was gone", false),
            ("lake was cold", ["a lake was cold b"], ["lake was cold", "x lake was cold y"], "lake was cold", false),
            (
                "café", ["We saw that the café was open every morning."],
                ["And we saw that the cafe\u{301} was open every morning."],
                "cafe\u{301}", true
            ),
            (
                "Nobody came.", ["One.", "Nobody came.", "Two."], ["One. Two.", "And then: Nobody came."],
                "Nobody came.", false
            ),
        ])
    func found(words: String, old: [String], new: [String], expected: String, isSure: Bool) {
        let found = place(words, old, new)
        #expect(found?.words == expected)
        #expect(found?.isSure == isSure)
    }

    @Test("are not found if they were deleted")
    func lost() {
        #expect(place("was cold", Self.old, ["Quite another text about mountains."]) == nil)
        #expect(place("was cold", Self.old, []) == nil)
        #expect(place("was cold", Self.old, [Self.old[0]]) == nil)
    }

    @Test(
        "are found with what replaces them at their borders",
        arguments: [
            ("Tom was my friend.", "Ida: Tom was my friend.", "Ida: [NAME] was my friend.", "[NAME] was my friend."),
            ("Tom", "Ida: Then Tom came home to us.", "Ida: Then [NAME 1] came home to us.", "[NAME 1]"),
            ("to York", "Ida: We went to York by train.", "P1: We went to *** by train.", "to ***"),
            ("met Al", "Ida: There I met Al, my uncle.", "Ida: There I met Jan Berg, my uncle.", "met Jan Berg"),
            ("met Jan Berg", "Ida: There I met Jan Berg, my uncle.", "Ida: There I met A., my uncle.", "met A."),
            ("李娜来了", "问: 后来李娜来了。", "问: 后来[姓名]来了。", "[姓名]来了"),
            ("Мы с Яной", "О: Мы с Яной пошли домой.", "О: Мы с [ИМЯ] пошли домой.", "Мы с [ИМЯ]"),
            ("أحمد كان", "س: أحمد كان صديقي في المدرسة.", "س: [اسم] كان صديقي في المدرسة.", "[اسم] كان"),
        ])
    func replaced(words: String, old: String, new: String, expected: String) {
        let found = place(words, ["Int: Why?", old, "Int: Yes."], ["Int: Why?", new, "Int: Yes."])
        #expect(found?.words == expected)
        #expect(found?.isSure == false)
    }

    @Test("remain inside a word only if the word is unchanged")
    func partial() {
        let old = ["It was impossible to sleep there."]
        #expect(place("possible", old, ["It was nearly impossible to sleep there."])?.words == "possible")
        #expect(place("possible", old, ["It was possibly easy to sleep there."])?.words != "possib")
    }

    @Test(
        "keep their place through random changes, or need review",
        arguments: 1...8 as ClosedRange<UInt64>)
    func law(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let vocabulary = (0..<120).map { "w\($0)" + ["o", "é", "th", "ing"][$0 % 4] }
        // Each word has a unique number, by which it is found after the changes.
        var paragraphs = (0..<12).map { paragraph in
            (0..<30).map { (paragraph * 30 + $0, vocabulary.randomElement(using: &random) ?? "") }
        }
        let old = Composed.document("a", paragraphs.map { $0.map(\.1).joined(separator: " ") })
        let oldPlaces = places(paragraphs)
        let ranges = (0..<60).map { _ in
            let start = Int.random(in: 0..<350, using: &random)
            return start...min(359, start + Int.random(in: 0..<12, using: &random))
        }
        for _ in 0..<8 { edit(&paragraphs, vocabulary, &random) }
        let new = Composed.document("a", paragraphs.map { $0.map(\.1).joined(separator: " ") })
        let newPlaces = places(paragraphs)
        let reanchoring = Reanchoring(from: old, to: new)
        var anchored = 0
        for range in ranges where range.lowerBound / 30 == range.upperBound / 30 {
            guard let from = oldPlaces[range.lowerBound], let to = oldPlaces[range.upperBound] else { continue }
            let found = reanchoring.place(of: from.lowerBound..<to.upperBound)
            guard let found, found.isSure else { continue }
            let expected = newPlaces[range.lowerBound].flatMap { first in
                newPlaces[range.upperBound].map { first.lowerBound..<$0.upperBound }
            }
            #expect(found.span == expected, "seed \(seed), words \(range)")
            anchored += 1
        }
        #expect(anchored > 0, "seed \(seed)")
    }

    private func places(_ paragraphs: [[(Int, String)]]) -> [Int: Range<Int>] {
        var places: [Int: Range<Int>] = [:]
        var at = 0
        for paragraph in paragraphs {
            for (number, word) in paragraph {
                places[number] = at..<(at + word.utf8.count)
                at += word.utf8.count + 1
            }
            at += 1
        }
        return places
    }

    private func edit(_ paragraphs: inout [[(Int, String)]], _ vocabulary: [String], _ random: inout SeededGenerator) {
        let at = Int.random(in: 0..<paragraphs.count, using: &random)
        let words = (0..<Int.random(in: 1...6, using: &random)).map { _ in
            (-1, vocabulary.randomElement(using: &random) ?? "")
        }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: paragraphs.insert(words, at: at)
        case 1: paragraphs.swapAt(at, Int.random(in: 0..<paragraphs.count, using: &random))
        case 2:
            let place = Int.random(in: 0..<paragraphs[at].count, using: &random)
            paragraphs[at][place] = words[0]
        default: paragraphs[at].insert(contentsOf: words, at: Int.random(in: 0..<paragraphs[at].count, using: &random))
        }
    }
}
