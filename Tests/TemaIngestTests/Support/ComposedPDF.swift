/// Creates small PDF files with lines of text at given positions.
enum ComposedPDF {
    struct Line {
        var x: Int
        var y: Int
        var size: Int = 10
        var text: String
    }

    /// Returns the bytes of a PDF file.
    ///
    /// - Parameter pages: The lines of each page. Their text must be Latin-1.
    static func file(_ pages: [[Line]]) -> [UInt8] {
        var objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count \(pages.count) /Kids [\(pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " "))] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ]
        for (number, lines) in pages.enumerated() {
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents \(5 + 2 * number) 0 R >>"
            )
            let shown = lines.map { "/F \($0.size) Tf 1 0 0 1 \($0.x) \($0.y) Tm (\($0.text)) Tj\n" }.joined()
            let content = "BT\n\(shown)ET"
            objects.append("<< /Length \(content.unicodeScalars.count) >>\nstream\n\(content)\nendstream")
        }
        var bytes = latin("%PDF-1.4\n")
        var places: [Int] = []
        for (number, object) in objects.enumerated() {
            places.append(bytes.count)
            bytes += latin("\(number + 1) 0 obj\n\(object)\nendobj\n")
        }
        let table = bytes.count
        bytes += latin("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n")
        for place in places {
            bytes += latin(String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n")
        }
        return bytes + latin("trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n")
    }

    private static func latin(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }
}
