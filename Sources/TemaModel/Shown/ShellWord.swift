/// Words of command lines that people copy.
package enum ShellWord {
    /// Returns a word quoted for a shell if necessary.
    package static func quoted(_ word: String) -> String {
        let isPlain = word.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_./:=,@%+".unicodeScalars.contains($0)
        }
        guard !isPlain || word.isEmpty else { return word }
        var quoted = "'"
        for scalar in word.unicodeScalars { quoted += scalar == "'" ? "'\\''" : String(scalar) }
        return quoted + "'"
    }
}
