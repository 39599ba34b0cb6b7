import TemaModel
import Testing

@testable import TemaFormats

@Suite("The version of libxml2") struct LibXML2VersionTests {
    @Test("is available as text, and is refused if it is too old")
    func version() throws {
        #expect(LibXML2Version.text(20914) == "2.9.14" && LibXML2Version.text(21501) == "2.15.1")
        #expect(LibXML2Version.text.hasPrefix("2."))
        try LibXML2Version.check()
        #expect(throws: Problem.self) { try LibXML2Version.check(20913) }
    }
}
