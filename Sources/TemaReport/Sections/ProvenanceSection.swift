import TemaModel

extension ReportContent {
    /// The inputs, options and problems of the report.
    var origin: ReportSection {
        let book = codes.codebook
        var facts: [(String, String)] = [
            ("Software", provenance.software), ("Codebook", "\(book.id), version \(book.version)"),
            ("Codebook read from", provenance.codebookSource), ("SHA-256 of the codebook", provenance.codebookHash),
            ("Corpus", provenance.corpus.joined(separator: ", ")), ("Files with documents", "\(provenance.files)"),
            ("Documents", "\(provenance.documents)"), ("Codings by", provenance.coder),
            ("Coded kinds of passages", provenance.kinds.map(\.rawValue).joined(separator: ", ")),
            ("Unit of co-occurrence", provenance.unit), ("Level", provenance.level.isEmpty ? "–" : provenance.level),
        ]
        facts += provenance.options.map { ($0.name, $0.value) }
        facts.append(("Problems", provenance.problemCount == 0 ? "none" : "\(provenance.problemCount)"))
        if let date = provenance.date { facts.append(("Date", date)) }
        let rows = facts.map { "<div><dt>\(HTML.text($0.0))</dt><dd>\(HTML.text($0.1))</dd></div>\n" }.joined()
        var body = "<dl class=\"facts-list\">\n\(rows)</dl>\n"
        if !provenance.problems.isEmpty {
            let shown = provenance.problems.count
            body +=
                "<h3>Problems\(shown < provenance.problemCount ? ": the first \(shown) of \(provenance.problemCount)" : "")</h3>\n"
                + HTML.list(provenance.problems.map(\.description))
        }
        body +=
            "<p class=\"facts\">How everything is counted: <code>counting.html</code>. What the report contains: "
            + "<code>reports.html</code>. Both are pages of Tema's documentation.</p>\n"
        return ReportSection(id: "provenance", title: "Provenance", body: body)
    }
}
