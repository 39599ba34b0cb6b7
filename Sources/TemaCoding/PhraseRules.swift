/// The rules of a codebook by their first phrase.
struct PhraseRules: Sendable {
    /// A rule that consists of its phrase only. In most codebooks nearly all rules are plain.
    struct Plain: Sendable {
        var code: Int32
        var indicator: Int32
    }

    /// The plain rules, grouped by phrase.
    let plain: [Plain]
    private let bounds: [Int32]
    /// For each phrase, the rules that also depend on other phrases or on the kind or section of the passage.
    private let limited: [[Rule]]
    /// For each phrase, whether a limited rule refers to its occurrences.
    private let isNeeded: [Bool]
    /// Whether a limited rule refers to the occurrences of any phrase.
    let needsAny: Bool

    /// - Parameter rules: For each phrase, the rules that begin with it.
    init(_ rules: [[Rule]]) {
        var plain: [Plain] = []
        var bounds: [Int32] = [0]
        for list in rules {
            for rule in list where rule.isPlain {
                plain.append(Plain(code: Int32(rule.code), indicator: Int32(rule.indicator)))
            }
            bounds.append(Int32(plain.count))
        }
        self.plain = plain
        self.bounds = bounds
        limited = rules.map { $0.filter { !$0.isPlain } }
        var isNeeded = limited.map { !$0.isEmpty }
        for rule in limited.joined() {
            for phrase in rule.phrases { isNeeded[phrase] = true }
        }
        self.isNeeded = isNeeded
        needsAny = isNeeded.contains(true)
    }

    /// Returns the range in ``plain`` of a phrase's rules.
    @inline(__always)
    func plainRange(of phrase: Int) -> Range<Int> { Int(bounds[phrase])..<Int(bounds[phrase + 1]) }

    /// Returns the rules of a phrase that are not plain.
    func limited(_ phrase: Int) -> [Rule] { limited[phrase] }

    /// Returns whether a limited rule begins with a phrase or refers to its occurrences.
    @inline(__always)
    func isNeeded(_ phrase: Int) -> Bool { isNeeded[phrase] }
}

extension Rule {
    /// Whether every hit of the rule's phrase is a match.
    fileprivate var isPlain: Bool {
        pattern.proximity == nil && unless.isEmpty && kinds == .max && sections == .max
    }

    fileprivate var phrases: [Int] {
        ([pattern] + unless).flatMap { [$0.phrase] + ($0.proximity.map { [$0.other] } ?? []) }
    }
}
