/// An author's name: `Surname, Given names`, with `, Jr.` behind it or not; or, without a comma, the name of a group, or
/// all that is known of a name.
struct PersonName {
    let family: String
    let given: String?
    /// `Jr.`, `III`.
    let suffix: String?

    init(_ text: String) {
        let parts = text.visible().split(separator: ",").map { part in
            part.split(separator: " ").joined(separator: " ")
        }.filter { !$0.isEmpty }
        family = parts.first ?? ""
        given = parts.count > 1 ? parts[1] : nil
        suffix = parts.count > 2 ? parts[2...].joined(separator: ", ") : nil
    }

    /// The first letters of the given names: `M. L.`, `J.-P.`.
    var initials: String? {
        guard let given else { return nil }
        return given.split(whereSeparator: { $0 == " " || $0 == "." }).map { word in
            word.split(separator: "-").map(Self.initials).joined(separator: "-")
        }.joined(separator: " ")
    }

    /// The initial of a name, or the initials that it consists of: two or three capitals.
    private static func initials(_ name: Substring) -> String {
        guard let first = name.first else { return "" }
        let isInitials = name.count <= 3 && name.allSatisfy { $0.isUppercase }
        return isInitials ? name.map { "\($0)." }.joined(separator: " ") : first.uppercased() + "."
    }
}
