import Testing

@testable import TemaFormats
@testable import TemaIngest

@Suite("Bytes outside comments") struct MarkupScannerTests {
    /// XML, and the number of its bytes that are outside. The delimiter that begins a comment counts; the one that ends it does not.
    static let cases = [
        ("<a b='c'>text</a>", 17),
        ("<!--...-->", 4), ("x<!-- \" ' <b> - -- -->y", 6), ("<!-->...-->", 4),
        ("<?php ..?>", 2), ("<?php > ' ?>x", 3),
        ("<![CDATA[...]]>", 9), ("<b><![CDATA[ <c> ]] ]>\"]]></b>", 16),
        ("<a b='!--'>x <", 14), ("<a b=\"?\"><?x?>", 11), ("it's <!-- it's --> it's", 14),
        ("<!DOCTYPE a [<!-- > --><!ENTITY b '<!--'><?c > ?>]>", 13 + 4 + 18 + 2 + 2),
        ("![CDATA[ <!- - -> < ? ?", 23),
        (
            #"<a href="x>'y" title='-- " --'>z<!-- q <b> --><?c?></a><!-- - -->"#, 46
        ),
        (
            #"<p>'<xref ref-type="bibr" rid='one > two ! ? three'  title="it's">12</xref>, <i>! ?</i></p>"#, 91
        ),
    ]

    @Test("are counted with any chunks of the file", arguments: cases)
    func counts(xml: String, outside: Int) {
        let bytes = Array(xml.utf8)
        for cut in 0...bytes.count {
            var scanner = MarkupScanner { _ in }
            let count = bytes.withUnsafeBytes {
                scanner.count(UnsafeRawBufferPointer(rebasing: $0[..<cut]))
                    + scanner.count(UnsafeRawBufferPointer(rebasing: $0[cut...]))
            }
            #expect(count == outside, "cut at \(cut)")
        }
    }
}
