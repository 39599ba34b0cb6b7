/// Limits on input, which protect against malicious files and which ordinary texts do not reach.
package enum Limits {
    /// The largest size of a file, in bytes.
    package static let fileBytes = 4 << 30
    /// The largest size of a document's text, in UTF-8 bytes.
    package static let documentBytes = 8 << 20
    /// The largest size, in bytes, of a line of a coded file.
    package static let codedLineBytes = 256 << 20
    /// The largest size, in bytes, of a file whose documents are buffered until all of it has been read without an error.
    /// Larger files are read twice. Also the number of bytes of HTML that may be read without an event.
    package static let bufferedBytes = 8 << 20
    /// The largest size, in bytes, of an archive member or program output that is kept in memory. Larger ones are
    /// written to a temporary file.
    package static let memberBytes = 16 << 20
    /// The largest ratio of an archive's unpacked size to its own size. It applies beyond ``archiveAllowance``.
    package static let archiveGrowth = 250
    /// The unpacked size, in bytes, that any archive may have.
    package static let archiveAllowance = 64 << 20
    /// The largest ratio of unpacked size to own size for a ZIP file that is one document or project. It applies beyond
    /// ``zipAllowance``.
    package static let zipGrowth = 100
    /// The unpacked size, in bytes, that any such ZIP file may have.
    package static let zipAllowance = 16 << 20
    /// The processor time, in seconds, that an external program may use.
    package static let programSeconds = 120
    /// The memory, in bytes, that an external program may use.
    package static let programMemory = 4 << 30
    /// The number of bytes that an external program may write to its standard output.
    package static let programBytes = 1 << 30
    /// The largest nesting depth of XML elements and of JSON lists and objects.
    package static let elementDepth = 200
    /// The largest nesting depth of HTML elements. It is higher because many end tags are missing in HTML.
    package static let htmlDepth = 1_000
    /// The largest number of comparisons of attribute names in an HTML page: libxml2 compares each name with all before it in
    /// its tag.
    package static let htmlComparisons = 1 << 31
    /// The largest size of a tag or declaration in an article, in bytes.
    package static let tagBytes = 64 << 10
    /// The largest size of a tag or declaration in other XML, in bytes. Other programs store users' texts in attributes.
    package static let longTagBytes = 512 << 10
    /// The largest ratio of the text of an XML file to the bytes read. ``textAllowance`` is added to the result.
    package static let textGrowth = 2
    /// The number of bytes of text that an XML file may have in addition to ``textGrowth`` times the bytes read.
    package static let textAllowance = 1 << 20
    /// The largest number of Unicode scalars of an entity that an XML file declares. Longer ones stay undefined.
    package static let entityCharacters = 4_096
    /// The largest number of entities that an XML file may declare. Further ones stay undefined.
    package static let entities = 1_000
    /// The largest size, in bytes, of an XML file that is read into one value.
    package static let treeBytes = 1 << 30
    /// The largest size, in bytes, of a table of references.
    package static let tableBytes = 256 << 20
    /// The largest size, in bytes, of one of many XML elements that are read into a value each.
    package static let recordBytes = 32 << 20
    /// The largest size, in bytes, of a YAML text: a codebook, or the front matter of a document.
    package static let yamlBytes = 16 << 20
}
