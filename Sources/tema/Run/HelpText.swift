/// The help of ArgumentParser in the order of this program.
enum HelpText {
    private static let ownOptions = "OPTIONS:\n"
    private static let suffix = " SUBCOMMANDS:\n"

    /// Returns the help with a command's own options before the titled groups that many commands share, and with the
    /// titles of groups of commands as they were written.
    static func arranged(_ help: String) -> String {
        var text = help[...]
        while text.hasSuffix("\n") { text.removeLast() }
        var sections = text.split(separator: "\n\n", omittingEmptySubsequences: false).map(String.init)
        for index in sections.indices where sections[index].contains(suffix) {
            sections[index].replace(suffix, with: ":\n")
        }
        if let own = sections.lastIndex(where: { $0.hasPrefix(ownOptions) }),
            let shared = sections.firstIndex(where: { $0.prefix { $0 != "\n" }.hasSuffix(" OPTIONS:") }), shared < own
        {
            sections.insert(sections.remove(at: own), at: shared)
        }
        return sections.joined(separator: "\n\n")
    }
}
