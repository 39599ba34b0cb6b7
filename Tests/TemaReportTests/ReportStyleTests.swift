import Foundation
import Testing

@testable import TemaReport

@Suite("The style sheet of a report") struct ReportStyleTests {
    @Test("is dark on screens only, defines every colour that it uses, and loads nothing")
    func screens() {
        let text = ReportStyle.text
        #expect(!text.contains("@media (prefers-color-scheme") && !text.contains("url("))
        for part in text.components(separatedBy: "var(--").dropFirst() {
            let name = part.prefix { $0.isLetter || $0.isNumber }
            #expect(name == "depth" || text.contains("--\(name):"), "\(name)")
        }
    }
}
