import TemaModel
import Testing

@testable import tema

@Suite("Numbers of a study's codes") struct CodeNumbersTests {
    @Test("are those of the codebook, and a code that it has not is told")
    func numbers() throws {
        let place = try CodedStudy()
        let numbers = CodeNumbers(place.codes, of: place.study)
        #expect(try numbers["a"] == 0 && numbers["a/b"] == 1)
        let problem = try #require(throws: Problem.self) { try numbers["b"] }
        #expect(problem.message == "the codebook has no code b, which hand codings have")
        #expect(problem.file == place.study.path)
    }
}
