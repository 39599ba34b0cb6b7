/// The formats of tables of quotes.
///
/// Formats for people have each quote with its source under the heading of its code. Their rows must be in the order of the
/// codes. Formats for programs are those of all tables.
package enum QuoteFormats {
    /// The formats for quotes of complete sentences or passages, in the order of the help.
    package static let all: [any TableFormat.Type] =
        ownFormats(
            instead: [QuoteText.self, QuoteMarkdown.self, QuoteHTML.self]) + [QuoteWord.self]

    /// The formats for keywords in context: aligned tables, and a document of Word.
    package static let inContext: [any TableFormat.Type] = TableFormats.all + [QuoteWord.self]

    /// Whether a format has the quotes of a code under one heading.
    package static func hasHeadings(_ format: any TableFormat.Type) -> Bool {
        ([QuoteText.self, QuoteMarkdown.self, QuoteHTML.self, QuoteWord.self] as [any TableFormat.Type]).contains {
            $0 == format
        }
    }

    private static func ownFormats(instead own: [any TableFormat.Type]) -> [any TableFormat.Type] {
        TableFormats.all.map { format in own.first { $0.name == format.name } ?? format }
    }
}
