/// The bibliographic data and variables of a document. Documents can be compared by each of them.
public struct Metadata: Sendable, Hashable {
    /// The title, or nil.
    public var title: String?
    /// The authors in byline order, each as `Surname, Given names` or the name of a group.
    public var authors: [String] = []
    /// The year of publication.
    public var year: Int?
    /// The journal's name.
    public var journal: String?
    /// The volume as written.
    public var volume: String?
    /// The issue as written.
    public var issue: String?
    /// The pages or the article number, as written.
    public var pages: String?
    /// The DOI.
    public var doi: String?
    /// The PubMed id.
    public var pmid: String?
    /// The PubMed Central id, including the prefix `PMC`.
    public var pmcid: String?
    /// The publisher's id of the article.
    public var publisherID: String?
    /// The language tag of the document as written.
    public var language: String?
    /// The keywords, in the order written.
    public var keywords: [String] = []
    /// The type of the article, as its source names it.
    public var articleType: String?
    /// The subjects or article categories, in the order written.
    public var subjects: [String] = []
    /// The licence.
    public var licence: String?
    /// The researcher's own variables (country, method, …), in the order written.
    public var variables: [Variable] = []

    /// Creates empty metadata.
    public init() {}

    /// A variable with its values.
    public struct Variable: Sendable, Hashable {
        /// The variable's name.
        public var name: String
        /// The variable's values, in order.
        public var values: [String]

        /// Creates a variable.
        public init(name: String, values: [String]) {
            self.name = name
            self.values = values
        }
    }

    /// The names of the built-in variables.
    public static let builtInNames = Metadata().builtIn.map(\.name)

    /// Every variable that has a value, built-in ones first. The names are those used by front matter, `compare --by`
    /// and tables.
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

    /// Returns the values of a variable, or an empty array if the document does not have it.
    public func values(of name: String) -> [String] {
        all.first { $0.name == name }?.values ?? []
    }
}
