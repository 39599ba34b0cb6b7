/// An author's name, written `Surname, Given names` with an optional `, Jr.`. A name without a comma is a group or
/// has no known parts.
struct PersonName {
    let family: String
    let given: String?
    /// A suffix such as `Jr.` or `III`.
    let suffix: String?

    init(_ text: String) {
        let parts = text.visible().split(separator: ",").map { part in
            part.split(separator: " ").joined(separator: " ")
        }.filter { !$0.isEmpty }
        family = parts.first ?? ""
        given = parts.count > 1 ? parts[1] : nil
        suffix = parts.count > 2 ? parts[2...].joined(separator: ", ") : nil
    }

    /// The initials of the given names: `M. L.`, `J.-P.`. A particle after them is kept: `A. von`.
    var initials: String? {
        guard let given else { return nil }
        let words = given.split(whereSeparator: { $0 == " " || $0 == "." })
        return words.enumerated().map { index, word in
            if index > 0, word.first?.isLowercase == true { return String(word) }
            return word.split(separator: "-").map(Self.initials).joined(separator: "-")
        }.joined(separator: " ")
    }

    /// Returns the initial of a name. A name of up to three capitals is a sequence of initials.
    private static func initials(_ name: Substring) -> String {
        guard let first = name.first else { return "" }
        let isInitials = name.count <= 3 && name.allSatisfy { $0.isUppercase }
        return isInitials ? name.map { "\($0)." }.joined(separator: " ") : first.uppercased() + "."
    }
}
