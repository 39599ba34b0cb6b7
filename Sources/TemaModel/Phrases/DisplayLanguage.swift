/// A language in which labels, notes and reports can be shown.
///
/// Every language other than English is one file beside this one, and an element of ``all``.
public struct DisplayLanguage: Sendable {
    /// The language tag, such as `id`.
    public let tag: String
    /// The decimal mark in numbers that people read.
    package let decimalMark: Character
    /// The mark between groups of three digits.
    private let groupMark: Character
    /// Returns which of the forms of a noun follows a number, from 0.
    private let form: @Sendable (Int) -> Int
    /// Returns the translations by the key of the phrase. They are read only when the language is used.
    private let translations: @Sendable () -> [String: String]

    /// The translations by the key of the phrase.
    package var phrases: [String: String] { translations() }

    /// Creates a language.
    ///
    /// - Parameters:
    ///   - tag: The language tag.
    ///   - decimalMark: The decimal mark in numbers that people read.
    ///   - groupMark: The mark between groups of three digits.
    ///   - form: Returns which of the forms of a noun follows a number, from 0.
    ///   - translations: Returns the translations (``translations(in:)``).
    init(
        tag: String, decimalMark: Character, groupMark: Character, form: @escaping @Sendable (Int) -> Int = { _ in 0 },
        translations: @escaping @Sendable () -> [String: String]
    ) {
        (self.tag, self.decimalMark, self.groupMark) = (tag, decimalMark, groupMark)
        (self.form, self.translations) = (form, translations)
    }

    /// Returns the translations in a text: the key of each phrase on a line of its own, and its translation on the next,
    /// indented by two spaces.
    ///
    /// A translation may have the values `{1}`, `{2}` and so on in another order. The key of a counted noun is its plural,
    /// such as `{1} documents`; its forms are separated by `|`.
    static func translations(in text: String) -> [String: String] {
        let lines = text.split(separator: "\n")
        return Dictionary(
            zip(lines, lines.dropFirst()).filter { $1.hasPrefix("  ") }.map { (String($0), String($1.dropFirst(2))) }
        ) { first, _ in first }
    }

    /// The language of the source code. It has no translations.
    public static let english = DisplayLanguage(tag: "en", decimalMark: ".", groupMark: ",") { [:] }

    /// All languages, English first.
    public static let all = [english, indonesian]

    /// Returns the language of a tag, such as `id` or `id-ID`, or nil.
    public static func named(_ tag: String) -> DisplayLanguage? {
        let primary = LanguageTag.primary(tag)
        return all.first { $0.tag == primary }
    }

    /// Returns a number and a noun in the form for this number.
    func counted(_ count: Int, _ noun: String) -> String {
        guard let forms = phrases["{1} \(noun)s"]?.split(separator: "|") else { return TemaModel.counted(count, noun) }
        let index = min(max(0, form(count)), forms.count - 1)
        let number = shown(String(count))
        return forms.isEmpty ? number : String(forms[index]).replacing("{1}", with: number)
    }

    /// Returns a number with the decimal mark of this language and groups of three digits before it, such as `12,345.6`.
    ///
    /// - Parameter number: ASCII digits with or without a sign, a point and an exponent.
    package func shown(_ number: String) -> String {
        // Nearly all numbers of tables need no mark.
        let first = number.utf8.prefix(4)
        let isShort = first.count < 4 || first.contains(UInt8(ascii: "."))
        if isShort, decimalMark == "." { return number }
        var whole = number.prefix { $0.isASCII && ($0.isNumber || $0 == "-") }
        let rest = number[whole.endIndex...].map { $0 == "." ? decimalMark : $0 }
        var text = ""
        if whole.first == "-" { text.append(whole.removeFirst()) }
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { text.append(groupMark) }
            text.append(digit)
        }
        return text + String(rest)
    }

    /// Returns a whole number of at least 0 as people read it. Values outside 0 to 10¹⁵ are limited.
    package func grouped(_ number: Double) -> String { shown(String(Int(min(max(number, 0), 1e15)))) }
}

extension DisplayLanguage: Hashable {
    /// Whether two languages have one tag.
    public static func == (left: DisplayLanguage, right: DisplayLanguage) -> Bool { left.tag == right.tag }

    /// Hashes the tag.
    public func hash(into hasher: inout Hasher) { hasher.combine(tag) }
}
