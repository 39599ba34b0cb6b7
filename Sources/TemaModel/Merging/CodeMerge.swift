/// Chooses between two copies of a value by what it was before.
struct ThreeWay {
    /// The fields that both copies changed, each in its way. The first copy's value is kept.
    private(set) var conflicts: [String] = []

    /// Returns the value that was changed; the first one if both were.
    mutating func pick<Value: Equatable>(_ field: String, _ base: Value, _ first: Value, _ second: Value) -> Value {
        if first == second || second == base { return first }
        if first != base { conflicts.append(field) }
        return first == base ? second : first
    }
}

/// The contents of a code that two copies may have changed, united field by field.
struct CodeMerge {
    private(set) var code: Code
    private var choice = ThreeWay()

    /// The fields that both copies changed, each in its way.
    var conflicts: [String] { choice.conflicts }

    /// - Parameters:
    ///   - base: The code before the changes; without content if it is new in both copies.
    init(_ base: Code, _ first: Code, _ second: Code) {
        code = first
        choose(\.name, "name", base, second)
        choose(\.definition, "definition", base, second)
        choose(\.include, "include", base, second)
        choose(\.exclude, "exclude", base, second)
        code.color = choice.pick("color", base.color, first.color, second.color)
        code.provenance = choice.pick("provenance", base.provenance, first.provenance, second.provenance)
        code.isCodable = choice.pick("codable", base.isCodable, first.isCodable, second.isCodable)
        code.memo = choice.pick("memo", base.memo, first.memo, second.memo)
        unite(\.indicators, base, second)
        unite(\.examples, base, second)
        unite(\.counterexamples, base, second)
    }

    private mutating func choose(
        _ field: WritableKeyPath<Code, ByLanguage<String>>, _ name: String, _ base: Code, _ second: Code
    ) {
        code[keyPath: field] = byLanguage(base[keyPath: field], code[keyPath: field], second[keyPath: field]) {
            choice.pick(name, $0, $1, $2)
        }
    }

    /// Unites lists: additions and removals of both copies.
    private mutating func unite<Item>(
        _ field: WritableKeyPath<Code, ByLanguage<[Item]>>, _ base: Code, _ second: Code
    ) {
        code[keyPath: field] = byLanguage(base[keyPath: field], code[keyPath: field], second[keyPath: field]) {
            base, first, second in
            let (old, other) = (Set(base ?? []), Set(second ?? []))
            let kept = (first ?? []).filter { other.contains($0) || !old.contains($0) }
            let own = Set(first ?? [])
            let added = (second ?? []).filter { !old.contains($0) && !own.contains($0) }
            return first == nil && second == nil ? nil : kept + added
        }
    }

    private func byLanguage<Value>(
        _ base: ByLanguage<Value>, _ first: ByLanguage<Value>, _ second: ByLanguage<Value>,
        _ merged: (Value?, Value?, Value?) -> Value?
    ) -> ByLanguage<Value> {
        var entries: [ByLanguage<Value>.Entry] = []
        var languages: Set<String?> = []
        func value(_ texts: ByLanguage<Value>, _ language: String?) -> Value? {
            texts.entries.first { $0.language == language }?.value
        }
        for language in (first.entries + second.entries).map(\.language) where languages.insert(language).inserted {
            guard let value = merged(value(base, language), value(first, language), value(second, language)) else {
                continue
            }
            entries.append(.init(language: language, value: value))
        }
        return ByLanguage(entries: entries)
    }
}
