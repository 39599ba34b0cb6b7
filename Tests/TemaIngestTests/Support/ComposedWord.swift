import TestSupport

/// Creates small Word documents from the content of their body.
enum ComposedWord {
    static let namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"m\" xmlns:a=\"drawing\" xmlns:wps=\"s\""

    /// Styles with the ids that a German version of Word uses.
    static let styles = """
        <w:styles \(namespaces)>
        <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
        <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="berschrift1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Mein Titel"/><w:basedOn w:val="berschrift1"/></w:style>
        <w:style w:type="paragraph" w:styleId="Kreis"><w:name w:val="Kreis"/><w:basedOn w:val="Kreis"/></w:style>
        <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
        <w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
        <w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="List Bullet"/></w:style>
        <w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
        <w:style w:type="paragraph" w:styleId="Fett"><w:name w:val="Fett"/><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="Stark"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
        </w:styles>
        """

    /// Returns the bytes of a Word document.
    ///
    /// - Parameter more: Additional parts.
    static func file(_ body: String, more: [(name: String, text: String)] = []) -> [UInt8] {
        let parts =
            [
                ("[Content_Types].xml", "<Types/>"), ("word/styles.xml", styles),
                (
                    "word/document.xml",
                    "<?xml version=\"1.0\"?>\n<w:document \(namespaces)><w:body>\(body)</w:body></w:document>"
                ),
            ] + more.map { ($0.name, $0.text) }
        return Packed.archive(.zip, parts.map { (name: $0.0, bytes: Array($0.1.utf8)) })
    }

    /// Returns a paragraph with one run.
    static func p(_ text: String, _ style: String? = nil) -> String {
        let properties = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
        return "<w:p>\(properties)<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
    }
}
