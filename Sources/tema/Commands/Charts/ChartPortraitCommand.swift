import ArgumentParser
import TemaAnalysis
import TemaModel
import TemaReport

struct ChartPortraitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "portrait", abstract: "Draw the codes along one document.",
        discussion: "Example: tema chart portrait -c codebook.yaml interview.txt -o interview.svg")

    @Option(help: ArgumentHelp("Id of the document, if there are several.", valueName: "id"))
    var document: String?
    @OptionGroup var codes: MostCodesOption
    @OptionGroup var picture: PictureOptions

    func run() throws {
        try picture.draw {
            DocumentPortrait(codes: $0, document: document, level: $1)
        } _: {
            try check($0)
            return PortraitPicture.chart($0.table(), $1, most: codes.most, in: $2).picture
        }
    }

    /// Throws if the document is not clear.
    private func check(_ portrait: DocumentPortrait) throws {
        guard let shown = portrait.shown else {
            guard let document, !portrait.documents.isEmpty else { throw ValidationError("there is no document") }
            let suggestion = didYouMean(document, among: portrait.documents) ?? "list the ids with `tema articles`"
            throw ValidationError("no document has the id “\(document)” (\(suggestion))")
        }
        guard document != nil || portrait.documents.count == 1 else {
            throw ValidationError(
                "a portrait shows one document; choose one of the \(portrait.documents.count) with --document, such as --document \(shown)"
            )
        }
    }
}
