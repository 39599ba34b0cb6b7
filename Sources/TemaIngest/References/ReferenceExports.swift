extension ReferenceExport {
    /// The known exports.
    static let all = [
        scopus, webOfScience, webOfScienceTags, pubMed, embase, dimensions, publishOrPerish,
    ]

    private static let scopus = ReferenceExport(
        "Scopus", marks: ["source title", "eid", "index keywords"],
        [
            .authors: ["author full names"], .abbreviatedAuthors: ["authors", "author(s)"],
            .year: ["year"], .journal: ["source title", "abbreviated source title"], .firstPage: ["page start"],
            .lastPage: ["page end"], .articleNumber: ["art. no.", "article number"], .pmid: ["pubmed id"],
            .language: ["language of original document"], .subjects: ["index keywords"],
            .articleType: ["document type"], .key: ["eid"], .url: ["link"],
        ])

    private static let webOfScience = ReferenceExport(
        "Web of Science", marks: ["source title", "ut (unique wos id)", "publication year"],
        [
            .title: ["article title"],
            .authors: ["author full names", "authors", "book author full names", "book authors"],
            .groupAuthors: ["group authors", "book group authors"], .year: ["publication year", "early access date"],
            .journal: ["source title"], .firstPage: ["start page"], .lastPage: ["end page"],
            .articleNumber: ["article number"], .doi: ["doi", "book doi"], .pmid: ["pubmed id"],
            .language: ["language"], .subjects: ["keywords plus", "wos categories", "research areas"],
            .articleType: ["document type"], .key: ["ut (unique wos id)"],
        ])

    /// The tags of Web of Science, which are also the columns of its tab-delimited export.
    static let webOfScienceTags = ReferenceExport(
        "Web of Science", marks: ["so", "ut", "pt"],
        [
            .title: ["ti"], .abstract: ["ab"], .authors: ["af", "au", "bf", "ba"], .groupAuthors: ["ca", "gp"],
            .year: ["py", "ea"], .journal: ["so"], .volume: ["vl"], .issue: ["is"], .firstPage: ["bp"],
            .lastPage: ["ep"], .articleNumber: ["ar"], .doi: ["di", "d2"], .pmid: ["pm"], .language: ["la"],
            .keywords: ["de"], .subjects: ["id", "wc", "sc"], .articleType: ["dt", "pt"], .key: ["ut"],
            .issn: ["sn", "ei"], .isbn: ["bn"], .publisher: ["pu"],
        ], isVerbatim: true)

    private static let pubMed = ReferenceExport(
        "PubMed", marks: ["journal/book"],
        [
            .authors: [], .authorLine: ["authors"], .year: ["publication year"], .journal: ["journal/book"],
            .citation: ["citation"],
        ])

    static let embase = ReferenceExport(
        "Embase",
        marks: [
            "author names", "medline pmid", "embase accession id", "pui", "date of publication", "article language",
        ],
        [
            .title: ["title", "original (non-english) title", "original title"],
            .abstract: ["abstract", "original (non-english) abstract", "original abstract"], .authors: [],
            .abbreviatedAuthors: ["author names"], .year: ["publication year", "date of publication", "source"],
            .journal: ["source title"], .citation: ["source"], .firstPage: ["first page"], .lastPage: ["last page"],
            .pmid: ["medline pmid", "pmid"], .language: ["article language", "language of article"],
            .subjects: [
                "emtree drug index terms (major focus)", "emtree drug index terms",
                "emtree medical index terms (major focus)", "emtree medical index terms",
            ],
            .articleType: ["publication type"], .key: ["pui", "embase accession id"],
            .url: ["embase link", "full text link"],
        ])

    private static let dimensions = ReferenceExport(
        "Dimensions", marks: ["publication id", "pubyear", "dimensions url"],
        [
            .year: ["pubyear", "publication date"], .journal: ["source title", "anthology title"],
            .pages: ["pagination"], .subjects: ["mesh terms"], .articleType: ["publication type", "document type"],
            .key: ["publication id"], .url: ["source linkout", "dimensions url"],
        ])

    private static let publishOrPerish = ReferenceExport(
        "Publish or Perish", marks: ["gsrank", "citesurl", "citesperyear"],
        [
            .authors: [], .authorsInOrder: ["authors"], .year: ["year"], .journal: ["source"],
            .firstPage: ["startpage"], .lastPage: ["endpage"], .articleType: ["type"], .url: ["articleurl"],
        ])

    /// The columns that several exports name alike.
    static let usual: [Role: [String]] = [
        .title: ["title"], .abstract: ["abstract"], .authors: ["authors"], .volume: ["volume"], .issue: ["issue"],
        .doi: ["doi"], .pmid: ["pmid"], .pmcid: ["pmcid"], .keywords: ["author keywords"], .issn: ["issn", "eissn"],
        .isbn: ["isbn"], .publisher: ["publisher"],
    ]
}
