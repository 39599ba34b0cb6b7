import TemaFormats
import TemaModel

/// Reads PDF files that contain text, with poppler's `pdftotext`.
enum PDFReader: DocumentReader {
    static let name = "pdf"
    static let summary = "PDF files with text, read with poppler's pdftotext (.pdf)"
    static let extensions = ["pdf"]

    static func recognises(_ beginning: InputBeginning) -> Bool {
        beginning.bytes.starts(with: Array("%PDF-".utf8))
    }

    /// Delivers the file as one document.
    ///
    /// A PDF contains only positioned lines. Paragraphs and headings are inferred from the layout.
    ///
    /// - Throws: A ``Problem`` if `pdftotext` is not installed or cannot read the file, or if the file is empty, has no
    ///   text or is too long; any error thrown by the sink.
    static func read(
        _ source: ByteSource, encoding: TextEncoding?, buffers _: ReadingBuffers, into sink: DocumentSink
    ) throws(Problem) {
        guard source.size ?? 0 > 0 else { throw TextCheck.empty }
        let program = try ExternalProgram(
            "pdftotext",
            missing: Problem(
                "reading a PDF requires pdftotext, which is not installed",
                suggestion: "install it (apt install poppler-utils), or save the text as a .txt file"))
        let allowance = ExternalProgram.Allowance(
            ifSlow: "save its text as a .txt file with another program", ifLong: "split it")
        let arguments = ["-bbox-layout", "-enc", "UTF-8", "/dev/stdin", "-"]
        // The program reads standard input because a file name could be parsed as an option, or the file could be
        // replaced.
        let result = try program.run(arguments, on: source, within: allowance, removeControls)
        try refuseFailure(result)
        let bold = BoldText.boxes(of: source, within: allowance, edit: removeControls)
        var (pages, letters) = ([PDFPage](), 0)
        try XMLTree.each(of: ["page"], UTF8Input(result.output, encoding: nil, isXML: true)) { node throws(Problem) in
            let page = PDFPage(node, bold: bold?.dropFirst(pages.count).first ?? [])
            letters += page.blocks.joined().reduce(0) { $0 + $1.text.utf8.count + 1 }
            guard letters <= Limits.documentBytes else { throw DocumentBuilder.tooLong }
            pages.append(page)
        }
        guard letters > 0 else {
            throw Problem(
                "this PDF has no text: its pages are images",
                suggestion: "run text recognition, for example with ocrmypdf, and read the result")
        }
        try sink.deliver(try document(pages, source))
        if bold == nil {
            sink.report(
                Problem(
                    "its bold text is unknown, so headings in bold type are paragraphs", severity: .warning,
                    suggestion: "install pdftohtml (apt install poppler-utils)"))
        }
        if let said = said(result) {
            sink.report(
                Problem(
                    "pdftotext reported: \(said)", severity: .warning, suggestion: "check that its text is complete"))
        }
    }

    /// Replaces control characters, which poppler writes although XML does not allow them.
    private static func removeControls(_ piece: inout ArraySlice<UInt8>) {
        for position in piece.indices where piece[position] < 0x20 && !isXMLSpace(piece[position]) {
            piece[position] = 0x20
        }
    }

    /// Returns the first line of the program's error output, or nil if there is none.
    private static func said(_ result: ExternalProgram.Result) -> String? {
        result.errors.split(whereSeparator: \.isNewline).first.map(String.init)
    }

    /// - Throws: A ``Problem`` if the program was stopped or failed.
    private static func refuseFailure(_ result: ExternalProgram.Result) throws(Problem) {
        guard let code = result.exitCode else {
            throw Problem(
                "pdftotext was stopped because it exceeded its time or memory limit",
                suggestion: "save the PDF again with another program, or save its text")
        }
        guard code != 0 else { return }
        if result.errors.contains("password") {
            throw Problem(
                "this PDF is encrypted", suggestion: "save it without a password, for example with qpdf --decrypt")
        }
        throw Problem(
            "pdftotext cannot read it: \(said(result) ?? "exit code \(code)")", suggestion: "download it again")
    }

    private static func document(_ pages: [PDFPage], _ source: ByteSource) throws(Problem) -> Document {
        var prose = Prose()
        let heads = RunningHeads(pages)
        var bodies: [PDFPage] = []
        for var page in pages {
            for head in heads.remove(from: &page) {
                prose.ledger.add("running head", .notText, characters: head.unicodeScalars.count)
            }
            for text in page.rotated {
                prose.ledger.add("rotated text", .notText, characters: text.unicodeScalars.count)
            }
            bodies.append(page)
        }
        let layout = PDFParagraphs(bodies)
        let texts = layout.paragraphs.map(layout.text(of:))
        var title: [String] = []
        let roles = PDFRoles(layout, texts: texts)
        for (position, text) in texts.enumerated() {
            if position == roles.abstractEnd { prose.closeSections(from: 1) }
            switch roles.roles[position] {
            case .title:
                title.append(text)
                try prose.append(text, Prose.Style(kind: .title, region: .front))
                try prose.finish()
            case .heading(let level):
                try prose.append(text, Prose.Style())
                try prose.finishHeading(level: level, declared: roles.type(position))
            case .block(let kind):
                try prose.append(text, Prose.Style(kind: kind, region: kind == .abstract ? .abstract : nil))
                try prose.finish()
            }
        }
        var document = prose.builder.finish(id: source.documentName, source: source.name)
        document.metadata.title = title.isEmpty ? prose.title : title.joined(separator: " ")
        document.ledger = prose.ledger
        return document
    }
}
