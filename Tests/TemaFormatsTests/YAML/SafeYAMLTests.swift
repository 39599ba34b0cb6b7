import TemaModel
import Testing
import Yams

@testable import TemaFormats

@Suite("Hand-written YAML") struct SafeYAMLTests {
    private func problem(_ text: String) -> String? {
        do {
            _ = try SafeYAML.compose(text)
            return nil
        } catch {
            return error.description
        }
    }

    @Test("Scalars keep the text that was typed", arguments: ["no", "1.0", "012", "0x1F", "2024-01-01", ".inf", "y"])
    func typed(_ text: String) throws {
        let root = try SafeYAML.compose("key: \(text)\n\(text): key")
        #expect(root?.mapping?.values.first?.scalar?.string == text)
        #expect(root?.mapping?.keys.map { $0.scalar?.string } == ["key", text])
    }

    @Test("Empty values, ~ and null are null only without quotes")
    func null() throws {
        let root = try SafeYAML.compose("[~, null, '', \"null\", '~', no]\n")
        #expect(try #require(root).array().map(SafeYAML.isNull) == [true, true, false, false, false, false])
        #expect(try SafeYAML.compose("") == nil)
        #expect(try SafeYAML.compose("# only a comment\n") == nil)
    }

    @Test(
        "Unsupported features, duplicate keys and control characters are refused with their place",
        arguments: [
            ("a: &x 1", "1:4: error: anchors (&x) are not supported"),
            ("- [a, {b: &x [c]}]", "1:11: error: anchors (&x) are not supported"),
            ("a: 1\nb: &x 1\nc: *x", "2:4: error: anchors (&x) are not supported"),
            ("a: b & c\n? &x d\n: *x\n", "2:3: error: anchors (&x) are not supported"),
            ("{\"k\": &y [*y]}\n", "1:7: error: anchors (&y) are not supported"),
            ("# &x\na: '&x'\nb: &x", "3:4: error: anchors (&x) are not supported"),
            ("a: !!python/object:os.system [x]", "1:4: error: tags (tag:yaml.org,2002:python/object:os.system)"),
            ("a: !local x", "1:4: error: tags (!local) are not supported"),
            ("? [a, b]\n: c", "1:3: error: a list or a map cannot be a key"),
            ("a: b\na: c", "2:1: error: duplicate key “a”"),
            ("caf\u{E9}: b\ncafe\u{301}: c", "2:1: error: duplicate key “caf\u{E9}”"),
            ("1: b\n\"1\": c", "2:1: error: duplicate key “1”"),
            ("é: \u{1}", "1:4: error: a control character (U+1) in YAML"),
            ("a: b\n---\nc: d", "2:1: error: a second YAML document begins here"),
        ])
    func refused(text: String, expected: String) {
        #expect(problem(text)?.hasPrefix(expected) == true, "\(problem(text) ?? "no problem")")
    }

    @Test(
        "Errors are explained with a suggestion",
        arguments: [
            ("a:\n\t- b", "2:1: error: YAML does not allow a tab here (indent with spaces, not tabs)"),
            ("a: @home", "1:4: error: text cannot begin with “@” (put the text in quotes)"),
            ("- *able", "1:3: error: text cannot begin with * or & here (put it in quotes: \"*able\")"),
            ("- * to live", "1:3: error: text cannot begin with * or & here (put it in quotes: \"*able\")"),
            ("é: b: c", "1:5: error: a colon and a space begin a value where no value is allowed"),
            ("a:\n  - \"b", "2:5: error: invalid quoted text starts here: found unexpected end of stream"),
            ("a: [b, c\nd: e", "1:4: error: the [ or { here is not closed, or a comma is missing after it"),
            ("a: 1\n b: 2", "2:3: error: a colon and a space begin"),
            ("- a\nb: c", "2:1: error: not YAML: did not find expected '-' indicator"),
        ])
    func slips(text: String, expected: String) {
        #expect(problem(text)?.hasPrefix(expected) == true, "\(problem(text) ?? "no problem")")
    }

    @Test("Texts that are too deep or too long are refused")
    func limits() {
        #expect(problem(String(repeating: "[", count: 10_000))?.contains("too deep") == true)
        #expect(problem(String(repeating: "a ", count: 9 << 20)) == "error: more than 16 MB of YAML (split the file)")
    }

    @Test(
        "Ampersands, asterisks and exclamation marks in text are text",
        arguments: [
            "R &D and *D", "'tom & jerry, *tom'", "\"*x & &x *x\"", "|\n  &c\n  * item\n  *c_ and *c\n",
            ">\n  &x\n  *x\n", "x&y", "a *b* & !c", "\"&x\\n*x\"", "a # &x *x",
        ])
    func notMarks(_ text: String) {
        for whole in ["a: \(text)\nb: c & d\n", "? \(text)\n: 'e & *e'\n"] {
            #expect(problem(whole) == nil, "\(whole)")
        }
    }

    @Test("A key that is an alias of nested aliases is refused before it is hashed")
    func bomb() {
        let names = "abcdefghijklmnop".map(String.init)
        var text = "a: &a [lol, lol, lol]\n"
        for (above, name) in zip(names, names.dropFirst()) {
            text += "\(name): &\(name) [\((0..<9).map { _ in "*" + above }.joined(separator: ","))]\n"
        }
        #expect(problem(text + "? *p\n: boom")?.hasPrefix("1:4: error: anchors (&a)") == true)
    }
}
