import ArgumentParser
import TemaAnalysis

/// What two codes must share to co-occur: a unit of text, or a relation of the spans of hand codings.
enum CooccurrenceChoice: Hashable {
    case unit(CooccurrenceUnit)
    case relation(SpanRelation)
}

extension CooccurrenceChoice: ExpressibleByArgument {
    /// The relations by name. Distances are 0 here, because `--within` sets them.
    private static let relations: [SpanRelation] = [.overlap, .nearWords(0), .nearPassages(0), .events]

    init?(argument: String) {
        if let unit = CooccurrenceUnit(rawValue: argument) {
            self = .unit(unit)
        } else if let relation = Self.relations.first(where: { $0.name == argument }) {
            self = .relation(relation)
        } else {
            return nil
        }
    }

    static var allValueStrings: [String] { CooccurrenceUnit.allCases.map(\.rawValue) + relations.map(\.name) }

    var defaultValueDescription: String {
        switch self {
        case .unit(let unit): unit.rawValue
        case .relation(let relation): relation.name
        }
    }
}

extension SpanRelation {
    /// Returns the same relation with a distance, if it has one.
    func within(_ distance: Int) -> SpanRelation {
        switch self {
        case .nearWords: .nearWords(distance)
        case .nearPassages: .nearPassages(distance)
        case .overlap, .events: self
        }
    }
}

extension CooccurrenceUnit: ExpressibleByArgument {}
