import Testing

@testable import TemaIngest

@Suite("Character references") struct CharacterReferenceTests {
    private func text(_ inside: String) -> String? {
        let reference = CharacterReference()
        return Array(inside.utf8).withUnsafeBufferPointer {
            reference.resolve($0).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    @Test(
        "Numbers and the five predefined entities are resolved",
        arguments: [
            ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("#65", "A"), ("#x41", "A"),
            ("#00233", "é"), ("#xe9", "é"), ("#xE9", "é"),
            ("#9", "\t"), ("#x1F600", "😀"), ("#x10FFFF", "\u{10FFFF}"), ("#x1FFFE", "\u{1FFFE}"),
            ("#xD7FF", "\u{D7FF}"),
        ])
    func known(inside: String, expected: String) {
        #expect(text(inside) == expected)
    }

    @Test(
        "All other references are rejected",
        arguments: [
            "", "#", "#x", "#X41", "#-1", "#1a", "#xg", "#0", "#1", "#31x", "#11", "#xFFFE", "#65535", "#xD800",
            "#x110000", "#123456789", "am", "ampx", "AMP",
            "eacute",
        ])
    func unknown(inside: String) {
        #expect(text(inside) == nil)
    }
}
