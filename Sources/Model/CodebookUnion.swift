extension Codebook {
    /// This codebook with the codes of another one that it does not have, each under the code that it stands under there.
    ///
    /// Codes are the same where their paths are; what this codebook says of them stays.
    public func united(with other: Codebook) -> Codebook {
        var united = self
        united.codes = Self.united(codes, other.codes)
        return united
    }

    private static func united(_ own: [Code], _ others: [Code]) -> [Code] {
        var codes = own
        var places = Dictionary(own.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
        for other in others {
            if let at = places[other.id] {
                codes[at].codes = united(codes[at].codes, other.codes)
            } else {
                places[other.id] = codes.count
                codes.append(other)
            }
        }
        return codes
    }
}
