import ArgumentParser
import TemaStudy

/// The options that select words of a document.
struct SelectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Words of the document to code.", valueName: "words"))
    var quote: String?
    @Option(
        help: ArgumentHelp("Which occurrence of the quote, in the text or the passage, from 1.", valueName: "number"))
    var place: Int?
    @Option(
        help: ArgumentHelp(
            "Span to code: START-END in Unicode scalars of the text, excluding END.", valueName: "start-end"))
    var span: String?
    @Option(
        help: ArgumentHelp(
            "Number of a passage to code completely, or of the passage of the quote.", valueName: "number"))
    var passage: Int?

    func validate() throws {
        guard [quote != nil, span != nil, passage != nil && quote == nil].count(where: \.self) == 1 else {
            throw ValidationError("choose the words by --quote (with --passage if necessary), --span or --passage")
        }
        if place != nil, quote == nil {
            throw ValidationError("--place is the number of an occurrence of the --quote: add --quote")
        }
        _ = try selection
    }

    var selection: Selection {
        get throws {
            if let quote { return .quote(quote, place: place, passage: passage) }
            if let passage { return .passage(passage) }
            let parts = (span ?? "").split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard parts.count == 2, let start = parts[0], let end = parts[1], 0 <= start, start < end else {
                throw ValidationError("--span must be START-END, such as 120-148")
            }
            return .span(start..<end)
        }
    }
}
