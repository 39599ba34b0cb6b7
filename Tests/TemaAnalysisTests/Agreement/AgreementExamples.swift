import Testing

@testable import TemaAnalysis

/// An example from the literature: ratings, and the values of coefficients.
struct AgreementExample: Sendable, CustomTestStringConvertible {
    let source: String
    /// The values of each coder in unit order; `.` is a missing value.
    let rows: [String]
    let expected: [String: Double]

    var testDescription: String { source }

    init(_ source: String, _ rows: [String], _ expected: [String: Double]) {
        (self.source, self.rows, self.expected) = (source, rows, expected)
    }

    /// The values of two coders as a contingency table, with the first coder in rows.
    init(_ source: String, table: [[Int]], _ expected: [String: Double]) {
        var rows = ["", ""]
        for (one, line) in table.enumerated() {
            for (other, count) in line.enumerated() {
                rows[0] += String(repeating: "\(one) ", count: count)
                rows[1] += String(repeating: "\(other) ", count: count)
            }
        }
        self.init(source, rows, expected)
    }

    var ratings: [Ratings.Rating] {
        rows.enumerated().flatMap { coder, row in
            row.split(separator: " ").enumerated().filter { $1 != "." }.map { unit, value in
                .init(unit: "u\(unit)", coder: "c\(coder)", value: String(value))
            }
        }
    }

