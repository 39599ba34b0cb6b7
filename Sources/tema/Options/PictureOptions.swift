import ArgumentParser
import TemaAnalysis
import TemaCharts
import TemaFormats
import TemaModel
import TemaPipeline

/// What every command takes that counts over a corpus and draws a picture.
struct PictureOptions: ParsableArguments {
    @OptionGroup var counting: CountingOptions

    @Option(
        name: [.short, .long],
        help: "Write to a file: .svg, or .png where rsvg-convert is installed. By default SVG to standard output.",
        completion: .file(extensions: ["svg", "png"]))
    var output: String?

    @Option(help: "How wide the picture is, in pixels; 350 for a telephone's screen.")
    var width = 720

    @Option(help: "How many codes are shown at most, those found most.")
    var most = 40

    @Flag(name: [.short, .long], help: "Say only what went wrong.")
    var quiet = false

    func validate() throws {
        guard 300...4000 ~= width else { throw ValidationError("--width takes 300 to 4,000 pixels") }
        guard 1...1000 ~= most else { throw ValidationError("--most takes 1 to 1,000 codes") }
        guard output.map({ Self.isPNG($0) || !Self.isOther($0) }) ?? true else {
            throw ValidationError("pictures are written as .svg or .png")
        }
    }

    private static func isPNG(_ path: String) -> Bool { path.lowercased().hasSuffix(".png") }

    /// Whether the name promises another kind of picture.
    private static func isOther(_ path: String) -> Bool {
        [".jpg", ".jpeg", ".pdf", ".gif", ".webp", ".html"].contains { path.lowercased().hasSuffix($0) }
    }

    /// What is left for the picture between its margins.
    var drawnWidth: Double { Double(width) - 2 * Picture.margin }

    /// Feeds a statistic with every document, and draws what its table says.
    func draw(
        _ make: (CodeList, Int?) throws -> some Statistic, _ picture: (Table, CodeList) -> Picture
    ) throws {
        try counting.count(quiet: quiet, make) { counts, corpus in try write(picture(counts.table(), corpus.codes)) }
    }

    /// Writes a picture in the format that the name of the file promises.
    func write(_ picture: Picture) throws {
        let svg = Array(picture.file.utf8)
        let bytes = try output.map { Self.isPNG($0) ? try PNG.drawn(svg) : svg } ?? svg
        try OutputFile.write(bytes, to: output)
    }
}
