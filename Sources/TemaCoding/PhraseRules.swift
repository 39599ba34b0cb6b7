/// The rules that begin with each phrase of a codebook.
struct PhraseRules: Sendable {
    /// A rule that needs nothing but its phrase, as nearly every rule of most codebooks.
    struct Plain: Sendable {
        var code: Int32
        var indicator: Int32
    }

    /// The plain rules of all phrases, one phrase's after the other's.
    let plain: [Plain]
    private let bounds: [Int32]
    /// Rules that need other phrases, or the passage's place.
    private let limited: [[Rule]]
    /// For each phrase, whether a limited rule needs to know where it stands.
    private let isNeeded: [Bool]
    /// Whether one does for any phrase.
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

    /// Where the plain rules of a phrase stand.
    @inline(__always)
    func plainRange(of phrase: Int) -> Range<Int> { Int(bounds[phrase])..<Int(bounds[phrase + 1]) }

    /// The rules of a phrase that are not plain.
    func limited(_ phrase: Int) -> [Rule] { limited[phrase] }

    /// Whether a limited rule begins with a phrase, or needs to know where it stands.
    @inline(__always)
    func isNeeded(_ phrase: Int) -> Bool { isNeeded[phrase] }
}

extension Rule {
    /// Whether every hit of its phrase is a match.
    fileprivate var isPlain: Bool {
        pattern.proximity == nil && unless.isEmpty && kinds == .max && sections == .max
    }

    fileprivate var phrases: [Int] {
        ([pattern] + unless).flatMap { [$0.phrase] + ($0.proximity.map { [$0.other] } ?? []) }
    }
}
