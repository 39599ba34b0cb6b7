import TemaModel
import TestSupport
import Testing

@testable import TemaStudy

@Suite("Codings of a text whose names were replaced") struct PseudonymTests {
    /// The ways in which names are replaced.
    enum Style: CaseIterable {
        case brackets, numbered, labels, initials, signs, angles, others, mixed, swapped

        /// Returns the replacement of the name at an index.
        func replacement(_ index: Int, of names: [String], isPlace: Bool, random: inout SeededGenerator) -> String {
            switch self {
            case .brackets: isPlace ? "[CITY]" : "[NAME]"
            case .numbered: isPlace ? "[PLACE \(index + 1)]" : "[NAME \(index + 1)]"
            case .labels: isPlace ? "L\(index + 1)" : "P\(index + 1)"
            case .initials: names[index].prefix(1) + "."
            case .signs: ["XXX", "***", "___", "…"][index % 4]
            case .angles: isPlace ? "<place>" : "<name_\(index)>"
            case .others: isPlace ? "Bergville" : ["Ruth", "Sam Hill", "Noor", "王丽", "Ида", "علياء"][index % 6]
            case .swapped: names[(index + 1) % names.count]
            case .mixed:
                Self.allCases[Int.random(in: 0..<7, using: &random)]
                    .replacement(index, of: names, isPlace: isPlace, random: &random)
            }
        }
    }

    private static func map(_ style: Style, _ language: ComposedInterview.Language, _ random: inout SeededGenerator)
        -> [String: String]
    {
        var map: [String: String] = [:]
        for (names, isPlace) in [(language.names, false), (language.places, true)] {
            for (index, name) in names.enumerated() where random.chance(90) {
                map[name] = style.replacement(index, of: names, isPlace: isPlace, random: &random)
            }
        }
        return map
    }

    /// A coding: some units of a turn.
    struct Span {
        var turn: Int
        var units: ClosedRange<Int>

        func range(in spans: [[Range<Int>]]) -> Range<Int> {
            spans[turn][units.lowerBound].lowerBound..<spans[turn][units.upperBound].upperBound
        }
    }

    /// Random spans of whole units; of every second span, a border is at a name.
    private static func spans(_ interview: ComposedInterview, _ random: inout SeededGenerator)
        -> [Span]
    {
        (0..<200).map { number in
            let turn = Int.random(in: 0..<interview.turns.count, using: &random)
            let units = interview.turns[turn]
            var start = Int.random(in: 0..<units.count, using: &random)
            let names = units.indices.filter { units[$0].isName }
            if number % 2 == 0, let name = names.randomElement(using: &random) { start = name }
            let end = min(units.count - 1, start + Int.random(in: 0..<9, using: &random))
            return number % 4 == 0
                ? Span(turn: turn, units: max(0, start - 3)...start) : Span(turn: turn, units: start...end)
        }
    }

    /// The numbers of codings, of those on the corresponding words, and of those cut inside a word.
    private struct Tally {
        var (all, right, cut) = (0, 0, 0)
        var share: Double { Double(right) / Double(max(1, all)) }
    }

    private static func tally(_ language: ComposedInterview.Language, _ style: Style, seed: UInt64) -> Tally {
        var random = SeededGenerator(seed: seed)
        let old = ComposedInterview(language, turns: 60, random: &random)
        let new = old.replacing(map(style, language, &random))
        let (before, after) = (old.document, new.document)
        let reanchoring = Reanchoring(from: before.document, to: after.document)
        let borders = Set(after.spans.joined().flatMap { [$0.lowerBound, $0.upperBound] })
        var tally = Tally()
        for span in spans(old, &random) {
            let found = reanchoring.place(of: span.range(in: before.spans))
            tally.all += 1
            if found?.span == span.range(in: after.spans) { tally.right += 1 }
            if let found, !borders.isSuperset(of: [found.span.lowerBound, found.span.upperBound]),
                isCut(found.span, in: after.document)
            {
                tally.cut += 1
            }
        }
        return tally
    }

