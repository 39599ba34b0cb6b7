import TemaModel

/// The members of a stored JSON object, each of which is read once.
struct StoredObject {
    private var members: [String: StoredJSON] = [:]
    /// What the object is part of, for messages.
    private let place: String

    init(_ json: StoredJSON, in place: String) throws(Problem) {
        self.place = place
        guard case .object(let members) = json else { throw malformed("a value that is not an object") }
        self.members = members
    }

    /// - Parameter value: Returns the member's value, or nil if it has another type.
    mutating func read<Value>(_ name: String, _ value: (StoredJSON) -> Value?) throws(Problem) -> Value {
        guard let found = try readOptional(name, value) else { throw malformed("no “\(name)”") }
        return found
    }

    /// - Returns: Nil if there is no such member, or if it is `null`.
    mutating func readOptional<Value>(_ name: String, _ value: (StoredJSON) -> Value?) throws(Problem) -> Value? {
        guard let member = members.removeValue(forKey: name), member != .null else { return nil }
        guard let found = value(member) else { throw malformed("“\(name)” of another type") }
        return found
    }

    /// Throws a ``Problem`` if a member has not been read: this version would lose it.
    func end() throws(Problem) {
        guard let name = members.keys.min() else { return }
        throw .unknown("the field “\(name)”", in: place)
    }

    private func malformed(_ what: String) -> Problem {
        Problem("\(place) has \(what)", suggestion: "restore it from a backup")
    }
}

extension Problem {
    /// Returns the problem of a value that this version of Tema does not support. A newer version may have written it.
    static func unknown(_ what: String, in place: String) -> Problem {
        Problem(
            "\(place) has \(what), which this version of Tema does not support",
            suggestion: "install the newest version of Tema")
    }
}
