package import TemaModel

/// The GUIDs of codes. Other programs know a code by it, also when they rename the code.
package enum RefiCodeGUIDs {
    /// Returns the GUID that an export makes for a code without one.
    static func derived(_ path: String, in codebook: Codebook) -> GUID {
        GUID(of: "code:\(codebook.id)/\(path)", in: .tema)
    }

    /// Returns the GUID that an export makes for a code without one, other than those that codes have already. A code has that
    /// of another path if it was there before.
    static func derived(_ path: String, in codebook: Codebook, taken: inout Set<GUID>) -> GUID {
        var (guid, name) = (derived(path, in: codebook), path)
        while !taken.insert(guid).inserted {
            name += "/"
            guid = derived(name, in: codebook)
        }
        return guid
    }

    /// Returns the GUIDs of all codes by path.
    ///
    /// - Parameter id: The id of the codebook of which the GUIDs of codes without one are made.
    package static func all(in codebook: Codebook, id: String) -> [String: String] {
        var named = codebook
        named.id = id
        let entries = CodeList(named).entries
        var taken = Set(entries.compactMap { $0.code.guid.flatMap { GUID($0) } })
        var guids: [String: String] = [:]
        for entry in entries {
            guids[entry.path] = entry.code.guid ?? derived(entry.path, in: named, taken: &taken).text
        }
        return guids
    }

    /// Returns the GUIDs that an export makes for the codes without one, by path.
    package static func derived(in codebook: Codebook) -> [String: String] {
        var guids: [String: String] = [:]
        for entry in CodeList(codebook).entries where entry.code.guid == nil {
            guids[entry.path] = derived(entry.path, in: codebook).text
        }
        return guids
    }

    /// Returns a codebook without the GUIDs that an export makes again.
    ///
    /// - Parameter id: The id of the codebook of which they are made, or nil for its own.
    package static func withoutDerived(_ codebook: Codebook, id: String? = nil) -> Codebook {
        var named = codebook
        named.id = id ?? codebook.id
        return changed(codebook) { $1 == derived($0, in: named).text ? nil : $1 }
    }

    /// Changes a codebook. A code that gets another path keeps the GUID that exports have made for it.
    package static func keeping<Failure: Error>(
        in codebook: Codebook, _ change: (Codebook) throws(Failure) -> Codebook
    ) throws(Failure) -> Codebook {
        withoutDerived(try change(changed(codebook) { $1 ?? derived($0, in: codebook).text }))
    }

    /// Returns a codebook whose codes have the ids that a study's codes with the same GUIDs have, as far as their parents are
    /// the same. The ids of codes of other programs are made from their names, which can have changed.
    package static func keepingIDs(of own: Codebook, in codebook: Codebook) -> Codebook {
        let derived = derived(in: own)
        var paths: [String: String] = [:]
        for entry in CodeList(own).entries {
            if let guid = entry.code.guid ?? derived[entry.path] { paths[guid] = paths[guid] ?? entry.path }
        }
        func kept(_ codes: [Code], above: String) -> [Code] {
            var taken: Set<String> = []
            let ids = codes.map { code -> String? in
                guard let path = code.guid.flatMap({ paths[$0] }), path.hasPrefix(above) else { return nil }
                let id = String(path.dropFirst(above.count))
                return id.contains("/") || !taken.insert(id).inserted ? nil : id
            }
            return zip(codes, ids).map { code, id in
                var code = code
                var number = 1
                let wanted = code.id
                while id == nil, !taken.insert(code.id).inserted {
                    number += 1
                    code.id = "\(wanted)-\(number)"
                }
                code.id = id ?? code.id
                code.codes = kept(code.codes, above: above + code.id + "/")
                return code
            }
        }
        var result = codebook
        result.codes = kept(codebook.codes, above: "")
        return result
    }

    /// Returns a codebook with new GUIDs.
    ///
    /// - Parameter guid: Returns the new GUID of a code by its path and its present GUID.
    private static func changed(_ codebook: Codebook, _ guid: (String, String?) -> String?) -> Codebook {
        func changed(_ codes: [Code], above: String) -> [Code] {
            codes.map { code in
                var code = code
                code.guid = guid(above + code.id, code.guid)
                code.codes = changed(code.codes, above: above + code.id + "/")
                return code
            }
        }
        var result = codebook
        result.codes = changed(codebook.codes, above: "")
        return result
    }
}
