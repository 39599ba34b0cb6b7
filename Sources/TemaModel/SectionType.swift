/// The part of an article that a passage stands in, the same word for every publisher and language.
public enum SectionType: String, CaseIterable, Sendable, Hashable {
    case front
    case abstract
    case introduction
    case methods
    case results
    case discussion
    case conclusion
    case appendix
    case back
    case other
}
