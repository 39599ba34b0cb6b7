/// The role of a JATS element in the text, in any namespace and DTD version.
enum ElementRole: UInt8 {
    /// Any element not listed below: its text belongs to the enclosing block.
    case inline
    /// An element whose text is separate from the text before and after it.
    case block
    case notText
    case lineBreak
    case alternatives
    case title
    case section, appendix
    case row, cell
    case definitionItem, term, definition
    case reference
    case listItem, quote, box, caption, footnote, acknowledgement, abstract
    /// `bio` and `notes`: blocks that contain ordinary paragraphs in any context.
    case plain
    case back
    case article, subArticle
    case front, frontStub, articleMeta, titleGroup, transTitleGroup, titlePart

    /// The roles by local name.
    static let named: [String: ElementRole] = {
        let groups: [(ElementRole, String)] = [
            (
                .block,
                """
                p app-group body glossary list def-list attrib fig fig-group table-wrap table-wrap-group table thead tbody
                tfoot tgroup disp-formula disp-formula-group fn-group ref-list supplementary-material media verse-line
                speaker statement preformat array chem-struct-wrap chem-struct-wrapper floats-group floats-wrap sig-block
                question question-wrap answer answer-set explanation taxon-treatment treatment-sec nomenclature
                """
            ),
            (
                .notText,
                """
                math tex-math label object-id graphic inline-graphic alt-text long-desc index-term journal-meta author-notes
                processing-meta kwd-group contrib-group aff permissions sec-meta metadata glyph-data glyph-ref
                """
            ),
            (.lineBreak, "break"), (.alternatives, "alternatives"), (.title, "title"),
            (.section, "sec"), (.appendix, "app"),
            (.row, "tr row"), (.cell, "td th entry"),
            (.definitionItem, "def-item"), (.term, "term"), (.definition, "def"),
            (.reference, "ref"),
            (.listItem, "list-item"), (.quote, "disp-quote verse-group speech"), (.box, "boxed-text"),
            (.caption, "caption"), (.footnote, "fn table-wrap-foot"), (.acknowledgement, "ack"),
            (.abstract, "abstract trans-abstract"), (.plain, "bio notes"), (.back, "back"),
            (.article, "article"), (.subArticle, "sub-article response"),
            (.front, "front"), (.frontStub, "front-stub"), (.articleMeta, "article-meta"),
            (.titleGroup, "title-group"), (.transTitleGroup, "trans-title-group"),
            (.titlePart, "article-title subtitle trans-title trans-subtitle"),
        ]
        var named: [String: ElementRole] = [:]
        for (role, names) in groups {
            for name in names.split(whereSeparator: \.isWhitespace) { named[String(name)] = role }
        }
        return named
    }()
}
