import ArgumentParser
import TemaAnalysis
import TemaCharts
import TemaFormats
import TemaModel
import TemaPipeline

/// Options of every command that counts over a corpus and draws a chart.
struct PictureOptions: ParsableArguments {
    @OptionGroup var counting: CountingOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "Write to a file, .svg or (with rsvg-convert) .png. By default SVG to standard output.", valueName: "file"),
        completion: .file(extensions: ["svg", "png"]))
    var output: String?

    @Option(help: ArgumentHelp("Width of the picture in pixels; 350 for a phone's screen.", valueName: "pixels"))
    var width = 720

    @Option(help: ArgumentHelp("Maximum number of codes, the most frequent ones.", valueName: "number"))
    var most = 40

    @OptionGroup var language: LanguageOptions

    @Flag(name: [.short, .long], help: "Print errors only.")
    var quiet = false

    func validate() throws {
        guard 300...4000 ~= width else { throw ValidationError("--width must be from 300 to 4,000 pixels") }
        guard 1...1000 ~= most else { throw ValidationError("--most must be from 1 to 1,000 codes") }
        if let ending = output.flatMap({ InputPath($0).fileExtension }), !["svg", "png"].contains(ending) {
            throw ValidationError("pictures can only be written as .svg or .png, not as .\(ending)")
        }
    }

    private static func isPNG(_ path: String) -> Bool { path.lowercased().hasSuffix(".png") }

    /// The width of the chart within the picture's margins.
    var drawnWidth: Double { Double(width) - 2 * Picture.margin }

    /// Adds every document to a statistic, and draws its table.
    func draw(
        _ make: (CodeList, Int?) throws -> some Statistic, _ picture: (Table, CodeList, DisplayLanguage) -> Picture
    ) throws {
        try counting.count(quiet: quiet, language: language, make) { counts, corpus in
            try write(picture(counts.table(), corpus.codes, language.language(corpus.codes)))
        }
    }

    /// Writes a picture in the format of the file's extension.
    func write(_ picture: Picture) throws {
        let svg = Array(picture.file.utf8)
        let bytes = try output.map { Self.isPNG($0) ? try PNG.drawn(svg) : svg } ?? svg
        try OutputFile.write(bytes, to: output)
    }
}
