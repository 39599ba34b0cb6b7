import TemaModel

extension ReportContent {
    /// The codes and their definitions.
    var codebook: ReportSection {
        let book = codes.codebook
        var body = ""
        if let description = book.description.value(in: language.tag) {
            body += html.paragraph(Phrase(verbatim: description))
        }
        if let source = book.source { body += html.paragraph(Phrase("Source: \(source)")) }
        body += "<dl class=\"codes\">\n"
        for number in codes.entries.indices { body += code(number) }
        return ReportSection(
            id: "codebook", title: Phrase("The codebook"),
            body: html.folded(Phrase("\(count: codes.count, "code") with definitions"), body + "</dl>\n"))
    }

    private func code(_ number: Int) -> String {
        let entry = codes.entries[number]
        let code = entry.code
        let level = codes.level(of: number)
        let facts = [Phrase(verbatim: level), Phrase(verbatim: code.provenance?.rawValue ?? ""), indicators(code)]
        var said = ""
        if let definition = code.definition.value(in: language.tag) {
            said += html.paragraph(Phrase(verbatim: definition))
        }
        if let include = code.include.value(in: language.tag) {
            said += html.paragraph(Phrase("Include: \(include)"))
        }
        if let exclude = code.exclude.value(in: language.tag) {
            said += html.paragraph(Phrase("Exclude: \(exclude)"))
        }
        let depth = min(entry.depth - 1, 8)
        return "<dt style=\"--depth:\(depth)\">\(HTML.isolated(entry.name)) <code>\(HTML.text(code.id))</code></dt>\n"
            + "<dd style=\"--depth:\(depth)\"><p class=\"facts\">\(html.text(facts.joined(separator: " · ")))</p>\n\(said)</dd>\n"
    }

    private func indicators(_ code: Code) -> Phrase {
        let count = code.indicators.entries.reduce(0) { $0 + $1.value.count }
        return count == 0 ? Phrase(verbatim: "") : Phrase.count(count, "indicator")
    }
}
