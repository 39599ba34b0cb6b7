import TemaModel

/// How often two codes of one level stand in the same unit, and whether more often than by chance.
///
/// A unit holds a code when it holds evidence of it or of a descendant. Memory and time follow the pairs that occur:
/// a document costs, for each of its units, half the square of the codes in that unit.
public struct Cooccurrence: Statistic {
    let codes: CodeList
    let unit: CooccurrenceUnit
    let level: Int
    let includeAll: Bool
    /// For each code, the code of the level that it counts for: itself or the one above it.
    private let counted: [Int?]

    /// N: all units so far.
    private(set) var units = 0
    /// The units that hold each code, by its number.
    private(set) var holding: [Int]
    /// The units that hold both codes of a pair, for pairs that have such a unit.
    private(set) var sharing = PairCounts()

    /// - Parameters:
    ///   - level: the depth of the codes to pair, 1 for those at the top; ``CodeList/deepestLevel`` where it is nothing.
    ///   - includeAll: whether the table also has the pairs that never meet, of codes that both occur.
    public init(codes: CodeList, unit: CooccurrenceUnit, level: Int? = nil, includeAll: Bool = false) {
        let level = level ?? codes.deepestLevel
        self.codes = codes
        self.unit = unit
        self.level = level
        self.includeAll = includeAll
        self.counted = codes.entries.indices.map { code in
            codes.lineage(of: code).first { codes.entries[$0].depth == level }
        }
        self.holding = Array(repeating: 0, count: codes.count)
    }

    public mutating func add(_ coded: CodedDocument) {
        var held: [UnitCode] = []
        units += unit.visit(coded) { unit, code in
            if let code = counted[code] { held.append(UnitCode(unit: unit, code: code)) }
        }
        held.sort()
        var first = 0
        for at in held.indices where at + 1 == held.count || held[at + 1].unit != held[at].unit {
            count(held[first...at])
            first = at + 1
        }
    }

    /// Counts one unit's codes, which come in order and may be repeated.
    private mutating func count(_ unit: ArraySlice<UnitCode>) {
        var present: [Int] = []
        for held in unit where held.code != present.last {
            holding[held.code] += 1
            for earlier in present { sharing.add(Pair(earlier, held.code)) }
            present.append(held.code)
        }
    }

    public mutating func merge(_ other: Cooccurrence) {
        precondition(unit == other.unit && level == other.level, "only counts of one kind can be added")
        units += other.units
        for code in holding.indices { holding[code] += other.holding[code] }
        sharing.merge(other.sharing)
    }

    /// Two codes in code order, packed so that they are quickly hashed and compared.
    struct Pair: Hashable, Comparable {
        let packed: UInt64

        init(_ a: Int, _ b: Int) { packed = UInt64(a) << 32 | UInt64(b) }

        init(packed: UInt64) { self.packed = packed }

        var a: Int { Int(packed >> 32) }
        var b: Int { Int(packed & 0xFFFF_FFFF) }

        static func < (left: Pair, right: Pair) -> Bool { left.packed < right.packed }
    }

    /// A code in a unit of one document, ordered by unit, then by code.
    private struct UnitCode: Comparable {
        let unit: Int
        let code: Int

        static func < (left: UnitCode, right: UnitCode) -> Bool {
            (left.unit, left.code) < (right.unit, right.code)
        }
    }
}
