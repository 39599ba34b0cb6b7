import TemaModel

/// Texts as escaped HTML, with isolated directions.
package enum Markup {
    /// Returns a name or another text from documents. A text with letters from right to left is isolated, so that it does not
    /// reorder the words and numbers around it.
    package static func isolated(_ text: String) -> String {
        let escaped = text.visible().escapedAsMarkup
        return hasRightToLeft(text) ? "<bdi>\(escaped)</bdi>" : escaped
    }

    /// Returns a phrase in a language, with isolated names.
    package static func text(_ phrase: Phrase, in language: DisplayLanguage) -> String {
        phrase.pieces(in: language).map { $0.isValue ? isolated($0.text) : $0.text.visible().escapedAsMarkup }.joined()
    }

    /// Returns the attribute of an element that contains only this text: ` dir="auto"` if it has letters from right to left.
    package static func direction(_ text: String) -> String { hasRightToLeft(text) ? " dir=\"auto\"" : "" }

    private static func hasRightToLeft(_ text: String) -> Bool {
        text.unicodeScalars.contains { TextDirection.isRightToLeft($0) }
    }
}
