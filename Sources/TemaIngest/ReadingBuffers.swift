/// Memory that readers reuse from one input to the next: byte windows, element names and passage buffers.
///
/// A worker creates one instance and passes it to every call. The buffers never change a result. They save allocation,
/// which takes longer than reading a small article. The class is not `Sendable` because it serves one call at a time.
public final class ReadingBuffers {
    var quickPass = QuickPass()
    var sectionTypes = SectionTypes()

    /// Creates empty buffers.
    public init() {}
}
