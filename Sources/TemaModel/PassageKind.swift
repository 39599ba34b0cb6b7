/// What a passage is in its document: the block of prose that it comes from.
public enum PassageKind: String, CaseIterable, Sendable, Hashable {
    case title
    case abstract
    case heading
    case paragraph
    case listItem = "list-item"
    case quote
    case box
    case caption
    case tableRow = "table-row"
    case definition
    case footnote
    case acknowledgement
    case reference

    /// The kinds that are coded, and counted in denominators, unless the researcher names others.
    public static let codedByDefault: Set<PassageKind> = [.title, .abstract, .paragraph, .listItem, .quote, .box]
}
