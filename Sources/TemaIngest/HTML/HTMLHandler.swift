import TemaFormats
import TemaModel

/// Converts the parse events of an HTML page to a document.
final class HTMLHandler: XMLEventHandler {
    private var prose = ProseHandler()
    private var metadata = HTMLMetadata()
    /// The text of the first `title` element, or nil before it.
    private var title: String?
    private var language: String?
    private var open: [String] = []
    /// The number of open elements at the element that contains notes, or nil outside notes.
    private var notes: Int?
    /// The innermost table, unless it is known to arrange the page. All tables around it do.
    private var table: HTMLTable?

    func start(_ element: XMLNode) throws(Problem) {
        open.append(element.name)
        switch element.name {
        case "html": language = language ?? element["lang"].flatMap { $0.isEmpty ? nil : $0 }
        case "meta": metadata.take(element)
        case "title" where !open.contains("svg"): title = title ?? ""
        default: break
        }
        if element.name == "table" {
            table?.beginInner()
            try release()
            if table == nil, !["presentation", "none"].contains(element["role"]?.lowercased()) { table = HTMLTable() }
        }
        let roles = Self.roles(of: element)
        if notes == nil, element.name != "a", Self.areNotes(roles) { notes = open.count }
        var role = Self.role(of: element, roles)
        if notes != nil, case .block = role { role = .block(.footnote) }
        try take(.start(name: element.name, role, language: element["lang"]))
    }

    func text(_ text: String) throws(Problem) {
        if open.last == "title", title != nil, !open.contains("svg") { title? += text }
        try take(.text(text))
    }

    func end() throws(Problem) {
        if open.popLast() == "title", let title, !open.contains("svg") {
            metadata.pageTitle = metadata.pageTitle ?? title
        }
        if let notes, open.count < notes { self.notes = nil }
        try take(.end)
    }

    private func take(_ event: HTMLTable.Event) throws(Problem) {
        guard table != nil else { return try pass(event, inLayout: open.contains("table")) }
        table?.take(event)
        try release()
    }

    /// Passes the events of the table on if its use is known.
    private func release() throws(Problem) {
        guard let use = table?.use, use != .unknown, let events = table?.removeEvents() else { return }
        if use == .layout || table?.isComplete == true { table = nil }
        for event in events { try pass(event, inLayout: use == .layout) }
    }

    private func pass(_ event: HTMLTable.Event, inLayout: @autoclosure () -> Bool) throws(Problem) {
        switch event {
        case .start(let name, .row, let language) where inLayout(),
            .start(let name, .cell, let language) where inLayout():
            try prose.start(name, .block(nil), language: language)
        case .start(let name, let role, let language): try prose.start(name, role, language: language)
        case .text(let text): try prose.text(text)
        case .end: try prose.end()
        }
    }

    /// Returns the finished document.
    ///
    /// - Throws: A ``Problem`` if the page contains no text or is too long.
    func document(_ source: ByteSource) throws(Problem) -> Document {
        try prose.prose.finish()
        var metadata = metadata.metadata(firstHeading: prose.prose.title)
        metadata.language = metadata.language ?? language
        let id = metadata.pmcid ?? metadata.doi ?? metadata.pmid ?? source.documentName
        var document = prose.prose.builder.finish(id: id, source: source.name)
        guard !document.passages.isEmpty else {
            throw Problem(
                "this page contains no text",
                suggestion: "if a script fills the page, save it from a browser after it has loaded")
        }
        document.metadata = metadata
        document.ledger = prose.prose.ledger
        return document
    }

    private static func role(of element: XMLNode, _ roles: String) -> ProseRole {
        if element["hidden"] != nil || roles.contains("backlink") { return .notText }
        if element.name == "a", isNoteLink(element, roles) { return .mark(.link) }
        return Self.roles[element.name] ?? .inline
    }

    /// Whether the roles of an element are those of the notes of the page.
    private static func areNotes(_ roles: String) -> Bool {
        ["endnotes", "footnote", "rearnote"].contains { roles.contains($0) }
    }

    /// Returns the roles that an element declares for itself, in lower case; empty if there are none.
    private static func roles(of element: XMLNode) -> String {
        [element["role"], element["epub:type"]].compactMap { $0?.lowercased() }.joined(separator: " ")
    }

    /// Whether a link may lead to a note or a reference: it leads to a place in a page, or says so.
    private static func isNoteLink(_ link: XMLNode, _ roles: String) -> Bool {
        if roles.contains("noteref") || roles.contains("biblioref") { return true }
        guard let href = link["href"], let sign = href.firstIndex(of: "#") else { return false }
        return sign != href.index(before: href.endIndex)
    }

    /// The roles by element name. Any element not listed is inline.
    private static let roles: [String: ProseRole] = {
        let groups: [(ProseRole, String)] = [
            (
                .block(nil),
                """
                html body p div section article main header footer hgroup address details summary fieldset legend form figure
                table thead tbody tfoot colgroup ul ol dl menu dir center hr search dialog frameset optgroup pre listing
                """
            ),
            (.block(.listItem), "li"), (.block(.quote), "blockquote"), (.block(.box), "aside"),
            (.block(.caption), "figcaption caption"), (.block(.definition), "dt dd"),
            (.row, "tr"), (.cell, "td th"), (.lineBreak, "br"), (.mark(.superscript), "sup"),
            (
                .notText,
                """
                rt rp script style nav template noscript svg math iframe object embed applet audio video canvas map button
                select datalist textarea head noframes
                """
            ),
        ]
        var roles: [String: ProseRole] = [:]
        for (role, names) in groups {
            for name in names.split(whereSeparator: \.isWhitespace) { roles[String(name)] = role }
        }
        for level in 1...6 { roles["h\(level)"] = .heading(level: level, declared: nil) }
        return roles
    }()
}
