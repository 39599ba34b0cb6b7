import TemaModel

/// The colour scale of a heat map: 0, and up to six equal steps from 0 to at least the greatest value.
struct HeatScale: Sendable, Hashable {
    private let greatest: Double
    /// The number of values in a step.
    private let size: Double
    private let count: Int
    private let isWhole: Bool
    private let places: Int
    private let language: DisplayLanguage

    private static let most = 6
    /// The sizes of steps, times a power of ten.
    private static let sizes = [1.0, 2, 3, 4, 5, 6, 8, 10]

    /// Creates a scale.
    ///
    /// - Parameter isOfShares: Whether values between whole numbers are possible. They are also assumed if one occurs.
    init(_ values: [Double], isOfShares: Bool = false, _ language: DisplayLanguage = .english) {
        self.language = language
        greatest = min(values.filter(\.isFinite).max() ?? 0, 1e15)
        isWhole = !isOfShares && values.allSatisfy { $0 == $0.rounded() }
        guard greatest > 0 else {
            (size, count, places) = (1, 0, 0)
            return
        }
        let least = max(greatest / Double(Self.most), isWhole ? 1 : 1e-9)
        var power = 1.0
        var places = 0
        while power * 10 <= least { power *= 10 }
        while power > least {
            power /= 10
            places += 1
        }
        // The bound is exceeded by rounding only.
        let step = Self.sizes.first { $0 * power >= least * (1 - 1e-9) } ?? 10
        size = step * power
        self.places = step == 10 ? max(0, places - 1) : places
        count = max(1, Int((greatest / size * (1 - 1e-9)).rounded(.up)))
    }

    /// Returns the colour step of a value: 0 for 0, and 6 for the last of the equal steps.
    func step(of value: Double) -> Int {
        guard value > 0, count > 0 else { return 0 }
        return ink(min(count, max(1, Int((value / size * (1 - 1e-9)).rounded(.up)))))
    }

    /// Fewer than six steps have inks that are further apart.
    private func ink(_ number: Int) -> Int { (number * Self.most + count - 1) / count }

    /// The equal steps above 0, with the range of values of each.
    var legend: [(step: Int, text: String)] {
        (0..<count).map { number in
            let (low, high) = (Double(number) * size + (isWhole ? 1 : 0), Double(number + 1) * size)
            return (ink(number + 1), low == high ? text(high) : "\(text(low))–\(text(high))")
        }
    }

    private func text(_ value: Double) -> String {
        let power = (0..<places).reduce(1.0) { result, _ in result * 10 }
        let scaled = Int((min(value, 1e15 / power) * power).rounded())
        guard places > 0 else { return language.shown(String(scaled)) }
        let digits = String(scaled)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return language.shown("\(padded.dropLast(places)).\(padded.suffix(places))")
    }
}
