import Testing

@testable import tema

@Suite("tema serve") struct ServeCommandTests {
    @Test(
        "explains wrong arguments",
        arguments: [
            ([], "either a study or --demo"),
            (["s.tema", "--demo"], "either a study or --demo"),
            (["s.tema", "--tls-cert", "c.pem"], "belong together"),
            (["s.tema", "--port", "70000"], "from 0 to 65,535"),
            (["s.tema", "--coders", "ann,ann"], "a name twice"),
            (["s.tema", "--coders", "ann,,ben"], "a coder's name must be one line"),
            (["s.tema", "--coders", "ann", "--coder", "ben"], "cannot be combined"),
            (["s.tema", "--host", "coding.example.org"], "--host needs --listen"),
            (["s.tema", "--listen", "0.0.0.0"], "add the name of this computer with --host"),
        ] as [([String], String)])
    func arguments(words: [String], message: String) {
        #expect { _ = try Tema.parseAsRoot(["serve"] + words) } throws: { Tema.message(for: $0).contains(message) }
    }
}
