// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]
let grdb: [Target.Dependency] = [
    .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
]

/// The modules below the program, from the bottom up: each imports only modules named before it.
let modules: [(name: String, dependencies: [Target.Dependency])] = [
    ("TemaModel", []),
    (
        "TemaFormats",
        [
            "TemaModel", "CSystem", "CLibXML2", "CLibArchive", "CNettle", .product(name: "Yams", package: "Yams"),
        ]
    ),
    ("TemaIngest", ["TemaModel", "TemaFormats", "CSystem"]),
    ("TemaCodebook", ["TemaModel", "TemaFormats"]),
    ("TemaCoding", ["TemaModel", "CSystem"]),
    ("TemaAnalysis", ["TemaModel"]),
    ("TemaTables", ["TemaModel", "TemaFormats", "CLibArchive", "CLibXLSXWriter"]),
    ("TemaCharts", ["TemaModel"]),
    ("TemaStudy", ["TemaModel", "TemaFormats"] + grdb),
    ("TemaRefi", ["TemaModel", "TemaFormats", "TemaIngest", "TemaCodebook", "CNettle"]),
    (
        "TemaExchange",
        ["TemaModel", "TemaFormats", "TemaIngest", "TemaCodebook", "TemaTables", "TemaRefi"] + grdb
    ),
    ("TemaReport", ["TemaModel", "TemaAnalysis", "TemaCharts", "TemaTables"]),
    (
        "TemaPipeline",
        [
            "TemaModel", "TemaFormats", "TemaIngest", "TemaCodebook", "TemaCoding", "TemaAnalysis", "TemaTables",
            "TemaStudy", "TemaRefi", "TemaExchange", "TemaReport",
        ]
    ),
]
let tested = [
    "TemaModel", "TemaIngest", "TemaCoding", "TemaAnalysis", "TemaCharts", "TemaStudy", "TemaExchange", "TemaReport",
]
let names = modules.map { Target.Dependency.target(name: $0.name) }

let package = Package(
    name: "tema",
    products: [
        .executable(name: "tema", targets: ["tema"]),
        .library(name: "Tema", targets: modules.map(\.name)),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // For `make docs` alone: nothing of it is in the program.
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
        .systemLibrary(name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        // Nothing but declarations and inline functions: what is called is the C library's.
        .systemLibrary(name: "CSystem"),
    ]
        + modules.map { .target(name: $0.name, dependencies: $0.dependencies, swiftSettings: strict) }
        + [
            .executableTarget(
                name: "tema",
                dependencies: names + [
                    "CSystem", .product(name: "ArgumentParser", package: "swift-argument-parser"),
                ],
                swiftSettings: strict)
        ]
        + modules.filter { tested.contains($0.name) }.map { module in
            .testTarget(
                name: module.name + "Tests", dependencies: names + module.dependencies,
                exclude: module.name == "TemaStudy" ? ["Fixtures"] : [], swiftSettings: strict)
        }
        + [
            .testTarget(
                name: "temaTests",
                dependencies: names + ["tema", .product(name: "ArgumentParser", package: "swift-argument-parser")],
                exclude: ["Fixtures", "Golden"],
                swiftSettings: strict)
        ]
)
