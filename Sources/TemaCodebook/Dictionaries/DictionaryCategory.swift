import TemaModel

extension String {
    /// In quotes, and cut where it is long: how losses call an entry.
    var quotedShort: String {
        let start = prefix(100)
        return start.endIndex == endIndex ? "“\(self)”" : "“\(start)…”"
    }
}

/// A category of a dictionary as its file has it, with its entries and the categories below it.
struct DictionaryCategory: Sendable, Hashable {
    struct Entry: Sendable, Hashable {
        var text: String
        var language: String?

        init(_ text: String, language: String? = nil) { (self.text, self.language) = (text, language) }
    }

    var name: String
    /// Where the format has one; else it is made of the name.
    package var id: String?
    var definition: String?
    var entries: [Entry] = []
    var categories: [DictionaryCategory] = []
    /// Where it stands in the file, from 1.
    var line: Int?

    init(_ name: String, line: Int? = nil) { (self.name, self.line) = (name, line) }
}