    /// Whether a span begins or ends between two letters of a script with spaces.
    private static func isCut(_ span: Range<Int>, in document: Document) -> Bool {
        let text = document.text
        return [span.lowerBound, span.upperBound].contains { offset in
            guard let before = text.string(0..<offset).unicodeScalars.last,
                let after = text.string(offset..<text.utf8.count).unicodeScalars.first
            else { return false }
            return [before, after].allSatisfy { Word.isCharacter($0) && !Word.isUnspacedScript($0) }
        }
    }

    @Test("stay on the corresponding words", arguments: ComposedInterview.Language.all)
    func law(_ language: ComposedInterview.Language) {
        var sum = Tally()
        for style in Style.allCases.dropLast() {
            for seed in 1...2 as ClosedRange<UInt64> {
                let tally = Self.tally(language, style, seed: seed)
                #expect(tally.share >= 0.97, "\(style), seed \(seed): \(tally)")
                #expect(tally.cut == 0, "\(style), seed \(seed): \(tally)")
                sum = Tally(all: sum.all + tally.all, right: sum.right + tally.right, cut: 0)
            }
        }
        #expect(sum.share >= 0.99, "\(sum)")
    }

    @Test(
        "stay on most of the corresponding words if all names are those of others",
        arguments: ComposedInterview.Language.all)
    func swapped(_ language: ComposedInterview.Language) {
        for seed in 1...2 as ClosedRange<UInt64> {
            let tally = Self.tally(language, .swapped, seed: seed)
            #expect(tally.share >= (language.isSpaced ? 0.9 : 0.7), "seed \(seed): \(tally)")
            #expect(tally.cut == 0, "seed \(seed): \(tally)")
        }
    }

    @Test("move with their turns, and are orphaned if these were deleted", arguments: 1...6 as ClosedRange<UInt64>)
    func edited(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let language = ComposedInterview.Language.composed(&random)
        let old = ComposedInterview(language, turns: 60, random: &random)
        let replaced = Self.map(.mixed, language, &random)
        var new = old.replacing(replaced)
        // The number of each turn of the new interview in the old one, or -1.
        var turns = Array(0..<60)
        let moved = (0..<6).map { _ in turns.remove(at: Int.random(in: 0..<turns.count, using: &random)) }
        let deleted = (0..<6).map { _ in turns.remove(at: Int.random(in: 0..<turns.count, using: &random)) }
        for turn in moved { turns.insert(turn, at: Int.random(in: 0...turns.count, using: &random)) }
        let added = ComposedInterview(.composed(&random), turns: 6, random: &random)
        new.turns = turns.map { new.turns[$0] }
        for turn in added.replacing(replaced).turns {
            let place = Int.random(in: 0...new.turns.count, using: &random)
            new.turns.insert(turn, at: place)
            turns.insert(-1, at: place)
        }
        let (before, after) = (old.document, new.document)
        let reanchoring = Reanchoring(from: before.document, to: after.document)
        var (kept, away, gone) = (Tally(), Tally(), Tally())
        for span in Self.spans(old, &random) where !deleted.contains(span.turn) || span.units.count > 2 {
            let found = reanchoring.place(of: span.range(in: before.spans))
            if let turn = turns.firstIndex(of: span.turn) {
                let place = Span(turn: turn, units: span.units).range(in: after.spans)
                if moved.contains(span.turn) {
                    away.all += 1
                    if found == nil || found?.span == place { away.right += 1 }
                } else {
                    kept.all += 1
                    if found?.span == place { kept.right += 1 }
                }
                if let found, found.isSure { #expect(found.span == place, "seed \(seed), \(span)") }
            } else {
                gone.all += 1
                if found == nil { gone.right += 1 }
                #expect(found?.isSure != true, "seed \(seed), \(span)")
            }
        }
        #expect(kept.share >= 0.95, "seed \(seed): \(kept)")
        #expect(away.share >= 0.8, "seed \(seed): \(away)")
        #expect(gone.share >= 0.8, "seed \(seed): \(gone)")
    }
}
