/// The limits on input: generous for people's texts, and in the way of attacks.
package enum Limits {
    /// Bytes of one file.
    package static let fileBytes = 4 << 30
    /// UTF-8 bytes of one document's text.
    package static let documentBytes = 8 << 20
    /// Bytes of a file whose documents are held back until the file has proved whole; longer ones are read twice.
    package static let heldBytes = 8 << 20
    /// Bytes of a text in an archive that are held in memory; longer ones go to a temporary file.
    package static let memberBytes = 16 << 20
    /// What an archive holds may be this many times as long as itself, or as long as the allowance.
    package static let archiveGrowth = 250
    package static let archiveAllowance = 64 << 20
    /// What a ZIP file that is one document or project holds may be this many times as long as itself, or as long as the
    /// allowance.
    package static let zipGrowth = 100
    package static let zipAllowance = 16 << 20
    /// What another program that reads a file for Tema may use: seconds of the processor, bytes of memory, and bytes that
    /// it finds.
    package static let programSeconds = 120
    package static let programMemory = 4 << 30
    package static let programBytes = 1 << 30
    /// Elements open at once.
    package static let elementDepth = 200
    /// The same of HTML, where tags are left open.
    package static let htmlDepth = 1_000
    /// Comparisons of attributes' names in one page: libxml2 compares each with all before it in its tag.
    package static let htmlComparisons = 1 << 31
    /// Bytes of one tag or declaration.
    package static let tagBytes = 64 << 10
    /// Bytes of one tag where XML is no article: other programs put what people write into attributes.
    package static let longTagBytes = 512 << 10
    /// Text may be this many times the bytes read, and ``textAllowance`` more.
    package static let textGrowth = 2
    package static let textAllowance = 1 << 20
    /// Bytes of XML that becomes one value: a whole file, or one record of many.
    package static let treeBytes = 1 << 30
    package static let recordBytes = 32 << 20
    /// Bytes of a YAML text: a codebook, or the front matter of a document.
    package static let yamlBytes = 16 << 20
}
