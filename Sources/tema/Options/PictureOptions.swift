import ArgumentParser
import TemaAnalysis
import TemaCharts
import TemaFormats
import TemaModel
import TemaPipeline
import TemaReport

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

    @OptionGroup var language: LanguageOptions

    @Flag(name: [.short, .long], help: "Print errors only.")
    var quiet = false

    func validate() throws {
        guard 300...4000 ~= width else { throw ValidationError("--width must be from 300 to 4,000 pixels") }
        if let ending = output.flatMap({ InputPath($0).fileExtension }), !["svg", "png"].contains(ending) {
            throw ValidationError("pictures can only be written as .svg or .png, not as .\(ending)")
        }
    }

    private static func isPNG(_ path: String) -> Bool { path.lowercased().hasSuffix(".png") }

    /// Adds every document to a statistic, and draws it.
    ///
    /// - Parameters:
    ///   - make: Returns the empty statistic, for the codes and the depth of `--level`.
    ///   - picture: Returns the function that lays the chart out for a width.
    func draw<Counts: Statistic>(
        _ make: (CodeList, Int?) throws -> Counts,
        _ picture: (Counts, CodeList, DisplayLanguage) throws -> (Double) -> Picture
    ) throws {
        try counting.count(quiet: quiet, language: language, make) { counts, corpus in
            let language = try language.language(corpus.codes)
            try write(try picture(counts, corpus.codes, language), in: language)
        }
    }

    /// Compares every document, and draws the comparison.
    func draw(
        _ comparison: ComparisonOptions, _ measure: ComparisonMeasure?, view: Comparison.View,
        _ picture: (ComparisonPicture) -> (Double) -> Picture
    ) throws {
        try comparison.compare(measure, view: view, counting, language: language, quiet: quiet) { counts, corpus in
            let language = try language.language(corpus.codes)
            try write(picture(ComparisonPicture(counts, corpus.codes, in: language)), in: language)
        }
    }

    /// Writes a picture in the format of the file's extension.
    ///
    /// - Parameters:
    ///   - picture: Returns the picture for the width within its margins.
    ///   - language: The language of its texts.
    func write(_ picture: (Double) -> Picture, in language: DisplayLanguage) throws {
        var drawn = picture(Double(width) - 2 * Picture.margin)
        drawn.language = language.tag
        let svg = Array(drawn.file.utf8)
        let bytes = try output.map { Self.isPNG($0) ? try PNG.drawn(svg) : svg } ?? svg
        try OutputFile.write(bytes, to: output)
    }
}

/// The maximum number of codes of a chart.
struct MostCodesOption: ParsableArguments {
    @Option(help: ArgumentHelp("Maximum number of codes, the most frequent ones.", valueName: "number"))
    var most = 40

    func validate() throws {
        guard 1...1000 ~= most else { throw ValidationError("--most must be from 1 to 1,000 codes") }
    }
}

/// The maximum number of groups of a chart.
struct MostGroupsOption: ParsableArguments {
    @Option(help: ArgumentHelp("Maximum number of groups, those with the most codes.", valueName: "number"))
    var groups = 40

    func validate() throws {
        guard 1...1000 ~= groups else { throw ValidationError("--groups must be from 1 to 1,000 groups") }
    }
}
