import TemaFormats
import TemaModel

/// The places of bold text in a PDF, from poppler's `pdftohtml`, because `pdftotext` reports no fonts.
enum BoldText {
    /// Returns the boxes of bold text for each page, or nil if the program is missing or fails.
    static func boxes(
        of source: ByteSource, within allowance: ExternalProgram.Allowance,
        edit: @escaping (inout ArraySlice<UInt8>) -> Void
    ) -> [[PDFBox]]? {
        let arguments = ["-xml", "-i", "-stdout", "-zoom", "1", "/dev/stdin"]
        var pages: [[PDFBox]] = []
        var heavyFonts: Set<String> = []
        do throws(Problem) {
            let program = try ExternalProgram("pdftohtml", missing: Problem("pdftohtml is not installed"))
            let result = try program.run(arguments, on: source, within: allowance, edit)
            guard result.exitCode == 0 else { return nil }
            let input = try UTF8Input(result.output, encoding: nil, isXML: true)
            try XMLTree.each(of: ["page"], input) { page in
                for font in page.elements("fontspec") where isHeavy(font["family"] ?? "") {
                    heavyFonts.insert(font["id"] ?? "")
                }
                let boxes = page.elements("text").compactMap { box($0, heavyFonts) }
                pages.append(boxes.count <= mostBoxes ? boxes : [])
            }
        } catch { return nil }
        return pages
    }

    /// A page with more pieces of bold text has no bold headings.
    private static let mostBoxes = 1_000

    private static func isHeavy(_ family: String) -> Bool {
        let name = family.lowercased()
        return ["bold", "black", "heavy", "demi"].contains { name.contains($0) } || name.hasSuffix("-medi")
    }

    private static func hasBold(_ node: XMLNode) -> Bool { node.elements.contains { $0.name == "b" || hasBold($0) } }

    /// Returns the box of a piece of text if all of it is bold. Coordinates are whole points.
    private static func box(_ text: XMLNode, _ heavyFonts: Set<String>) -> PDFBox? {
        let isBold = heavyFonts.contains(text["font"] ?? "") || hasBold(text)
        guard isBold, let left = PDFBox.number(text["left"]), let top = PDFBox.number(text["top"]),
            let width = PDFBox.number(text["width"]), let height = PDFBox.number(text["height"])
        else { return nil }
        return PDFBox(left: left - 1, right: left + width + 1, top: top - 1, bottom: top + height + 1)
    }
}
