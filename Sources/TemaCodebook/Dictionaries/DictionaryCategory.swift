import TemaModel

extension String {
    /// The text in quotes, truncated to 100 characters, for losses.
    var quotedShort: String {
        let start = prefix(100)
        return start.endIndex == endIndex ? "“\(self)”" : "“\(start)…”"
    }
}

/// A category of a dictionary as written in its file, with its entries and subcategories.
struct DictionaryCategory: Sendable, Hashable {
    struct Entry: Sendable, Hashable {
        var text: String
        var language: String?

        init(_ text: String, language: String? = nil) { (self.text, self.language) = (text, language) }
    }

    var name: String
    /// The id, if the format has ids; otherwise the id is made from the name.
    var id: String?
    var definition: String?
    var entries: [Entry] = []
    var categories: [DictionaryCategory] = []
    /// Its line in the file, from 1.
    var line: Int?

    init(_ name: String, line: Int? = nil) { (self.name, self.line) = (name, line) }
}
