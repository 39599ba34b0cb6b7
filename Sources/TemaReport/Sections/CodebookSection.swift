import TemaModel

extension ReportContent {
    /// The codes and their definitions.
    var codebook: ReportSection {
        let book = codes.codebook
        var body = ""
        if let description = book.description.value(in: "en") { body += HTML.paragraph(description) }
        if let source = book.source { body += HTML.paragraph("Source: \(source)") }
        body += "<dl class=\"codes\">\n"
        for number in codes.entries.indices { body += code(number) }
        return ReportSection(id: "codebook", title: "The codebook", body: body + "</dl>\n")
    }

    private func code(_ number: Int) -> String {
        let entry = codes.entries[number]
        let code = entry.code
        let level = codes.level(of: number)
        let facts = [level, code.provenance?.rawValue ?? "", indicators(code)].filter { !$0.isEmpty }
        var said = ""
        if let definition = code.definition.value(in: "en") { said += HTML.paragraph(definition) }
        if let include = code.include.value(in: "en") { said += HTML.paragraph("Include: \(include)") }
        if let exclude = code.exclude.value(in: "en") { said += HTML.paragraph("Exclude: \(exclude)") }
        let depth = min(entry.depth - 1, 8)
        return "<dt style=\"--depth:\(depth)\">\(HTML.text(entry.name)) <code>\(HTML.text(code.id))</code></dt>\n"
            + "<dd style=\"--depth:\(depth)\"><p class=\"facts\">\(HTML.text(facts.joined(separator: " · ")))</p>\n\(said)</dd>\n"
    }

    private func indicators(_ code: Code) -> String {
        let count = code.indicators.entries.reduce(0) { $0 + $1.value.count }
        return count == 0 ? "" : count == 1 ? "1 indicator" : "\(count) indicators"
    }
}