    static let all: [AgreementExample] = [
        .init(
            "Krippendorff 2011",
            [
                "1 2 3 3 2 1 4 1 2 . . .",
                "1 2 3 3 2 2 4 1 2 5 . 3",
                ". 3 3 3 2 3 4 2 2 5 1 .",
                "1 2 3 3 2 4 4 1 2 5 1 .",
            ],
            [
                "alpha_nominal": 0.743421, "alpha_ordinal": 0.815388, "alpha_interval": 0.849107,
                "alpha_ratio": 0.797403, "gwet_ac1": 0.775444, "fleiss_kappa": 0.761169, "brennan_prediger": 0.772727,
                "conger_kappa": 0.762067,
            ]),
        .init(
            "Wikipedia, Krippendorff’s alpha",
            [
                ". . . . . 3 4 1 2 1 1 3 3 . 3",
                "1 . 2 1 3 3 4 3 . . . . . . .",
                ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
            ],
            [
                "alpha_nominal": 0.691358, "alpha_ordinal": 0.806721, "alpha_interval": 0.810845,
                "alpha_ratio": 0.808944, "gwet_ac1": 0.709164, "fleiss_kappa": 0.68602, "brennan_prediger": 0.703704,
                "conger_kappa": 0.691383,
            ]),
        .init(
            "Krippendorff 2004, p. 224",
            [
                "1 1 0 0 0 0 0 0 0 0",
                "0 1 1 0 0 1 0 1 0 0",
            ],
            [
                "alpha_nominal": 0.095238, "gwet_ac1": 0.310345, "fleiss_kappa": 0.047619, "brennan_prediger": 0.2,
                "conger_kappa": 0.090909, "percent": 60.0,
            ]),
        .init(
            "Krippendorff 2004, p. 227",
            [
                "1 1 2 2 2 2 2 3 3 3 3 3",
                "1 2 2 2 2 2 3 3 3 3 3 3",
            ],
            [
                "alpha_nominal": 0.734104, "gwet_ac1": 0.761787, "fleiss_kappa": 0.722543, "brennan_prediger": 0.75,
                "conger_kappa": 0.724138,
            ]),
        .init(
            "Krippendorff 1980, p. 139",
            [
                "1 1 2 4 1 2 1 3 2",
                "1 2 2 4 4 2 2 3 2",
                "1 2 2 4 4 2 3 3 2",
            ],
            [
                "alpha_nominal": 0.641732, "alpha_interval": 0.546917, "alpha_ratio": 0.483254, "gwet_ac1": 0.662299,
                "fleiss_kappa": 0.627953, "brennan_prediger": 0.654321, "conger_kappa": 0.637931,
            ]),
        .init(
            "Hayes & Krippendorff 2007",
            [
                "1 1 2 . 0 0 1 1 2 2 . 0 1 3 1 1 2 1 1 0 0 0 2 0 1 0 0 1 1 1 1 2 2 3 2 2 2 2 2 1",
                "1 1 3 0 0 0 0 . 2 1 1 0 2 3 1 1 1 2 1 0 0 0 3 0 2 1 0 2 1 1 1 1 2 2 2 2 2 2 2 1",
                "2 0 3 0 0 0 2 2 2 1 0 0 2 2 1 1 2 3 0 0 1 . 3 0 . 1 0 1 2 2 0 2 . 2 2 3 2 . 2 1",
                ". 1 3 . . . . 0 . 1 0 0 2 2 . . . 3 1 . 1 0 3 0 2 1 1 2 2 . . 1 2 2 . . . 1 2 .",
                "2 . . 0 0 0 1 . 2 . . . . 3 1 1 2 . . 0 . 0 . . 2 . 0 . . 2 0 . 2 . 2 2 2 2 . 1",
            ],
            [
                "alpha_nominal": 0.47651, "alpha_ordinal": 0.759829, "alpha_interval": 0.757378,
                "alpha_ratio": 0.662123, "gwet_ac1": 0.509349, "fleiss_kappa": 0.469685, "brennan_prediger": 0.5,
                "conger_kappa": 0.472608,
            ]),
        .init(
            "Fleiss 1971",
            [
                "4 2 2 5 2 1 3 1 1 5 1 1 2 1 2 3 1 1 2 1 5 2 2 1 1 2 1 2 1 5",
                "4 2 3 5 2 1 3 1 1 5 4 2 2 4 2 3 1 1 2 3 5 4 2 1 4 2 1 2 3 5",
                "4 2 3 5 2 3 3 3 4 5 4 4 2 4 4 3 1 1 4 3 5 4 4 4 4 2 1 4 3 5",
                "4 5 3 5 4 3 3 3 4 5 4 4 3 4 4 3 4 1 4 5 5 4 5 4 4 2 1 4 3 5",
                "4 5 3 5 4 3 5 3 4 5 4 4 3 4 4 3 5 1 4 5 5 4 5 4 4 2 5 4 3 5",
                "4 5 5 5 4 3 5 4 4 5 4 4 3 4 5 5 5 2 4 5 5 4 5 4 5 4 5 4 3 5",
            ],
            [
                "alpha_nominal": 0.43341, "gwet_ac1": 0.447885, "fleiss_kappa": 0.430245, "brennan_prediger": 0.444444,
                "conger_kappa": 0.441809,
            ]),
        .init(
            "Cohen 1960, p. 45", table: [[88, 14, 18], [10, 40, 10], [2, 6, 12]],
            [
                "percent": 70.0, "cohen_kappa": 0.491525, "scott_pi": 0.487179, "gwet_ac1": 0.575972,
                "brennan_prediger": 0.55, "alpha_nominal": 0.488462,
            ]),
        .init(
            "Cohen 1960, p. 37", table: [[25, 12, 3], [13, 2, 15], [12, 16, 2]],
            [
                "percent": 29.0, "cohen_kappa": -0.092308, "scott_pi": -0.100775, "gwet_ac1": -0.04797,
                "brennan_prediger": -0.065, "alpha_nominal": -0.095271,
            ]),
        .init(
            "Artstein & Poesio 2008, p. 558", table: [[20, 10], [20, 50]],
            [
                "percent": 70.0, "cohen_kappa": 0.347826, "scott_pi": 0.340659, "gwet_ac1": 0.449541,
                "brennan_prediger": 0.4, "alpha_nominal": 0.343956,
            ]),
        .init(
            "Artstein & Poesio 2008, p. 568", table: [[46, 0, 0], [6, 32, 6], [0, 0, 10]],
            [
                "percent": 88.0, "cohen_kappa": 0.801325, "scott_pi": 0.799532, "gwet_ac1": 0.828743,
                "brennan_prediger": 0.82, "alpha_nominal": 0.800535,
            ]),
        .init(
            "Brennan & Prediger 1981, p. 689", table: [[50, 0, 0], [10, 10, 10], [20, 0, 0]],
            [
                "percent": 60.0, "cohen_kappa": 0.272727, "scott_pi": 0.223301, "gwet_ac1": 0.461279,
                "brennan_prediger": 0.4, "alpha_nominal": 0.227184,
            ]),
        .init(
            "Brennan & Prediger 1981, p. 691", table: [[50, 0, 10], [0, 10, 10], [10, 10, 0]],
            [
                "percent": 60.0, "cohen_kappa": 0.285714, "scott_pi": 0.285714, "gwet_ac1": 0.444444,
                "brennan_prediger": 0.4, "alpha_nominal": 0.289286,
            ]),
        .init(
            "Gwet 2008", table: [[80, 7], [8, 5]],
            [
                "percent": 85.0, "cohen_kappa": 0.314442, "scott_pi": 0.314286, "gwet_ac1": 0.808,
                "brennan_prediger": 0.7, "alpha_nominal": 0.317714,
            ]),
        .init(
            "Gwet 2014", table: [[13, 0, 0], [0, 20, 7], [0, 4, 56]],
            [
                "percent": 89.0, "cohen_kappa": 0.796409, "scott_pi": 0.79624, "gwet_ac1": 0.849331,
                "brennan_prediger": 0.835, "alpha_nominal": 0.797258,
            ]),
        .init(
            "a thousand characters, two coders", table: [[50, 75], [75, 800]],
            [
                "percent": 85.0, "cohen_kappa": 0.314286, "scott_pi": 0.314286, "gwet_ac1": 0.808,
                "brennan_prediger": 0.7, "alpha_nominal": 0.314629,
            ]),
    ]
}
