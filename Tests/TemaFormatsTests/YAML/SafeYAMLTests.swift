import TemaModel
import Testing
import Yams

@testable import TemaFormats

@Suite("YAML that people write") struct SafeYAMLTests {
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

    @Test("Nothing, ~ and null are null only without quotes")
    func null() throws {
        let root = try SafeYAML.compose("[~, null, '', \"null\", '~', no]\n")
        #expect(try #require(root).array().map(SafeYAML.isNull) == [true, true, false, false, false, false])
        #expect(try SafeYAML.compose("") == nil)
        #expect(try SafeYAML.compose("# only a comment\n") == nil)
    }

    @Test(
        "What could grow or mean something else is refused where it stands",
        arguments: [
            ("a: &x 1", "1:4: error: anchors (&name) are not understood here"),
            ("- [a, {b: &x [c]}]", "1:11: error: anchors (&name) are not understood here"),
            ("a: &x 1\nb: *x", "2:4: error: aliases (*x) are not understood here"),
            ("a: &x {b: c}\n? *x\n: 1\n", "2:3: error: aliases (*x) are not understood here"),
            ("a: &x {b: c}\n{\"k\":*x}\n", "2:6: error: aliases (*x) are not understood here"),
            ("a: !!python/object:os.system [x]", "1:4: error: tags (tag:yaml.org,2002:python/object:os.system)"),
            ("a: !local x", "1:4: error: tags (!local) are not understood here"),
            ("? [a, b]\n: c", "1:3: error: a list or a map is no key"),
            ("a: b\na: c", "2:1: error: “a” stands twice in one place"),
            ("caf\u{E9}: b\ncafe\u{301}: c", "2:1: error: “caf\u{E9}” stands twice in one place"),
            ("1: b\n\"1\": c", "2:1: error: “1” stands twice in one place"),
            ("é: \u{1}", "1:4: error: a control character (U+1) in YAML"),
            ("a: b\n---\nc: d", "2:1: error: a second YAML document begins here"),
        ])
    func refused(text: String, expected: String) {
        #expect(problem(text)?.hasPrefix(expected) == true, "\(problem(text) ?? "no problem")")
    }

    @Test(
        "Slips are said in plain words, with the way out",
        arguments: [
            ("a:\n\t- b", "2:1: error: a tab stands where YAML wants spaces (indent with spaces, never tabs)"),
            ("a: @home", "1:4: error: text cannot begin with “@” (put the text in quotes)"),
            ("- *able", "1:3: error: text cannot begin with * or & here (put it in quotes: \"*able\")"),
            ("- * to live", "1:3: error: text cannot begin with * or & here (put it in quotes: \"*able\")"),
            ("é: b: c", "1:5: error: a colon and a space begin a value where none can stand"),
            ("a:\n  - \"b", "2:5: error: quotes that open here are not YAML: found unexpected end of stream"),
            ("a: [b, c\nd: e", "1:4: error: a [ or { that opens here is not closed, or lacks a comma"),
            ("a: 1\n b: 2", "2:3: error: a colon and a space begin"),
            ("- a\nb: c", "2:1: error: not YAML: did not find expected '-' indicator"),
        ])
    func slips(text: String, expected: String) {
        #expect(problem(text)?.hasPrefix(expected) == true, "\(problem(text) ?? "no problem")")
    }

    @Test("What is too deep or too long is refused, by name")
    func limits() {
        #expect(problem(String(repeating: "[", count: 10_000))?.contains("too deep") == true)
        #expect(problem(String(repeating: "a ", count: 9 << 20)) == "error: more than 16 MB of YAML (split the file)")
    }

    @Test(
        "Ampersands and asterisks in text are text",
        arguments: [
            "a: R &D and *D", "a: 'tom & jerry'\nb: \"*x\"", "a: |\n  &c\n  * item\n  *c_\n", "a: x&y\nb: 'x *y'",
        ])
    func notAliases(_ text: String) {
        // The first names an anchor in the middle of a text, then what looks like its alias: refused, to be safe.
        #expect((problem(text) != nil) == text.hasPrefix("a: R"))
    }

    @Test("A key that is the alias of an alias of an alias is refused before anything is hashed")
    func bomb() {
        let names = "abcdefghijklmnop".map(String.init)
        var text = "a: &a [lol, lol, lol]\n"
        for (above, name) in zip(names, names.dropFirst()) {
            text += "\(name): &\(name) [\((0..<9).map { _ in "*" + above }.joined(separator: ","))]\n"
        }
        #expect(problem(text + "? *p\n: boom")?.hasPrefix("2:8: error: aliases (*a)") == true)
    }
}
