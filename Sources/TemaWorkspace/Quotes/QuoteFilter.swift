import TemaAnalysis
import TemaModel

/// A choice of coded words: by code, coder, document and variable.
struct QuoteFilter: Hashable {
    /// The path of the code, with the codes below it; nil for all codes.
    let code: String?
    /// The name of the coder; nil for everyone.
    let coder: String?
    /// The id of the only document, or nil.
    let document: String?
    /// A group of documents or passages, as `tema compare` makes them, or nil.
    let group: Group?
    /// The paths of codes that the passage must have too.
    let others: [String]
    /// Whether automatic codings are included, and codings by hand.
    let (automatic, hand): (Bool, Bool)

    /// A variable and the name of one of its groups.
    struct Group: Hashable {
        let variable: ComparisonVariable
        let name: String
    }

    /// - Throws: A ``RequestFailure`` if the query cannot be understood.
    init(_ call: Call) throws {
        let query = call.query
        (coder, document) = (query["coder"], query["document"])
        code = try query["code"].map { try call.code($0) }
        others = try query.all("with").map { try call.code($0) }
        group = try query["variable"].map { text in
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else {
                throw RequestFailure(.badRequest, "“variable” must be a name and a value, such as year=2015")
            }
            return Group(variable: try query.divided(ComparisonVariable(parts[0])), name: parts[1])
        }
        switch query["codings"] ?? "final" {
        case "final": (automatic, hand) = (coder == nil, true)
        case "automatic": (automatic, hand) = (true, false)
        case "hand": (automatic, hand) = (false, true)
        case let other:
            throw RequestFailure(.badRequest, "unknown codings “\(other)”", suggestion: "one of final, automatic, hand")
        }
    }

    func fits(code other: String) -> Bool { code.map { other == $0 || other.hasPrefix($0 + "/") } ?? true }

    func fits(_ document: Document) -> Bool {
        guard self.document == nil || self.document == document.id else { return false }
        guard let group, !group.variable.isOfPassages else { return true }
        return group.variable.groups(of: document).contains(group.name)
    }

    func fits(_ passage: Passage, of document: Document) -> Bool {
        guard let group, group.variable.isOfPassages else { return true }
        return group.variable.group(of: passage, in: document) == group.name
    }
}
