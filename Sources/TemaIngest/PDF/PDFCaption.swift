/// Recognises the captions of tables and figures in a PDF by their labels, such as `Table 2.`
enum PDFCaption {
    /// Returns whether a text begins with the label of a table or a figure and its number, and whether punctuation ends
    /// the label; nil if there is no label.
    static func label(_ text: String) -> (isTable: Bool, isClosed: Bool)? {
        let word = text.prefix { $0.isLetter }
        guard names.contains(word.lowercased()) else { return nil }
        let rest = text[word.endIndex...].drop { $0 == "." || $0 == " " }
        let number = rest.prefix { $0.isNumber || $0.isUppercase || $0 == "." }
        guard number.contains(where: { $0.isNumber }) else { return nil }
        let next = rest[number.endIndex...].first { $0 != " " }
        let isClosed = number.last == "." || next.map { ":|–—-".contains($0) || $0.isUppercase } ?? true
        return (
            word.lowercased().hasPrefix("tab") || ["cuadro", "quadro", "jadual"].contains(word.lowercased()), isClosed
        )
    }

    private static let names: Set<String> = [
        "table", "figure", "fig", "box", "scheme", "tabel", "gambar", "jadual", "rajah", "tabla", "figura", "cuadro",
        "tabela", "quadro", "tableau", "tabelle", "abbildung", "abb", "grafik", "bagan",
    ]
}
