import TemaFormats
import TemaModel

@testable import TemaCodebook

/// A dictionary as a codebook, with what was lost on the way.
struct Converted {
    let codebook: Codebook
    /// `2 × weight: left out`.
    let losses: [String]

    init(_ bytes: [UInt8], _ format: any CodebookFormat.Type, name: String = "words.x") throws {
        var losses = Losses()
        let input = try UTF8Input(.bytes(bytes, name: name), encoding: nil, isXML: format.isXML)
        codebook = try format.read(input, &losses)
        self.losses = losses.all.map { "\($0.count) × \($0.element): \($0.reason)" }
    }

    init(_ text: String, _ format: any CodebookFormat.Type) throws { try self.init(Array(text.utf8), format) }

    /// The codes in one line, such as `a=A [x* | y] (b)`: id, name where it differs, indicators, codes below.
    var outline: String { Self.outline(codebook.codes) }

    static func outline(_ codes: [Code]) -> String {
        codes.map { code in
            var text = code.id
            if let name = code.name.entries.first?.value { text += "=\(name)" }
            for list in code.indicators.entries {
                text += " " + (list.language.map { $0 + ":" } ?? "")
                text += "[\(list.value.map(\.match).joined(separator: " | "))]"
            }
            return code.codes.isEmpty ? text : "\(text) (\(outline(code.codes)))"
        }.joined(separator: ", ")
    }

    /// What a format writes of a codebook, and what it has no place for.
    static func written(_ codebook: Codebook, _ format: any CodebookFormat.Type) throws -> (
        text: String, losses: [String]
    ) {
        var losses = Losses()
        let bytes = try format.write(codebook, &losses)
        return (
            String(decoding: bytes, as: UTF8.self), losses.all.map { "\($0.count) × \($0.element): \($0.reason)" }
        )
    }

    /// What reading says is wrong; nothing where it reads.
    static func problem(_ text: String, _ format: any CodebookFormat.Type) -> String? {
        do {
            _ = try Converted(text, format)
            return nil
        } catch {
            return "\(error)"
        }
    }
}
