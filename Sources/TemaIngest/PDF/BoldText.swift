import TemaFormats
import TemaModel

/// The places of bold text in a PDF, from poppler's `pdftohtml`, because `pdftotext` reports no fonts.
enum BoldText {
    /// Returns the boxes of bold text for each page.
    ///
    /// - Returns: An empty list if the program is missing or fails. Headings are then found by their size and names only.
    static func boxes(
        of source: ByteSource, within allowance: ExternalProgram.Allowance,
        edit: @escaping (inout ArraySlice<UInt8>) -> Void
    ) -> [[PDFBox]] {
        let arguments = ["-xml", "-i", "-stdout", "-zoom", "1", "/dev/stdin"]
        var pages: [[PDFBox]] = []
        var heavyFonts: Set<String> = []
        do throws(Problem) {
            let program = try ExternalProgram("pdftohtml", missing: Problem("pdftohtml is not installed"))
            let result = try program.run(arguments, on: source, within: allowance, edit)
            guard result.exitCode == 0 else { return [] }
            let input = try UTF8Input(result.output, encoding: nil, isXML: true)
            try XMLTree.each(of: ["page"], input) { page in
                for font in page.elements("fontspec") where isHeavy(font["family"] ?? "") {
                    heavyFonts.insert(font["id"] ?? "")
                }
                let boxes = page.elements("text").compactMap { box($0, heavyFonts) }
                pages.append(boxes.count <= mostBoxes ? boxes : [])
            }
        } catch { return [] }
        return pages
    }

    /// A page with more pieces of bold text has no bold headings.
    private static let mostBoxes = 1_000

    private static func isHeavy(_ family: String) -> Bool {
        let name = family.lowercased()
        return ["bold", "black", "heavy", "demi"].contains { name.contains($0) } || name.hasSuffix("-medi")
    }

    /// Returns the box of a piece of text if all of it is bold. Coordinates are whole points.
    private static func box(_ text: XMLNode, _ heavyFonts: Set<String>) -> PDFBox? {
        let isBold = heavyFonts.contains(text["font"] ?? "") || !text.elements("b").isEmpty
        guard isBold, let left = PDFBox.number(text["left"]), let top = PDFBox.number(text["top"]),
            let width = PDFBox.number(text["width"]), let height = PDFBox.number(text["height"])
        else { return nil }
        return PDFBox(left: left - 1, right: left + width + 1, top: top - 1, bottom: top + height + 1)
    }
}
