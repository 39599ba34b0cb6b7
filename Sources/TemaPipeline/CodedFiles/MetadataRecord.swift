import TemaFormats
import TemaModel

/// Metadata as a JSON object, in coded files. Missing values are left out; `variables` has the researcher's own, in order.
extension Metadata {
    private static let texts: [(name: String, path: WritableKeyPath<Metadata, String?> & Sendable)] = [
        ("title", \.title), ("journal", \.journal), ("volume", \.volume), ("issue", \.issue), ("pages", \.pages),
        ("doi", \.doi), ("pmid", \.pmid), ("pmcid", \.pmcid), ("publisher_id", \.publisherID), ("language", \.language),
        ("article_type", \.articleType), ("licence", \.licence),
    ]
    private static let lists: [(name: String, path: WritableKeyPath<Metadata, [String]> & Sendable)] = [
        ("authors", \.authors), ("keywords", \.keywords), ("subjects", \.subjects),
    ]

    /// The metadata as JSON.
    var json: String {
        var members = Self.texts.compactMap { name, path in self[keyPath: path].map { (name, JSONText.string($0)) } }
        members += Self.lists.filter { !self[keyPath: $0.path].isEmpty }.map {
            ($0.name, JSONText.list(self[keyPath: $0.path].map(JSONText.string)))
        }
        if let year { members.append(("year", String(year))) }
        if !variables.isEmpty {
            let values = variables.map { ($0.name, JSONText.list($0.values.map(JSONText.string))) }
            members.append(("variables", JSONText.object(values)))
        }
        return JSONText.object(members)
    }

    /// Creates metadata from its JSON. Members that are not known are ignored.
    init(json: JSONValue) {
        self.init()
        guard case .object(let members) = json else { return }
        for member in members {
            if let text = Self.texts.first(where: { $0.name == member.name }) {
                self[keyPath: text.path] = member.value.text
            } else if let list = Self.lists.first(where: { $0.name == member.name }) {
                self[keyPath: list.path] = member.value.strings
            } else if member.name == "year" {
                year = member.value.strings.first.flatMap { Int($0) }
            } else if member.name == "variables", case .object(let values) = member.value {
                variables = values.map { Variable(name: $0.name, values: $0.value.strings) }
            }
        }
    }
}
