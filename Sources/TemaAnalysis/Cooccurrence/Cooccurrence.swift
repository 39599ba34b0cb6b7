import TemaModel

/// The co-occurrence of codes in units of text, with measures and tests of association.
///
/// By default the codes are those that were given themselves, whatever their depth, each by its own codings; a code is not
/// paired with one above or below it. With a level, the codes are those of the level, and a unit has a code if it has
/// evidence of the code or of a descendant.
///
/// - Complexity: Memory is proportional to the number of different pairs that occur. Adding a document takes O(*k*²)
///   time for each unit with *k* codes.
public struct Cooccurrence: Statistic {
    let codes: CodeList
    let unit: CooccurrenceUnit
    let level: Int?
    let includeAll: Bool
    /// For each code, the code that it counts for: itself, or with a level itself or an ancestor.
    private let counted: [Int?]

    /// N: the number of units so far.
    private(set) var units = 0
    /// Whether a unit counts once for each coder.
    private(set) var isByCoder = false
    /// The number of units with each code, by code number.
    private(set) var holding: [Int]
    /// The number of units with both codes of a pair, for pairs that co-occur.
    private(set) var sharing = PairCounts()

    /// Creates an empty statistic.
    ///
    /// - Parameters:
    ///   - codes: The codes of the codebook.
    ///   - unit: The unit in which codes co-occur.
    ///   - level: The depth of the codes to pair, 1 for the top level; `nil` for the codes that were given themselves.
    ///   - includeAll: Whether the table also lists pairs that never co-occur, of codes that both occur.
    public init(codes: CodeList, unit: CooccurrenceUnit, level: Int? = nil, includeAll: Bool = false) {
        self.codes = codes
        self.unit = unit
        self.level = level
        self.includeAll = includeAll
        self.counted = codes.counted(atLevel: level)
        self.holding = Array(repeating: 0, count: codes.count)
    }

    /// Counts the units of a document, and those that two codes share. If the document has the codings of each coder, a unit
    /// counts once for each of them, so that both codes of a pair are by one coder.
    public mutating func add(_ coded: CodedDocument) {
        guard coded.coders.isEmpty else {
            isByCoder = true
            for coder in coded.coders { add(coder) }
            return
        }
        var held: [UnitCode] = []
        units += unit.visit(coded) { unit, code in
            if let code = counted[code] { held.append(UnitCode(unit: unit, code: code)) }
        }
        held.sort()
        var first = 0
        for index in held.indices where index + 1 == held.count || held[index + 1].unit != held[index].unit {
            count(held[first...index])
            first = index + 1
        }
    }

    /// Counts the codes of one unit, which are ascending and may be repeated.
    private mutating func count(_ unit: ArraySlice<UnitCode>) {
        var present: [Int] = []
        for held in unit where held.code != present.last {
            holding[held.code] += 1
            for earlier in present where codes.isApart(earlier, from: held.code) {
                sharing.add(Pair(earlier, held.code))
            }
            present.append(held.code)
        }
    }

    /// Adds the counts of another value with the same unit and level.
    public mutating func merge(_ other: Cooccurrence) {
        precondition(unit == other.unit && level == other.level, "the unit or the level differs")
        units += other.units
        for code in holding.indices { holding[code] += other.holding[code] }
        sharing.merge(other.sharing)
        isByCoder = isByCoder || other.isByCoder
    }

    /// Two codes in code order, packed into one integer for fast hashing and comparison.
    struct Pair: Hashable, Comparable {
        let packed: UInt64

        init(_ a: Int, _ b: Int) { packed = UInt64(a) << 32 | UInt64(b) }

        init(packed: UInt64) { self.packed = packed }

        var a: Int { Int(packed >> 32) }
        var b: Int { Int(packed & 0xFFFF_FFFF) }

        static func < (left: Pair, right: Pair) -> Bool { left.packed < right.packed }
    }

    /// A code in a unit of one document; ordered by unit, then by code.
    private struct UnitCode: Comparable {
        let unit: Int
        let code: Int

        static func < (left: UnitCode, right: UnitCode) -> Bool {
            (left.unit, left.code) < (right.unit, right.code)
        }
    }
}
