/// What is known about a document besides its text. All of it can be compared by.
public struct Metadata: Sendable, Hashable {
    public var title: String?
    /// `Surname, Given names`, or a group's name, in the order of the byline.
    public var authors: [String] = []
    public var year: Int?
    public var journal: String?
    public var volume: String?
    public var issue: String?
    public var pages: String?
    public var doi: String?
    public var pmid: String?
    /// With its `PMC` in front.
    public var pmcid: String?
    public var publisherID: String?
    public var language: String?
    public var keywords: [String] = []
    public var articleType: String?
    public var subjects: [String] = []
    public var licence: String?
    /// The reader's own variables (country, method, …), in the order they were written.
    public var variables: [Variable] = []

    public init() {}

    /// A variable of the reader's own, with one value or several.
    public struct Variable: Sendable, Hashable {
        public var name: String
        public var values: [String]

        public init(name: String, values: [String]) {
            self.name = name
            self.values = values
        }
    }

    /// The names of the variables that every document may have.
    public static let builtInNames = Metadata().builtIn.map(\.name)

    /// Every variable that has a value, by the name that front matter, `compare --by` and tables use.
    public var all: [Variable] { builtIn.filter { !$0.values.isEmpty } + variables }

    private var builtIn: [Variable] {
        let built: [(String, [String?])] = [
            ("title", [title]), ("authors", authors), ("year", [year.map(String.init)]), ("journal", [journal]),
            ("volume", [volume]), ("issue", [issue]), ("pages", [pages]), ("doi", [doi]), ("pmid", [pmid]),
            ("pmcid", [pmcid]), ("publisher_id", [publisherID]), ("language", [language]), ("keywords", keywords),
            ("article_type", [articleType]), ("subjects", subjects), ("licence", [licence]),
        ]
        return built.map { Variable(name: $0.0, values: $0.1.compactMap(\.self)) }
    }

    /// The values of a variable, none where the document does not have it.
    public func values(of name: String) -> [String] {
        all.first { $0.name == name }?.values ?? []
    }
}
