import Foundation
import TestSupport
import Testing

/// A temporary folder with the files that the documentation names.
struct DocumentationFolder {
    private let folder = TemporaryFolder()

    /// - Parameter hasStudy: Whether `interviews.tema` exists. Otherwise the page creates it.
    init(hasStudy: Bool) throws {
        for (path, name) in [("Corpus", "Corpus"), ("Corpus", "corpus"), ("Codebooks", "Codebooks")] {
            try FileManager.default.copyItem(atPath: Repository.path(path), toPath: folder.path(name))
        }
        try folder.write(Self.files)
        for line in Self.steps + (hasStudy ? ["cp study.tema interviews.tema"] : []) {
            let run = try run(line)
            try #require(run.code == 0, "\(line): \(run.output)")
        }
    }

    /// Runs a command line, with output and messages in the order that a terminal shows.
    func run(_ line: String) throws -> Program {
        try Program(shell: "tema() { stdbuf -oL \"\(Program.executable.path)\" \"$@\"; }\n\(line)", in: folder.url)
    }

    /// Fills in the verdicts of a sample, like a person who agrees with the codebook.
    func reviewSample() throws {
        let text = try folder.text("check.csv")
        try folder.write(
            "check.csv", text.replacing(",,yes,", with: ",yes,yes,").replacing(",,no,", with: ",no,no,").utf8)
    }

    /// Commands that make the other files from the texts, the codebook and the files below.
    private static let steps = [
        "cp -r Corpus/studies articles; cp Corpus/cases/* articles; cp Corpus/cases/* transcripts",
        "tar czf articles.tar.gz articles",
        "cat Codebooks/cecchet-2014.yaml loss.txt > codebook.yaml",
        "cp codebook.yaml my-codebook.yaml; cp codebook.yaml small.yaml",
        "tema convert codebook.yaml -o newsmap.yml --to quanteda",
        "tema convert codebook.yaml -o LIWC.dic; cp LIWC.dic liwc.dic",
        "tema init study.tema", "tema import study.tema transcripts",
        "tema codebook import study.tema codebook.yaml",
        "tema tag study.tema maria --code loss --quote 'they took it' --coder maria --memo 'The boat?'",
        "tema tag study.tema maria --code loss --passage 0 --coder ana",
        "tema export study.tema -o project.qdpx; cp project.qdpx from-anywhere.qdpx",
        "tema export study.tema -o for-nvivo.qdpx --dialect nvivo; cp for-nvivo.qdpx from-nvivo.qdpx",
    ]

    private static let files = [
        "transcripts/maria.md":
            "---\nwave: first\n---\nThe boat was gone: they took it in the night.\n\nI wanted to live, for my daughter.\n",
        "loss.txt": "  - id: loss\n    name: Loss\n    indicators: {en: [\"took it\", lost]}\n",
        "scopus.csv":
            "Authors,Title,Year,Source title,Abstract\n\"Ayu B., Candra D.\",Sleep after a flood,2014,Composed Studies,Many slept badly.\n",
        "words.txt": "category,word\nharm,kill*\ncare,take care\n",
        "ratings.csv": "unit,coder,value\n1,ana,yes\n1,ben,yes\n2,ana,no\n2,ben,yes\n3,ana,no\n3,ben,no\n",
        "r.csv":
            "speech,sentence,worker,scale\na,1,ana,1\na,1,ben,2\nb,2,ana,4\nb,2,ben,4\nb,3,ana,3\nb,3,ben,3\n",
        "ben.csv":
            "document,code,quote,coder\nmaria.md,Loss,they took it,ben\nmaria.md,Desire to live,I wanted to live,ben\n",
        "words.dic":
            "%\n1\taffect\n\t2\tposemo\n\t3\tnegemo\n%\nafraid\t1\t3\nkind\t<of>1/2\t2\nnice*\t1\t2\nU.S.\t1\n:)\t1\t2\n",
        "coping.yaml": """
        tema: 1
        id: coping
        version: 1.0.0
        levels: [concept, theme]
        codes:
          - id: resilience
            name: {en: Resilience, id: Ketahanan}
            definition: {en: What helps a person to go on.}
            codes:
              - id: desire-to-live
                name: {en: Desire to live, id: Keinginan untuk hidup}
                indicators:
                  en: [{match: "want* to live", unless: ["want* to live in"]}, "reason* NEAR/4 live"]
                  id: ["ingin hidup", "keinginan untuk hidup"]
                examples: {en: ["She said that she wanted to live."]}
                counterexamples: {en: ["They wanted to live in the city."]}
              - id: support
                name: {en: Support, id: Dukungan}
                indicators:
                  en: [mentor*, "support group*", "trusted adult*"]
                  id: [pendamping, "kelompok dukungan"]
                examples: {en: ["Her mentor called every day."]}

        """,
        "resilience.yaml": """
        tema: 1
        id: coping
        title: {en: Coping after exploitation, id: Bertahan sesudah eksploitasi}
        version: 1.0.0
        language: en
        levels: [concept, theme]
        codes:
          - id: resilience
            name: {en: Resilience, id: Ketahanan}
            definition: What helped people to continue.
            codes:
              - id: desire-to-live
                name: {en: Desire to live, id: Keinginan untuk hidup}
                definition: The wish to stay alive, named as a reason to continue.
                include: A wish, decision or reason to live.
                exclude: General optimism.
                color: "#2A9D8F"
                provenance: reported
                indicators:
                  en: ["want* to live", "reason* NEAR/4 live", {match: "will to live", unless: ["last will"]}]
                  id: ["ingin hidup"]
                examples: {en: ["She wanted to live for her daughter."]}
                counterexamples: {en: ["They moved to live in the city."]}

        """,
        "slip.yaml": """
        tema: 1
        id: slip
        codes:
          - id: near
            definiton: What is near.
            indicators: ["hope*", "a near/3 b"]

        """,
        "example.qdc": """
        <?xml version="1.0" encoding="utf-8"?>
        <CodeBook xmlns="urn:QDA-XML:codebook:1.0">
        <Codes>
        <Code guid="{0E5B1EC6-0000-4000-8000-000000000001}" name="loss" isCodable="true" color="rgba(10, 100, 200, 1)">
        <Code guid="{0E5B1EC6-0000-4000-8000-000000000002}" name="home" isCodable="true"/>
        <Description>What was lost.</Description>
        </Code>
        <Code guid="{0E5B1EC6-0000-4000-8000-000000000002}" name="return" isCodable="true"/>
        </Codes>
        <Sets/>
        </CodeBook>

        """,
    ]
}
