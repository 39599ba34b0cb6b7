/// The memory that readers reuse from one input to the next: windows over bytes, names of elements, texts of passages.
///
/// A worker makes one and passes it to every reading. What it keeps changes no result: it only saves making it again, which
/// takes longer than reading a small article. Not `Sendable`, because it serves one reading at a time.
public final class ReadingBuffers {
    var quickPass = QuickPass()
    var sectionTypes = SectionTypes()

    public init() {}
}
